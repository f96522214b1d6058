package org.farmgate.logistics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.stock.Lot;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.WriteOff;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Depot.class})
class ShelvesTests {
    @Autowired
    Cast cast;

    @Autowired
    Depot depot;

    @Autowired
    Shelves shelves;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Positions positions;

    @Autowired
    Clock clock;

    private SiteId warehouse() {
        return depot.warehouse(cast.manager(), Mass.tonnes(10), true);
    }

    private BinId dock(SiteId site) {
        return Bin.dockId(site);
    }

    private void putAway(SiteId site, Lot lot, BinId from, BinId to, long kilograms) {
        shelves.putAway(
                cast.clerk(),
                site,
                new PutAway(UUID.randomUUID(), lot.id(), from, to, Mass.kilograms(kilograms), clock.instant()));
    }

    private Mass in(SiteId site, Lot lot, BinId bin) {
        return shelves.contents(cast.clerk(), site).stream()
                .filter(shelf -> shelf.bin().equals(bin) && shelf.lot().equals(lot.id()))
                .map(Shelf::mass)
                .reduce(Mass.ZERO, Mass::plus);
    }

    @Test
    void whateverComesInLiesAtTheDockAndIsPutAwayWithoutAGramMoreOrLess() {
        SiteId site = warehouse();
        Bin bin = shelves.add(cast.clerk(), depot.bin(site, "A-01", Mass.kilograms(300), false));
        Lot lot = depot.lying(cast.clerk(), site, Mass.kilograms(500), 20);
        assertThat(in(site, lot, dock(site))).isEqualTo(Mass.kilograms(500));
        var once = new PutAway(UUID.randomUUID(), lot.id(), dock(site), bin.id(), Mass.kilograms(300), clock.instant());
        shelves.putAway(cast.clerk(), site, once);
        shelves.putAway(cast.clerk(), site, once);
        assertThat(in(site, lot, bin.id())).isEqualTo(Mass.kilograms(300));
        assertThat(in(site, lot, dock(site))).isEqualTo(Mass.kilograms(200));
        assertThatThrownBy(() -> putAway(site, lot, dock(site), bin.id(), 1))
                .satisfies(Depot.breaks(StorageRule.BIN_TOO_FULL));
        assertThatThrownBy(() -> putAway(site, lot, bin.id(), dock(site), 301))
                .satisfies(Depot.breaks(StorageRule.BIN_HAS_LESS));
        assertThat(shelves.check(cast.clerk(), site)).isEmpty();
    }

    @Test
    void whatLeavesByAnyWayIsTakenFromTheBinsInTheSameMoment() {
        SiteId site = warehouse();
        Bin bin = shelves.add(cast.clerk(), depot.bin(site, "A-01", Mass.tonnes(1), false));
        Lot lot = depot.lying(cast.clerk(), site, Mass.kilograms(500), 20);
        putAway(site, lot, dock(site), bin.id(), 450);
        positions.writeOff(
                cast.clerk(),
                new WriteOff(MovementId.next(), lot.id(), site, Mass.kilograms(80), "Crushed", clock.instant()));
        assertThat(in(site, lot, dock(site))).isEqualTo(Mass.ZERO);
        assertThat(in(site, lot, bin.id())).isEqualTo(Mass.kilograms(420));
        assertThat(shelves.check(cast.clerk(), site)).isEmpty();
    }

    @Test
    void goodsThatLayThereBeforeItWasAWarehouseComeToTheDock() {
        SiteId site = depot.site(cast.manager(), org.farmgate.place.SiteKind.WAREHOUSE);
        Lot lot = depot.lying(cast.clerk(), site, Mass.kilograms(70), 20);
        depotTerms(site);
        assertThat(shelves.check(cast.clerk(), site)).hasSize(1);
        shelves.add(cast.clerk(), depot.bin(site, "A-01", Mass.tonnes(1), false));
        assertThat(shelves.check(cast.clerk(), site)).isEmpty();
        assertThat(in(site, lot, dock(site))).isEqualTo(Mass.kilograms(70));
    }

