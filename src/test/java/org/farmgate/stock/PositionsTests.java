package org.farmgate.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.stock.Barn.breaks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.StockInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ModuleTest
@Import({Cast.class, Barn.class})
class PositionsTests {
    @Autowired
    Cast cast;

    @Autowired
    Barn barn;

    @Autowired
    Positions positions;

    @Autowired
    Sellables sellables;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void whatMustHold() {
        StockInvariants.hold(jdbc);
    }

    @Test
    void whatComesInIsThereOnceHoweverOftenItIsSent(AssertablePublishedEvents events) {
        Lot lot = barn.lot(Mass.kilograms(100), 10);
        Receipt receipt = barn.receipt(lot, Mass.kilograms(60), barn.warehouse);
        positions.receive(cast.clerk(), receipt);
        positions.receive(cast.clerk(), receipt);
        assertThat(barn.at(lot, barn.warehouse).onHand()).isEqualTo(Mass.kilograms(60));
        assertThat(barn.at(lot, barn.warehouse).owner())
                .isEqualTo(cast.manager().organisation());
        assertThat(events.ofType(LotReceived.class)
                        .matching(told -> told.movement().equals(receipt.id())))
                .hasSize(1);
        Receipt other = new Receipt(
                receipt.id(), lot.id(), barn.warehouse, Mass.kilograms(1), barn.now(), "test", receipt.cause());
        assertThatThrownBy(() -> positions.receive(cast.clerk(), other)).satisfies(breaks(StockRule.MOVEMENT_ID_TAKEN));
    }

    @Test
    void noGramOfALotComesInTwice() {
        Lot lot = barn.lot(Mass.kilograms(100), 10);
        positions.receive(cast.clerk(), barn.receipt(lot, Mass.kilograms(60), barn.warehouse));
        assertThatThrownBy(() -> positions.receive(cast.clerk(), barn.receipt(lot, Mass.kilograms(41), barn.shop)))
                .satisfies(breaks(StockRule.RECEIPT_EXCEEDS_LOT));
        positions.receiveAll(
                cast.clerk(),
                List.of(
                        barn.receipt(lot, Mass.kilograms(20), barn.shop),
                        barn.receipt(lot, Mass.kilograms(20), barn.warehouse)));
        assertThat(barn.at(lot, barn.warehouse).onHand()).isEqualTo(Mass.kilograms(80));
        positions.takeBack(cast.clerk(), barn.receipt(lot, Mass.kilograms(5), barn.shop));
        assertThat(barn.at(lot, barn.shop).onHand()).isEqualTo(Mass.kilograms(25));
    }

