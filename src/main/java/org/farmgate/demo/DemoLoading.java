package org.farmgate.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.platform.Account;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.Founding;
import org.farmgate.platform.PartyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Loads the demo county in one transaction: it is there whole or not at all, and whoever is killed in the middle
/// begins anew at the next start.
@Component
class DemoLoading {
    /// It opens nothing but invented data on one's own machine: see [DemoPeople].
    static final String PASSWORD = "sweet-melon-season";

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoading.class);
    static final String ADMINISTRATOR = "administrator";

    private final DemoStore store;
    private final Accounts accounts;
    private final Actors actors;
    private final Founding founding;
    private final GroundLoading ground;
    private final PeopleLoading people;
    private final SupplyLoading supply;
    private final MarketLoading market;
    private final StockLoading stock;
    private final SalesLoading sales;
    private final ShowLoading shows;
    private final TripLoading trips;
    private final ParcelLoading parcels;
    private final Clock clock;

    DemoLoading(
            DemoStore store,
            Accounts accounts,
            Actors actors,
            Founding founding,
            GroundLoading ground,
            PeopleLoading people,
            SupplyLoading supply,
            MarketLoading market,
            StockLoading stock,
            SalesLoading sales,
            ShowLoading shows,
            TripLoading trips,
            ParcelLoading parcels,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.actors = actors;
        this.founding = founding;
        this.ground = ground;
        this.people = people;
        this.supply = supply;
        this.market = market;
        this.stock = stock;
        this.sales = sales;
        this.shows = shows;
        this.trips = trips;
        this.parcels = parcels;
        this.clock = clock;
    }

    /// Does nothing where anybody can sign in already. Answers whether it loaded.
    @Transactional
    public boolean loadIfEmpty() {
        store.waitForTurn();
        if (store.isLoaded() || !accounts.isEmpty()) return false;
        LOG.info("Loading the demo county; names of people and firms are invented.");
        int year = seasonYear(LocalDate.now(clock));
        List<Table.Row> signIns = Table.read("sign_ins").rows();
        Table.Row first = signIns.stream()
                .filter(row -> row.text("role").equals(ADMINISTRATOR))
                .findFirst()
                .orElseThrow();
        Actor operator = found(first);
        ground.load(operator);
        LOG.info("Demo county: places and products are there.");
        PeopleLoading.Known known = people.load(operator, first.text("person"));
        LOG.info(
                "Demo county: {} people and organisations are there.",
                known.ids().size());
        supply.load(operator, known, year);
        LOG.info("Demo county: the supply of the season {} is there.", year);
        market.load(operator, known, year);
        LOG.info("Demo county: tariffs and demands are there.");
        stock.load(known);
        sales.load(known);
        shows.load(known);
        trips.load(known);
        parcels.load(operator);
        LOG.info("Demo county: goods lie in store, and some are on sale.");
        signIns.forEach(row -> open(row, known.id(row.text("person")), operator, signIns.indexOf(row)));
        store.noteLoaded(year, clock.instant());
        return true;
    }

    /// The first year whose weeks all lie ahead: forecasts and demands of any week of it can be made.
    static int seasonYear(LocalDate today) {
        IsoWeek now = IsoWeek.of(today);
        return now.week() == 1 ? now.year() : now.year() + 1;
    }

    private Actor found(Table.Row signIn) {
        String organisation = Table.read("organisations")
                .byKey()
                .getOrDefault(PeopleLoading.OPERATOR, signIn)
                .registeredName();
        String name = Table.read("people")
                .byKey()
                .getOrDefault(signIn.text("person"), signIn)
                .text("name");
        PartyId person = founding.found(organisation, name);
        Account account = accounts.open(Optional.empty(), person, signIn.text("username"), PASSWORD);
        return actors.of(account.id(), person, Optional.empty());
    }

    private void open(Table.Row row, PartyId person, Actor operator, int ordinal) {
        String username = row.text("username");
        var account = person.equals(operator.person())
                ? operator.account()
                : accounts.open(Optional.empty(), person, username, PASSWORD).id();
        store.add(new DemoStore.SignIn(account, person, username, row.text("role"), false), ordinal);
    }
}
