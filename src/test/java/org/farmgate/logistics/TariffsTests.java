package org.farmgate.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Ground;
import org.farmgate.place.Keepers;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest(extraIncludes = {"platform", "place"})
class TariffsTests {
    private final Tariffs tariffs;
    private final TruckKinds kinds;
    private final Warehouses warehouses;
    private final Rates rates;
    private final Sites sites;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final Actor keeper = Keepers.with(Right.SET_TARIFFS, Right.MANAGE_PLACES);

    @Autowired
    TariffsTests(
            Tariffs tariffs,
            TruckKinds kinds,
            Warehouses warehouses,
            Rates rates,
            Sites sites,
            Regions regions,
            JdbcClient jdbc) {
        this.tariffs = tariffs;
        this.kinds = kinds;
        this.warehouses = warehouses;
        this.rates = rates;
        this.sites = sites;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anEmptyTariff() {
        jdbc.sql("truncate logistics.tariff_change, logistics.truck_kind, logistics.warehouse, logistics.rates")
                .update();
    }

    @Test
    void thereIsNoTariffBeforeSomebodySetTheRates() {
        refuses(LogisticsRule.RATES_NOT_SET, tariffs::current);
        kinds.register(keeper, truck(30));
        refuses(LogisticsRule.RATES_NOT_SET, tariffs::current);
        refuses(LogisticsRule.TARIFF_VERSION_UNKNOWN, () -> tariffs.at(99));
    }

    @Test
    void aPlansTariffCanBeReadAgainAsItWas() {
        TruckKind lorry = kinds.register(keeper, truck(10));
        TruckKind trailer = kinds.register(keeper, truck(30));
        rates.set(keeper, new LegRates(new Price(6_000), new Price(45)));
        NearMarketWarehouse store =
                new NearMarketWarehouse(site(SiteKind.WAREHOUSE).id(), Mass.tonnes(500), new Price(3_500), true);
        warehouses.put(keeper, store);
        Tariff then = tariffs.current();
        assertThat(then.truckKinds()).containsExactly(trailer, lorry);
        assertThat(then.warehouses()).containsExactly(store);

        TruckKind dearer = new TruckKind(
                lorry.id(),
                lorry.name(),
                lorry.capacity(),
                Money.yuan(999),
                lorry.perKilometre(),
                lorry.cold(),
                600,
                false);
        kinds.amend(keeper, dearer);
        kinds.retire(keeper, trailer.id());
        rates.set(keeper, new LegRates(new Price(7_000), new Price(50)));
        warehouses.withdraw(keeper, store.site());
        Tariff now = tariffs.current();
        assertThat(now.version()).isEqualTo(then.version() + 4);
        assertThat(now.truckKinds()).containsExactly(dearer);
        assertThat(now.warehouses()).isEmpty();
        assertThat(now.rates().lastLegPerTonne()).isEqualTo(new Price(7_000));
        assertThat(tariffs.at(then.version())).isEqualTo(then);
    }

    @Test
    void everyChangeIsKeptWithWhoAndWhenAndNoChangeIsNone() {
        TruckKind lorry = kinds.register(keeper, truck(10));
        kinds.register(keeper, lorry);
        kinds.amend(keeper, lorry);
        var set = new LegRates(new Price(6_000), new Price(45));
        rates.set(keeper, set);
        rates.set(keeper, set);
        var changes = tariffs.changes(Paging.first());
        assertThat(changes.total()).isEqualTo(2);
        assertThat(changes.rows().getFirst())
                .satisfies(change -> assertThat(change.of()).isEqualTo(TariffChange.Subject.RATES))
                .satisfies(change -> assertThat(change.person()).isEqualTo(keeper.person()))
                .satisfies(change -> assertThat(change.personName()).isEqualTo("Aygül"));
        assertThat(tariffs.changesOf(lorry.id().value())).hasSize(1);
        var other = new TruckKind(
                lorry.id(),
                lorry.name(),
                Mass.tonnes(1),
                lorry.perTrip(),
                lorry.perKilometre(),
                lorry.cold(),
                600,
                false);
        refuses(LogisticsRule.TRUCK_KIND_ID_USED, () -> kinds.register(keeper, other));
        assertThatThrownBy(() -> kinds.amend(keeper, truck(3))).isInstanceOf(NotFound.class);
    }

    @Test
    void aWarehouseStandsOnAnOpenWarehouseSite() {
        Site shop = site(SiteKind.STORE);
        refuses(LogisticsRule.WAREHOUSE_NEEDS_WAREHOUSE_SITE, () -> warehouses.put(keeper, at(shop)));
        Site closed = site(SiteKind.SORTING_CENTRE);
        sites.close(keeper, closed.id());
        refuses(LogisticsRule.WAREHOUSE_SITE_CLOSED, () -> warehouses.put(keeper, at(closed)));
        assertThatThrownBy(() -> warehouses.put(
                        keeper, new NearMarketWarehouse(SiteId.next(), Mass.tonnes(1), Price.ZERO, false)))
                .isInstanceOf(NotFound.class);
        Site open = site(SiteKind.WAREHOUSE);
        warehouses.put(keeper, at(open));
        warehouses.withdraw(keeper, open.id());
        assertThat(warehouses.find(open.id())).isEmpty();
        assertThatThrownBy(() -> warehouses.withdraw(keeper, open.id())).isInstanceOf(NotFound.class);
        warehouses.put(keeper, at(open));
        assertThat(warehouses.list()).containsExactly(at(open));
    }

    @Test
    void onlyKeepersOfTariffsChangeThem() {
        Actor clerk = Keepers.with(Right.PLAN_SEASON);
        TruckKind lorry = kinds.register(keeper, truck(10));
        assertThatThrownBy(() -> kinds.register(clerk, truck(5))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> kinds.retire(clerk, lorry.id())).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> rates.set(clerk, new LegRates(Price.ZERO, Price.ZERO)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> warehouses.put(clerk, at(site(SiteKind.WAREHOUSE))))
                .isInstanceOf(Denied.class);
        assertThat(tariffs.changes(Paging.first()).total()).isEqualTo(1);
    }

    @Test
    void manyAtOnceQueueUpAndNoneIsLost() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<TruckKind>> all = IntStream.rangeClosed(1, 20)
                    .<Callable<TruckKind>>mapToObj(tonnes -> () -> kinds.register(keeper, truck(tonnes)))
                    .toList();
            for (var done : threads.invokeAll(all)) done.get();
        }
        assertThat(kinds.list()).hasSize(20);
        assertThat(tariffs.changes(new Paging(0, 50, "")).rows())
                .extracting(TariffChange::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(i -> 21L - i).toList());
    }

    private static TruckKind truck(int tonnes) {
        return new TruckKind(
                TruckKindId.next(),
                TruckKindTests.NAME,
                Mass.tonnes(tonnes),
                Money.yuan(500),
                new Money(600),
                false,
                650,
                false);
    }

    private static NearMarketWarehouse at(Site site) {
        return new NearMarketWarehouse(site.id(), Mass.tonnes(100), new Price(2_000), false);
    }

    private Site site(SiteKind kind) {
        var region = Ground.region(org.farmgate.place.RegionKind.CITY, null, "Jinan", new Coordinates(36.65, 117));
        regions.register(keeper, region);
        return sites.register(
                keeper,
                new Site(
                        SiteId.next(),
                        kind,
                        "Jinan cold store",
                        Optional.empty(),
                        region.id(),
                        new Coordinates(36.65, 117),
                        PartyId.next(),
                        "",
                        false));
    }

    private static void refuses(LogisticsRule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
