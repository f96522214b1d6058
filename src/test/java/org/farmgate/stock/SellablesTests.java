package org.farmgate.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.stock.Barn.breaks;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
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
class SellablesTests {
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
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void whatMustHold() {
        StockInvariants.hold(jdbc);
    }

    @Test
    void packsAreSetAsideWholeAndTheFirstToExpireFirst() {
        SiteId place = place();
        Lot late = received(Mass.kilograms(23), 1, 20, place);
        Lot soon = received(Mass.kilograms(12), 1, 5, place);
        received(Mass.kilograms(100), 2, 3, place);
        received(Mass.kilograms(100), 1, -1, place);
        NewSellable wanted = barn.packs(Mass.kilograms(5), 5, place);
        Sellable sellable = sellables.offer(wanted);
        assertThat(sellables.offer(wanted)).isEqualTo(sellable);
        assertThat(sellable.left()).isEqualTo(5);
        assertThat(sellables.backing(cast.county(), sellable.id()))
                .extracting(holding -> holding.position().lot(), Holding::packs)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(soon.id(), 2L),
                        org.assertj.core.groups.Tuple.tuple(late.id(), 3L));
        assertThatThrownBy(() -> sellables.offer(barn.packs(Mass.kilograms(5), 2, place)))
                .satisfies(breaks(StockRule.NOT_ENOUGH_GOOD_STOCK))
                .satisfies(
                        broken -> assertThat(((RuleBroken) broken).arguments()).containsExactly(2L, 1L));
        NewSellable other = new NewSellable(
                wanted.id(),
                wanted.origin(),
                wanted.listing(),
                Optional.of(UUID.randomUUID()),
                wanted.owner(),
                wanted.product(),
                1,
                wanted.pack(),
                5,
                wanted.sites());
        assertThatThrownBy(() -> sellables.offer(other)).satisfies(breaks(StockRule.SELLABLE_ID_TAKEN));
    }

    @Test
    void goodsOfOthersOrElsewhereBackNothing() {
        SiteId place = place();
        Lot lot = barn.lot(Mass.kilograms(50), 10);
        positions.receive(
                cast.clerk(),
                new Receipt(
                        MovementId.next(),
                        lot.id(),
                        place,
                        lot.mass(),
                        barn.now(),
                        "test",
                        UUID.randomUUID(),
                        Optional.of(cast.otherManager().organisation())));
        assertThatThrownBy(() -> sellables.offer(barn.packs(Mass.kilograms(5), 1, place)))
                .satisfies(breaks(StockRule.NOT_ENOUGH_GOOD_STOCK));
    }

    @Test
    void packsAreSoldOnlyWhileThereAreSome() {
        Barn.Sale one = barn.sale(10, 10);
        Barn.Sale two = barn.sale(3, 3);
        var both = new TreeMap<>(Barn.packs(one.sellable(), 2));
        both.put(two.sellable(), 3L);
        assertThat(take(both)).isTrue();
        assertThat(sellables.left(cast.county(), both.keySet()))
                .containsEntry(one.sellable(), 8L)
                .containsEntry(two.sellable(), 0L);
        both.put(two.sellable(), 1L);
        assertThat(take(both)).isFalse();
        assertThat(sellables.left(cast.county(), both.keySet())).containsEntry(one.sellable(), 8L);
        giveBack(two.sellable(), 3);
        assertThatThrownBy(() -> giveBack(two.sellable(), 1)).satisfies(breaks(StockRule.GIVEN_BACK_MORE_THAN_SOLD));
        assertThatThrownBy(() -> sellables.take(cast.county(), both)).isInstanceOf(Exception.class);
    }

    @Test
    void badNumbersAreRefused() {
        Barn.Sale sale = barn.sale(10, 5);
        for (long packs : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, NewSellable.MOST_PACKS + 1}) {
            assertThatThrownBy(() -> take(Barn.packs(sale.sellable(), packs)))
                    .satisfies(breaks(StockRule.PACKS_OUT_OF_RANGE));
            assertThatThrownBy(() -> giveBack(sale.sellable(), packs)).satisfies(breaks(StockRule.PACKS_OUT_OF_RANGE));
            assertThatThrownBy(() -> sellables.add(cast.county(), sale.sellable(), HoldingId.next(), packs))
                    .satisfies(breaks(StockRule.PACKS_OUT_OF_RANGE));
            assertThatThrownBy(() -> barn.packs(Mass.kilograms(5), packs, sale.place()))
                    .satisfies(breaks(StockRule.PACKS_OUT_OF_RANGE));
        }
        assertThatThrownBy(() -> barn.packs(Mass.tonnes(2), NewSellable.MOST_PACKS, sale.place()))
                .satisfies(breaks(StockRule.PACKS_OUT_OF_RANGE));
        assertThat(take(Barn.packs(sale.sellable(), NewSellable.MOST_PACKS))).isFalse();
        assertThat(take(Barn.packs(SellableId.next(), 1))).isFalse();
        assertThatThrownBy(() -> sellables.add(cast.county(), SellableId.next(), HoldingId.next(), 1))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void packsAreAddedOnceAndWithdrawnAtMostWhileUnsold() {
        Barn.Sale sale = barn.sale(10, 4);
        HoldingId id = HoldingId.next();
        sellables.add(cast.county(), sale.sellable(), id, 3);
        assertThat(sellables.add(cast.county(), sale.sellable(), id, 3).left()).isEqualTo(7);
        assertThatThrownBy(() -> sellables.add(cast.county(), sale.sellable(), id, 2))
                .satisfies(breaks(StockRule.HOLDING_ID_TAKEN));
        assertThatThrownBy(() -> sellables.add(cast.county(), sale.sellable(), HoldingId.next(), 4))
                .satisfies(breaks(StockRule.NOT_ENOUGH_GOOD_STOCK));
        assertThat(take(Barn.packs(sale.sellable(), 5))).isTrue();
        assertThat(sellables.withdraw(cast.county(), sale.sellable(), 100)).isEqualTo(2);
        assertThat(sellables.withdraw(cast.county(), sale.sellable(), 100)).isZero();
        assertThat(barn.at(sale.lot(), sale.place()).free()).isEqualTo(Mass.kilograms(25));
    }

    @Test
    void aRecallTakesWhatIsLeftAndThenWhatIsSold(AssertablePublishedEvents events) {
        Barn.Sale sale = barn.sale(10, 8);
        positions.move(
                cast.clerk(),
                new Move(MovementId.next(), sale.lot().id(), sale.place(), barn.shop, Mass.kilograms(5), barn.now()));
        assertThat(take(Barn.packs(sale.sellable(), 3))).isTrue();
        NewQuality recall = judged(sale, Optional.empty(), QualityStatus.RECALLED);
        qualities.judge(cast.officer(), recall);
        qualities.judge(cast.officer(), recall);
        Sellable now = sellables.get(cast.county(), sale.sellable());
        assertThat(now.left()).isZero();
        assertThat(now.shortPacks()).isEqualTo(3);
        assertThat(events.ofType(SellableShrank.class)
                        .matching(told -> told.sellable().equals(sale.sellable())))
                .hasSize(1)
                .first()
                .satisfies(told -> assertThat(told.shortPacks()).isEqualTo(3));
        assertThat(barn.at(sale.lot(), barn.shop).status()).isEqualTo(QualityStatus.RECALLED);
        // Who gives back what is short is owed nothing, and nothing comes on sale by it.
        giveBack(sale.sellable(), 2);
        assertThat(sellables.get(cast.county(), sale.sellable()).left()).isZero();
        assertThat(sellables.get(cast.county(), sale.sellable()).shortPacks()).isEqualTo(1);
        // Other goods serve those who are short first.
        received(Mass.kilograms(15), 1, 9, sale.place());
        assertThat(sellables
                        .add(cast.county(), sale.sellable(), HoldingId.next(), 3)
                        .left())
                .isEqualTo(2);
        assertThat(sellables.get(cast.county(), sale.sellable()).shortPacks()).isZero();
    }

    @Test
    void aHoldAtOnePlaceEndsAndTheGoodsAreFreeAgain() {
        Barn.Sale sale = barn.sale(10, 8);
        qualities.judge(cast.clerk(), judged(sale, Optional.of(sale.place()), QualityStatus.ON_HOLD));
        assertThatThrownBy(() -> sellables.offer(barn.packs(Mass.kilograms(5), 1, sale.place())))
                .satisfies(breaks(StockRule.NOT_ENOUGH_GOOD_STOCK));
        qualities.judge(cast.officer(), judged(sale, Optional.empty(), QualityStatus.ON_HOLD));
        qualities.judge(cast.officer(), judged(sale, Optional.empty(), QualityStatus.GOOD));
        assertThat(barn.at(sale.lot(), sale.place()).status()).isEqualTo(QualityStatus.ON_HOLD);
        qualities.judge(cast.clerk(), judged(sale, Optional.of(sale.place()), QualityStatus.GOOD));
        assertThat(sellables.get(cast.county(), sale.sellable()).left()).isZero();
        assertThat(sellables
                        .offer(barn.packs(Mass.kilograms(5), 10, sale.place()))
                        .left())
                .isEqualTo(10);
        assertThat(qualities.history(sale.lot().id())).hasSize(4);
    }

    @Test
    void onlyWhoHasGoodsOfALotOrLooksAfterItsCountyJudgesIt() {
        Barn.Sale sale = barn.sale(10, 8);
        assertThatThrownBy(() ->
                        qualities.judge(cast.otherManager(), judged(sale, Optional.empty(), QualityStatus.RECALLED)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> qualities.judge(
                        cast.otherManager(), judged(sale, Optional.of(sale.place()), QualityStatus.RECALLED)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> judged(sale, Optional.empty(), QualityStatus.EXPIRED))
                .satisfies(breaks(StockRule.QUALITY_BY_CALENDAR_ONLY));
        NewQuality once = judged(sale, Optional.empty(), QualityStatus.ON_HOLD);
        qualities.judge(cast.manager(), once);
        assertThatThrownBy(() -> qualities.judge(
                        cast.manager(),
                        new NewQuality(once.id(), once.lot(), once.site(), QualityStatus.GOOD, once.reason())))
                .satisfies(breaks(StockRule.QUALITY_ID_TAKEN));
    }

    @Test
    void goodsOfARecalledLotComeInRecalled() {
        Lot lot = barn.lot(Mass.kilograms(50), 10);
        qualities.judge(
                cast.officer(),
                new NewQuality(
                        QualityChangeId.next(), lot.id(), Optional.empty(), QualityStatus.RECALLED, "Pesticide"));
        SiteId place = place();
        positions.receive(cast.clerk(), barn.receipt(lot, lot.mass(), place));
        assertThat(barn.at(lot, place).status()).isEqualTo(QualityStatus.RECALLED);
    }

    @Test
    void whatPassesItsDayIsNoLongerSold() {
        Barn.Sale sale = barn.sale(10, 8);
        assertThat(take(Barn.packs(sale.sellable(), 3))).isTrue();
        jdbc.sql("update stock.position set best_before = :day where lot_id = :lot")
                .param("day", barn.today.minusDays(1))
                .param("lot", sale.lot().id().value())
                .update();
        while (qualities.expire(10) > 0) {}
        assertThat(barn.at(sale.lot(), sale.place()).status()).isEqualTo(QualityStatus.EXPIRED);
        assertThat(sellables.get(cast.county(), sale.sellable()).shortPacks()).isEqualTo(3);
        assertThatThrownBy(() ->
                        qualities.judge(cast.clerk(), judged(sale, Optional.of(sale.place()), QualityStatus.GOOD)))
                .satisfies(breaks(StockRule.GOODS_PAST_THEIR_DAY));
    }

    private boolean take(java.util.SortedMap<SellableId, Long> packs) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean all = sellables.take(cast.county(), packs);
            if (!all) status.setRollbackOnly();
            return all;
        }));
    }

    private void giveBack(SellableId id, long packs) {
        transactions.executeWithoutResult(_ -> sellables.giveBack(cast.county(), Barn.packs(id, packs)));
    }

    private static NewQuality judged(Barn.Sale sale, Optional<SiteId> where, QualityStatus status) {
        return new NewQuality(QualityChangeId.next(), sale.lot().id(), where, status, "Looked at it");
    }

    private SiteId place() {
        return barn.site(cast.manager(), SiteKind.PACKING_HOUSE, "Barn " + UUID.randomUUID(), cast.county());
    }

    private Lot received(Mass mass, int grade, int daysItKeeps, SiteId place) {
        Lot lot = barn.lot(cast.county(), mass, grade, daysItKeeps);
        positions.receiveAll(cast.clerk(), List.of(barn.receipt(lot, mass, place)));
        return lot;
    }
}
