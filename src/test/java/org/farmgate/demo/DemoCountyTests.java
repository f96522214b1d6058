package org.farmgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.logistics.Tariffs;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.party.Representation;
import org.farmgate.place.Site;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Account;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.DemoSignIns;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.Offer;
import org.farmgate.supply.Offers;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.PlotSize;
import org.farmgate.supply.Plots;
import org.farmgate.supply.Quotes;
import org.farmgate.testing.WholeAppTest;
import org.farmgate.testing.WithDemoCounty;
import org.farmgate.trade.Demand;
import org.farmgate.trade.Demands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The loaded county, asked through the facades, adds up to the public figures. See the tables' README for the
/// numbers of the figures.
@WholeAppTest
@WithDemoCounty
class DemoCountyTests {
    private static final long TONNE = 1_000_000;

    @Autowired
    DemoLoading loading;

    @Autowired
    DemoPeople people;

    @Autowired
    DemoSignIns signIns;

    @Autowired
    Accounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    Parties parties;

    @Autowired
    Representation representation;

    @Autowired
    Plots plots;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Offers offers;

    @Autowired
    Quotes quotes;

    @Autowired
    Demands demands;

    @Autowired
    Sites sites;

    @Autowired
    Tariffs tariffs;

    @Autowired
    JdbcClient database;

    private final int year = DemoLoading.seasonYear(LocalDate.now());
    private final WeekSpan season = new WeekSpan(new IsoWeek(year, 1), new IsoWeek(year, 52));

    @Test
    void nanhuHasItsMelonLandAndItsCrop() {
        Map<PlotId, Plot> nanhu = plots.byIds(keys("plots", "key").stream()
                .filter(key -> key.startsWith("nanhu-"))
                .map(Named::plot)
                .toList());

        assertThat(nanhu).hasSize(290);
        assertThat(nanhu.values().stream().map(Plot::grower).collect(Collectors.toSet()))
                .hasSize(120);
        long squareMetres = nanhu.values().stream()
                .mapToLong(plot -> ((PlotSize.Field) plot.size()).area().squareMetres())
                .sum();
        assertThat(new Area(squareMetres).in(Area.Unit.MU).setScale(0, java.math.RoundingMode.HALF_UP))
                .isEqualByComparingTo("14500");
        assertThat(forecasts.ofPlots(nanhu.keySet(), season).stream()
                        .mapToLong(forecast -> forecast.mass().grams())
                        .sum())
                .isEqualTo(30_000 * TONNE);
    }

    @Test
    void everythingThatIsForecastIsOnOffer() {
        List<Offer> all = offers.in(season);

        long forecast = all.stream()
                .filter(offer -> offer.key().startsWith("forecast:"))
                .mapToLong(offer -> offer.mass().grams())
                .sum();
        long lots = all.stream().filter(offer -> offer.key().startsWith("lot:")).count();
        assertThat(forecast).isEqualTo(kilograms("forecasts") * 1000);
        assertThat(lots).isEqualTo(keys("harvests", "plot").size());
    }

    @Test
    void buyersWantWhatTheFiguresSay() {
        assertThat(wanted(3)).isEqualTo(53_455 * TONNE);
        assertThat(wanted(7)).isEqualTo(350_000 * TONNE);
        assertThat(wanted(8)).isEqualTo(11_600 * TONNE);
        assertThat(demands.openIn(season)).hasSize(keys("demands", "key").size());
    }

    @Test
    void theShandongAllianceHasItsStoresAndWarehouses() {
        PartyId alliance = Named.party("alliance-shandong");
        List<Site> own = sites
                .byIds(keys("sites", "key").stream().map(Named::site).toList())
                .values()
                .stream()
                .filter(site -> site.operator().equals(alliance))
                .toList();

        assertThat(own.stream().filter(site -> site.kind() == SiteKind.STORE)).hasSize(198);
        Set<org.farmgate.place.SiteId> warehouses = own.stream()
                .filter(site -> site.kind() == SiteKind.WAREHOUSE)
                .map(Site::id)
                .collect(Collectors.toSet());
        assertThat(warehouses).hasSize(5);
        assertThat(tariffs.current().warehouses().stream().map(warehouse -> warehouse.site()))
                .containsAll(warehouses);
        assertThat(tariffs.current().truckKinds()).hasSize(4);
    }