    @Autowired
    org.farmgate.logistics.Warehouses warehouses;

    private void depotTerms(SiteId site) {
        warehouses.put(
                cast.admin(),
                new org.farmgate.logistics.NearMarketWarehouse(
                        site, Mass.tonnes(10), new org.farmgate.measure.Price(5_000), false));
    }

    @Test
    void twoAtOnceDoNotFillABinBeyondWhatItHolds() throws Exception {
        SiteId site = warehouse();
        Bin bin = shelves.add(cast.clerk(), depot.bin(site, "A-01", Mass.kilograms(100), false));
        List<Callable<Void>> attempts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Lot lot = depot.lying(cast.clerk(), site, Mass.kilograms(60), 20);
            attempts.add(() -> {
                putAway(site, lot, dock(site), bin.id(), 60);
                return null;
            });
        }
        assertThat(Race.won(Race.of(attempts))).isEqualTo(1);
        assertThat(shelves.check(cast.clerk(), site)).isEmpty();
    }

    @Test
    void whatNeedsColdLiesInTheColdOnly() {
        SiteId warm = depot.warehouse(cast.manager(), Mass.tonnes(10), false);
        Lot yoghurt = depot.lot(depot.yoghurt, Mass.kilograms(50), 10);
        assertThatThrownBy(() -> arrivals.announce(cast.clerk(), arrival(warm, yoghurt)))
                .satisfies(Depot.breaks(StorageRule.GOODS_NEED_COLD));
        SiteId cold = warehouse();
        Bin shelf = shelves.add(cast.clerk(), depot.bin(cold, "A-01", Mass.tonnes(1), false));
        Bin fridge = shelves.add(cast.clerk(), depot.bin(cold, "K-01", Mass.tonnes(1), true));
        NewArrival expected = arrival(cold, yoghurt);
        arrivals.announce(cast.clerk(), expected);
        arrivals.receive(
                cast.clerk(),
                cold,
                expected.id(),
                new Received(
                        yoghurt.id(), Mass.kilograms(50), Arrival.How.WEIGHED, Optional.empty(), "", clock.instant()));
        assertThatThrownBy(() -> putAway(cold, yoghurt, dock(cold), shelf.id(), 50))
                .satisfies(Depot.breaks(StorageRule.GOODS_NEED_COLD));
        putAway(cold, yoghurt, dock(cold), fridge.id(), 50);
    }

    private NewArrival arrival(SiteId site, Lot lot) {
        return new NewArrival(
                ArrivalId.next(),
                site,
                cast.manager().organisation(),
                depot.today,
                "",
                List.of(new NewArrival.Announced(lot.id(), Mass.kilograms(50))));
    }

    @Test
    void aBinIsKeptByWhoeverRunsTheWarehouse() {
        SiteId site = warehouse();
        Bin bin = depot.bin(site, "A-01", Mass.tonnes(1), false);
        assertThatThrownBy(() -> shelves.add(cast.viewer(), bin)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> shelves.add(cast.otherManager(), bin)).isInstanceOf(NotFound.class);
        shelves.add(cast.clerk(), bin);
        assertThatThrownBy(() -> shelves.add(cast.clerk(), depot.bin(site, "A-01", Mass.tonnes(1), false)))
                .satisfies(Depot.breaks(StorageRule.BIN_CODE_TAKEN));
        Lot lot = depot.lying(cast.clerk(), site, Mass.kilograms(40), 20);
        putAway(site, lot, dock(site), bin.id(), 40);
        assertThatThrownBy(() -> shelves.amend(cast.clerk(), bin.asClosed(true)))
                .satisfies(Depot.breaks(StorageRule.BIN_NOT_EMPTY));
        putAway(site, lot, bin.id(), dock(site), 40);
        shelves.amend(cast.clerk(), bin.asClosed(true));
        assertThatThrownBy(() -> putAway(site, lot, dock(site), bin.id(), 40))
                .satisfies(Depot.breaks(StorageRule.BIN_CLOSED));
        assertThat(shelves.contents(cast.otherManager(), site)).isEmpty();
    }
}
