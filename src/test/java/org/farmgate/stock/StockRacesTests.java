package org.farmgate.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.farmgate.stock.Barn.breaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.StockInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Import({Cast.class, Barn.class})
class StockRacesTests {
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

    private Races races;

    @BeforeEach
    void racers() {
        races = new Races(jdbc, transactions);
    }

    @AfterEach
    void whatMustHold() {
        races.close();
        StockInvariants.hold(jdbc);
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 5, 1})
    void ofTheLastSoManyExactlySoManyAreSold(long last) throws InterruptedException {
        Barn.Sale sale = barn.sale(last, last);
        List<Callable<Integer>> buyers = new ArrayList<>();
        for (int buyer = 0; buyer < 32; buyer++)
            buyers.add(() -> {
                int bought = 0;
                for (int i = 0; i < 4; i++) if (take(sale, 1)) bought++;
                return bought;
            });
        int sold = races.allAtOnce(buyers).stream()
                .mapToInt(bought -> (Integer) bought)
                .sum();
        assertThat(sold).isEqualTo(Math.toIntExact(last));
        assertThat(sellables.get(cast.county(), sale.sellable()).sold()).isEqualTo(last);
        assertThat(sellables.get(cast.county(), sale.sellable()).left()).isZero();
    }

    @Test
    void whatIsSoldJustBeforeARecallIsShort() {
        Barn.Sale sale = barn.sale(10, 10);
        Object recalled = races.firstThenSecond(() -> takeInside(sale, 4), () -> recall(sale));
        assertThat(recalled).isEqualTo(true);
        Sellable now = sellables.get(cast.county(), sale.sellable());
        assertThat(now.left()).isZero();
        assertThat(now.shortPacks()).isEqualTo(4);
    }

    @Test
    void nothingIsSoldOnceARecallHasBegun() {
        Barn.Sale sale = barn.sale(10, 10);
        Object taken = races.firstThenSecond(() -> recall(sale), () -> take(sale, 4));
        assertThat(taken).isEqualTo(false);
        assertThat(sellables.get(cast.county(), sale.sellable()).shortPacks()).isZero();
    }

    @Test
    void whatIsSetAsideJustBeforeARecallIsFreedByIt() {
        Barn.Sale sale = barn.sale(10, 5);
        NewSellable wanted = barn.packs(Mass.kilograms(5), 5, sale.place());
        Object recalled = races.firstThenSecond(() -> sellables.offer(wanted), () -> recall(sale));
        assertThat(recalled).isEqualTo(true);
        assertThat(sellables.get(cast.county(), wanted.id()).left()).isZero();
    }

    @Test
    void nothingIsSetAsideOnceARecallHasBegun() {
        Barn.Sale sale = barn.sale(10, 5);
        Object offered = races.firstThenSecond(
                () -> recall(sale), () -> sellables.offer(barn.packs(Mass.kilograms(5), 5, sale.place())));
        assertThat((Throwable) offered).satisfies(breaks(StockRule.NOT_ENOUGH_GOOD_STOCK));
    }

    @Test
    void theSameGoodsAreSetAsideOnce() throws InterruptedException {
        Barn.Sale sale = barn.sale(10, 1);
        List<Callable<Sellable>> sellers = new ArrayList<>();
        for (int i = 0; i < 8; i++) sellers.add(() -> sellables.offer(barn.packs(Mass.kilograms(5), 9, sale.place())));
        List<Object> results = races.allAtOnce(sellers);
        assertThat(results).filteredOn(Sellable.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(Throwable.class::isInstance)
                .hasSize(7)
                .allSatisfy(
                        thrown -> assertThat((Throwable) thrown).satisfies(breaks(StockRule.NOT_ENOUGH_GOOD_STOCK)));
    }

    @Test
    void whatIsPickedJustBeforeARecallHasLeftAndNothingAfter() {
        Barn.Sale sale = barn.sale(10, 10);
        take(sale, 4);
        Object recalled = races.firstThenSecond(() -> pick(PickId.next(), sale, 1), () -> recall(sale));
        assertThat(recalled).isEqualTo(true);
        assertThat(sellables.get(cast.county(), sale.sellable()).shortPacks()).isEqualTo(3);
        Barn.Sale other = barn.sale(10, 10);
        take(other, 4);
        Object picked = races.firstThenSecond(() -> recall(other), () -> pick(PickId.next(), other, 1));
        assertThat((Throwable) picked).satisfies(breaks(StockRule.PICK_EXCEEDS_BACKED));
    }

    @Test
    void noPlaceEscapesARecall() {
        Barn.Sale sale = barn.sale(10, 5);
        Move move =
                new Move(MovementId.next(), sale.lot().id(), sale.place(), barn.shop, Mass.kilograms(5), barn.now());
        races.firstThenSecond(() -> positions.move(cast.clerk(), move), () -> recall(sale));
        assertThat(barn.at(sale.lot(), barn.shop).status()).isEqualTo(QualityStatus.RECALLED);
        Barn.Sale gone = barn.sale(10, 5);
        races.firstThenSecond(() -> recall(gone), () -> {
            positions.move(
                    cast.clerk(),
                    new Move(
                            MovementId.next(),
                            gone.lot().id(),
                            gone.place(),
                            barn.shop,
                            Mass.kilograms(5),
                            barn.now()));
            return true;
        });
        assertThat(barn.at(gone.lot(), barn.shop).status()).isEqualTo(QualityStatus.RECALLED);
        Lot lot = barn.lot(Mass.kilograms(20), 10);
        Barn.Sale coming = new Barn.Sale(lot, place(), SellableId.next(), sale.key());
        races.firstThenSecond(
                () -> positions.receive(cast.clerk(), barn.receipt(lot, lot.mass(), coming.place())),
                () -> recall(coming));
        assertThat(barn.at(lot, coming.place()).status()).isEqualTo(QualityStatus.RECALLED);
        Lot later = barn.lot(Mass.kilograms(20), 10);
        Barn.Sale recalled = new Barn.Sale(later, place(), SellableId.next(), sale.key());
        races.firstThenSecond(() -> recall(recalled), () -> {
            positions.receive(cast.clerk(), barn.receipt(later, later.mass(), recalled.place()));
            return true;
        });
        assertThat(barn.at(later, recalled.place()).status()).isEqualTo(QualityStatus.RECALLED);
    }

    @Test
    void theSameSentTwiceAtOnceIsDoneOnce() throws InterruptedException {
        Barn.Sale sale = barn.sale(10, 10);
        take(sale, 5);
        PickId pick = PickId.next();
        HoldingId addition = HoldingId.next();
        Lot lot = barn.lot(Mass.kilograms(50), 10);
        Receipt receipt = barn.receipt(lot, Mass.kilograms(50), sale.place());
        List<Callable<Object>> twice = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            twice.add(() -> {
                positions.receive(cast.clerk(), receipt);
                return true;
            });
            twice.add(() -> pick(pick, sale, 2));
        }
        assertThat(races.allAtOnce(twice)).noneMatch(Throwable.class::isInstance);
        assertThat(sellables.get(cast.county(), sale.sellable()).picked()).isEqualTo(2);
        assertThat(barn.at(lot, sale.place()).onHand()).isEqualTo(Mass.kilograms(50));
        List<Callable<Object>> added = new ArrayList<>();
        for (int i = 0; i < 4; i++) added.add(() -> sellables.add(cast.county(), sale.sellable(), addition, 3));
        assertThat(races.allAtOnce(added)).noneMatch(Throwable.class::isInstance);
        assertThat(sellables.get(cast.county(), sale.sellable()).left()).isEqualTo(8);
    }

    private boolean take(Barn.Sale sale, long packs) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> sellables.take(cast.county(), Barn.packs(sale.sellable(), packs))));
    }

    private void takeInside(Barn.Sale sale, long packs) {
        assertThat(sellables.take(cast.county(), Barn.packs(sale.sellable(), packs)))
                .isTrue();
    }

    private boolean recall(Barn.Sale sale) {
        qualities.judge(
                cast.officer(),
                new NewQuality(
                        QualityChangeId.next(),
                        sale.lot().id(),
                        Optional.empty(),
                        QualityStatus.RECALLED,
                        "Pesticide"));
        return true;
    }

    private Picking pick(PickId id, Barn.Sale sale, long packs) {
        return picks.pick(cast.clerk(), id, cast.county(), sale.sellable(), packs, Optional.empty(), Optional.empty());
    }

    private SiteId place() {
        return barn.site(
                cast.manager(), org.farmgate.place.SiteKind.PACKING_HOUSE, "Barn " + UUID.randomUUID(), cast.county());
    }
}