    @Test
    void onlyWhoKeepsAPlaceBringsGoodsThere() {
        Lot lot = barn.lot(Mass.kilograms(10), 10);
        Mass one = Mass.kilograms(1);
        assertThatThrownBy(() -> positions.receive(cast.clerk(), barn.receipt(lot, one, barn.elsewhere)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> positions.receive(cast.clerk(), barn.receipt(lot, one, SiteId.next())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> positions.receive(cast.viewer(), barn.receipt(lot, one, barn.warehouse)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> positions.receive(
                        cast.clerk(),
                        new Receipt(
                                MovementId.next(), LotId.next(), barn.shop, one, barn.now(), "t", UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        positions.receive(cast.officer(), barn.receipt(lot, one, barn.warehouse));
        positions.receive(cast.admin(), barn.receipt(lot, one, barn.elsewhere));
    }

    @Test
    void whatCannotBeIsRefused() {
        Lot lot = barn.received(Mass.kilograms(10), 10);
        assertThatThrownBy(() -> barn.receipt(lot, Mass.ZERO, barn.warehouse))
                .satisfies(breaks(StockRule.NOTHING_MOVED));
        assertThatThrownBy(() -> new Receipt(
                        MovementId.next(), lot.id(), barn.shop, lot.mass(), barn.now(), " ", UUID.randomUUID()))
                .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> positions.receive(
                        cast.clerk(),
                        new Receipt(
                                MovementId.next(),
                                barn.lot(lot.mass(), 3).id(),
                                barn.shop,
                                lot.mass(),
                                barn.now().plus(Duration.ofHours(2)),
                                "t",
                                UUID.randomUUID())))
                .satisfies(breaks(StockRule.MOVEMENT_IN_FUTURE));
        assertThatThrownBy(() -> positions.writeOff(cast.clerk(), lost(lot, Mass.kilograms(11))))
                .satisfies(breaks(StockRule.NOT_ENOUGH_ON_HAND));
        assertThatThrownBy(() -> positions.writeOff(cast.clerk(), lost(lot, new Mass(Mass.GREATEST_GRAMS))))
                .satisfies(breaks(StockRule.NOT_ENOUGH_ON_HAND));
        assertThat(barn.at(lot, barn.warehouse).onHand()).isEqualTo(lot.mass());
    }

    @Test
    void movedGoodsAreInTheOtherPlaceAndStayTheirOwners(AssertablePublishedEvents events) {
        Lot lot = barn.received(Mass.kilograms(50), 10);
        Move move = move(lot, barn.warehouse, barn.elsewhere, Mass.kilograms(20));
        positions.move(cast.clerk(), move);
        positions.move(cast.clerk(), move);
        assertThat(barn.at(lot, barn.warehouse).onHand()).isEqualTo(Mass.kilograms(30));
        assertThat(barn.at(lot, barn.elsewhere).onHand()).isEqualTo(Mass.kilograms(20));
        assertThat(barn.at(lot, barn.elsewhere).owner())
                .isEqualTo(cast.manager().organisation());
        assertThat(events.ofType(GoodsMoved.class)
                        .matching(told -> told.movement().equals(move.id())))
                .hasSize(1);
        assertThatThrownBy(() -> positions.move(cast.clerk(), move(lot, barn.warehouse, barn.shop, Mass.kilograms(31))))
                .satisfies(breaks(StockRule.NOT_ENOUGH_FREE));
        assertThatThrownBy(() -> move(lot, barn.shop, barn.shop, Mass.kilograms(1)))
                .satisfies(breaks(StockRule.MOVE_TO_SAME_SITE));
        assertThatThrownBy(() -> positions.move(cast.clerk(), move(lot, barn.elsewhere, barn.shop, Mass.kilograms(1))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsSetAsideStaysUntilItIsLost() {
        Barn.Sale sale = barn.sale(10, 8);
        assertThatThrownBy(() ->
                        positions.move(cast.clerk(), move(sale.lot(), sale.place(), barn.shop, Mass.kilograms(11))))
                .satisfies(breaks(StockRule.NOT_ENOUGH_FREE));
        assertThatThrownBy(() -> positions.issue(cast.clerk(), issue(sale, Mass.kilograms(11))))
                .satisfies(breaks(StockRule.NOT_ENOUGH_FREE));
        positions.issue(cast.clerk(), issue(sale, Mass.kilograms(9)));
        WriteOff lost =
                new WriteOff(MovementId.next(), sale.lot().id(), sale.place(), Mass.kilograms(7), "Mice", barn.now());
        positions.writeOff(cast.clerk(), lost);
        positions.writeOff(cast.clerk(), lost);
        // 34 kg are left: six whole boxes.
        assertThat(sellables.get(cast.county(), sale.sellable()).left()).isEqualTo(6);
        assertThat(barn.at(sale.lot(), sale.place()).onHand()).isEqualTo(Mass.kilograms(34));
    }

    @Test
    void everyMovementIsTold() {
        Lot lot = barn.received(Mass.kilograms(50), 10);
        positions.writeOff(cast.clerk(), lost(lot, Mass.kilograms(2)));
        var told =
                positions.movements(cast.viewer(), barn.at(lot, barn.warehouse).key(), Paging.first());
        assertThat(told.total()).isEqualTo(2);
        assertThat(told.rows())
                .extracting(Movement::kind)
                .containsExactly(MovementKind.WRITTEN_OFF, MovementKind.RECEIVED);
        assertThat(told.rows().getFirst().reason()).isEqualTo("Rotten");
        assertThat(told.rows().getFirst().recordedPerson())
                .isEqualTo(cast.clerk().person());
    }

    @Test
    void othersDoNotSeeIt() {
        Lot lot = barn.received(Mass.kilograms(50), 10);
        PositionKey key = barn.at(lot, barn.warehouse).key();
        assertThat(positions.see(cast.officer(), key).lot()).isEqualTo(lot.id());
        assertThatThrownBy(() -> positions.see(cast.otherManager(), key)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> positions.see(cast.nobody(), key)).isInstanceOf(Denied.class);
        assertThat(positions
                        .search(cast.otherManager(), PositionQuery.all(Paging.first()))
                        .rows())
                .noneMatch(position -> position.lot().equals(lot.id()));
        positions.move(cast.clerk(), move(lot, barn.warehouse, barn.elsewhere, Mass.kilograms(5)));
        assertThat(positions.ofLot(cast.otherManager(), lot.id())).hasSize(1);
        assertThat(positions.ofLot(cast.viewer(), lot.id())).hasSize(2);
    }

    @Test
    void goodsAreFoundByTheNameOfTheirProductOrPlaceOrByTheirLot() {
        Lot lot = barn.received(Mass.kilograms(50), 2);
        for (String text : List.of("barn mel", "甜瓜", "Sweet Melon b", lot.id().toString()))
            assertThat(positions
                            .search(cast.manager(), PositionQuery.all(new Paging(0, 200, text)))
                            .rows())
                    .anyMatch(position -> position.lot().equals(lot.id()));
        assertThat(positions
                        .search(cast.manager(), PositionQuery.all(new Paging(0, 200, "pear")))
                        .rows())
                .isEmpty();
        var good = new PositionQuery(
                Paging.first(), Optional.of(barn.warehouse), Optional.of(barn.melon), PositionQuery.Show.GOOD);
        assertThat(positions.search(cast.manager(), good).rows())
                .isNotEmpty()
                .allMatch(p -> p.status().isGood());
        assertThat(positions.totals(cast.manager(), good))
                .anyMatch(total -> total.keeps() == ProductTotal.Keeps.THREE_DAYS
                        && total.onHand().compareTo(Mass.kilograms(50)) >= 0);
    }

    private WriteOff lost(Lot lot, Mass mass) {
        return new WriteOff(MovementId.next(), lot.id(), barn.warehouse, mass, "Rotten", barn.now());
    }

    private Move move(Lot lot, SiteId from, SiteId to, Mass mass) {
        return new Move(MovementId.next(), lot.id(), from, to, mass, barn.now());
    }

    private Issue issue(Barn.Sale sale, Mass mass) {
        return new Issue(
                MovementId.next(), sale.lot().id(), sale.place(), mass, barn.now(), "contract", UUID.randomUUID());
    }
}
