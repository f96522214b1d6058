package org.farmgate.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.stock.Barn.breaks;

import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.StockInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Import({Cast.class, Barn.class})
class PicksTests {
    @Autowired
    Cast cast;

    @Autowired
    Barn barn;

    @Autowired
    Positions positions;

    @Autowired
    Sellables sellables;

    @Autowired
    Qualities qualities;

    @Autowired
    Picks picks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void whatMustHold() {
        StockInvariants.hold(jdbc);
    }

    @Test
    void theFirstToExpireLeavesFirstAndOnce(AssertablePublishedEvents events) {
        Barn.Sale sale = barn.sale(4, 4);
        Lot sooner = sooner(sale, 2);
        sell(sale, 6);
        PickId id = PickId.next();
        Picking picking = pick(id, sale, 3, Optional.empty(), Optional.empty());
        assertThat(picking.lines())
                .extracting(Picking.Line::lot, Picking.Line::mass)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(sooner.id(), Mass.kilograms(10)),
                        org.assertj.core.groups.Tuple.tuple(sale.lot().id(), Mass.kilograms(5)));
        assertThat(pick(id, sale, 3, Optional.empty(), Optional.empty()).lines())
                .isEqualTo(picking.lines());
        assertThat(sellables.get(cast.county(), sale.sellable()).picked()).isEqualTo(3);
        assertThat(barn.at(sale.lot(), sale.place()).onHand()).isEqualTo(Mass.kilograms(15));
        assertThat(events.ofType(GoodsPicked.class).matching(told -> told.pick().equals(id)))
                .hasSize(1);
        assertThatThrownBy(() -> pick(id, sale, 2, Optional.empty(), Optional.empty()))
                .satisfies(breaks(StockRule.PICK_ID_TAKEN));
    }

    @Test
    void anEarlierLotIsSkippedOnlyForAReasonWhichIsKept() {
        Barn.Sale sale = barn.sale(4, 4);
        sooner(sale, 2);
        sell(sale, 6);
        PickId id = PickId.next();
        Skip skip = new Skip(sale.lot().id(), "The buyer asked for the later ones");
        Picking picking = pick(id, sale, 4, Optional.of(skip), Optional.empty());
        assertThat(picking.lines())
                .extracting(Picking.Line::lot)
                .containsExactly(sale.lot().id());
        assertThat(picks.get(cast.county(), id).skip()).contains(skip);
        assertThat(positions.ofCause(Picks.CAUSE, id.value()).getFirst().reason())
                .isEqualTo(skip.reason());
        assertThatThrownBy(() -> new Skip(sale.lot().id(), " ")).isInstanceOf(org.farmgate.platform.InputBroken.class);
        assertThatThrownBy(() -> pick(PickId.next(), sale, 1, Optional.of(skip), Optional.empty()))
                .satisfies(breaks(StockRule.NOT_ENOUGH_OF_LOT));
    }

    @Test
    void whatWasReallyWeighedLeaves() {
        Barn.Sale sale = barn.sale(10, 8);
        sell(sale, 4);
        assertThat(pick(PickId.next(), sale, 2, Optional.empty(), Optional.of(new Mass(10_123)))
                        .mass())
                .isEqualTo(new Mass(10_123));
        assertThat(barn.at(sale.lot(), sale.place()).onHand()).isEqualTo(new Mass(39_877));
        assertThat(sellables.get(cast.county(), sale.sellable()).left()).isEqualTo(4);
        for (long grams : new long[] {1, 4_999, 15_001, Mass.GREATEST_GRAMS})
            assertThatThrownBy(() -> pick(PickId.next(), sale, 2, Optional.empty(), Optional.of(new Mass(grams))))
                    .satisfies(breaks(StockRule.WEIGHED_OUT_OF_REACH));
        pick(PickId.next(), sale, 2, Optional.empty(), Optional.of(new Mass(9_900)));
        assertThat(barn.at(sale.lot(), sale.place()).onHand()).isEqualTo(new Mass(29_977));
    }

    @Test
    void heavierPacksMayLeaveOthersWithoutGoods() {
        Barn.Sale sale = barn.sale(4, 4);
        sell(sale, 3);
        pick(PickId.next(), sale, 2, Optional.empty(), Optional.of(Mass.kilograms(11)));
        // 9 kg are left for two packs of 5 kg.
        Sellable now = sellables.get(cast.county(), sale.sellable());
        assertThat(now.left()).isZero();
        assertThat(now.shortPacks()).isZero();
        assertThat(now.toPick()).isEqualTo(1);
    }

    @Test
    void whatIsHeldRecalledOrNotSoldDoesNotLeave() {
        Barn.Sale sale = barn.sale(10, 8);
        sell(sale, 4);
        assertThatThrownBy(() -> pick(PickId.next(), sale, 5, Optional.empty(), Optional.empty()))
                .satisfies(breaks(StockRule.PICK_EXCEEDS_BACKED));
        for (long packs : new long[] {0, -1, Long.MAX_VALUE})
            assertThatThrownBy(() -> pick(PickId.next(), sale, packs, Optional.empty(), Optional.empty()))
                    .satisfies(breaks(StockRule.PACKS_OUT_OF_RANGE));
        qualities.judge(
                cast.clerk(),
                new NewQuality(
                        QualityChangeId.next(),
                        sale.lot().id(),
                        Optional.of(sale.place()),
                        QualityStatus.ON_HOLD,
                        "Smells"));
        assertThatThrownBy(() -> pick(PickId.next(), sale, 1, Optional.empty(), Optional.empty()))
                .satisfies(breaks(StockRule.PICK_EXCEEDS_BACKED));
    }

    @Test
    void whatIsPastItsDayDoesNotLeaveEvenBeforeAnybodyLooked() {
        Barn.Sale sale = barn.sale(10, 8);
        sell(sale, 4);
        jdbc.sql("update stock.position set best_before = :day where lot_id = :lot")
                .param("day", barn.today.minusDays(1))
                .param("lot", sale.lot().id().value())
                .update();
        assertThatThrownBy(() -> pick(PickId.next(), sale, 1, Optional.empty(), Optional.empty()))
                .satisfies(breaks(StockRule.GOODS_NOT_GOOD));
    }

    @Test
    void onlyWhoKeepsThePlacePicksThere() {
        Barn.Sale sale = barn.sale(10, 8);
        sell(sale, 4);
        assertThatThrownBy(() -> picks.pick(
                        cast.otherManager(),
                        PickId.next(),
                        cast.county(),
                        sale.sellable(),
                        1,
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> picks.pick(
                        cast.viewer(),
                        PickId.next(),
                        cast.county(),
                        sale.sellable(),
                        1,
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> picks.pick(
                        cast.clerk(),
                        PickId.next(),
                        cast.otherCounty(),
                        sale.sellable(),
                        1,
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOf(NotFound.class);
    }

    private Picking pick(PickId id, Barn.Sale sale, long packs, Optional<Skip> skip, Optional<Mass> weighed) {
        return picks.pick(cast.clerk(), id, cast.county(), sale.sellable(), packs, skip, weighed);
    }

    private void sell(Barn.Sale sale, long packs) {
        Boolean all = transactions.execute(_ -> sellables.take(cast.county(), Barn.packs(sale.sellable(), packs)));
        assertThat(all).isTrue();
    }

    /// So many packs of another lot in the same place, which expires earlier.
    private Lot sooner(Barn.Sale sale, long packs) {
        Lot lot = barn.lot(Mass.kilograms(5 * packs), 4);
        positions.receiveAll(cast.clerk(), List.of(barn.receipt(lot, lot.mass(), sale.place())));
        sellables.add(cast.county(), sale.sellable(), HoldingId.next(), packs);
        return lot;
    }
}