    @Test
    void everyGrowerHasRecordedThatTheirCooperativeActsForThem() {
        Actor manager = actor("ehmet");
        List<PartyId> growers =
                parties.byIds(keys("people", "key").stream().map(Named::party).toList()).values().stream()
                        .filter(party -> party.kind() == PartyKind.GROWER)
                        .map(Party::id)
                        .toList();

        assertThat(growers).hasSize(255);
        assertThat(representation.allowed(manager, growers)).hasSize(120);
    }

    @Test
    void thereIsALocalPriceForWhatHamiGrows() {
        assertThat(quotes.best(LocalDate.now()).keySet().stream()
                        .filter(key -> key.county().equals(Named.region("yizhou")))
                        .map(key -> key.product()))
                .contains(Named.product("hami-melon"), Named.product("table-grape"));
    }

    @Test
    void thoseWhoSignInMayDoTheirWork() {
        assertThat(signIns.all()).hasSize(9);
        assertThat(actor("nurgul").rights()).contains(Right.REGISTER_SUPPLY, Right.SIGN_CONTRACT);
        assertThat(actor("ehmet").rights()).contains(Right.MANAGE_PARTIES, Right.REGISTER_SUPPLY);
        assertThat(actor("wangfang").rights()).contains(Right.PLAN_SEASON);
        assertThat(actor("zhaolei").rights()).contains(Right.POST_DEMAND, Right.SIGN_CONTRACT);
        assertThat(actor("daniyar").rights()).contains(Right.SET_TARIFFS);
        assertThat(actor("liuyang").everywhere()).isTrue();
    }

    @Test
    void loadingAgainChangesNothing() {
        long before = rows();

        assertThat(loading.loadIfEmpty()).isFalse();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void onAnotherAddressNobodyOfTheDemoSignsIn() {
        people.settle(false);
        try {
            assertThat(signIns.all()).isEmpty();
            assertThat(accounts.check("wangfang", signIns.password())).isEmpty();
        } finally {
            people.settle(true);
        }
        assertThat(signIns.all()).hasSize(9);
        assertThat(accounts.check("wangfang", signIns.password())).isPresent();
    }

    @Test
    void whomAnAdministratorLockedOutStaysOut() {
        Account buyer = accounts.check("huangmin", signIns.password()).orElseThrow();
        accounts.disable(actor("liuyang"), buyer.id());
        try {
            people.settle(false);
            people.settle(true);
            assertThat(accounts.check("huangmin", signIns.password())).isEmpty();
        } finally {
            accounts.enable(actor("liuyang"), buyer.id());
        }
    }

    private Actor actor(String username) {
        Account account = accounts.check(username, signIns.password()).orElseThrow();
        return actors.of(account.id(), account.person(), Optional.empty());
    }

    private long wanted(int figure) {
        Collection<org.farmgate.trade.DemandId> ids = Table.read("demand_figures").rows().stream()
                .filter(row -> row.count("figure") == figure)
                .map(row -> Named.demand(row.text("demand")))
                .toList();
        return demands.byIds(ids).values().stream()
                .map(Demand::wanted)
                .mapToLong(mass -> mass.grams())
                .sum();
    }

    private static List<String> keys(String table, String column) {
        return Table.read(table).each(row -> row.text(column));
    }

    private static long kilograms(String table) {
        return Table.read(table).rows().stream()
                .mapToLong(row -> row.number("mass_kg"))
                .sum();
    }

    private long rows() {
        return List.of(
                        "party.party",
                        "party.membership",
                        "party.consent",
                        "supply.plot",
                        "supply.forecast_revision",
                        "supply.harvest",
                        "supply.quote",
                        "trade.demand",
                        "place.site",
                        "platform.account")
                .stream()
                .mapToLong(table -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .sum();
    }
}
