package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.Postings;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripCost;
import org.farmgate.logistics.trips.TripCosts;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.logistics.trips.TripOrders;
import org.farmgate.logistics.trips.TripQuery;
import org.farmgate.logistics.trips.TripRuns;
import org.farmgate.logistics.trips.TripShare;
import org.farmgate.logistics.trips.TripState;
import org.farmgate.logistics.trips.TripStop;
import org.farmgate.logistics.trips.TripSummary;
import org.farmgate.logistics.trips.Trips;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.testing.Browser;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.farmgate.trade.CallOffs;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractListing;
import org.farmgate.trade.ContractQuery;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.Signatures;
import org.farmgate.trade.WeekSending;
import org.farmgate.trade.WeekSendings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// An accepted plan becomes trips to more than a hundred stores, and what they cost stands in the books of the
/// chains that share them. The planner reads Chinese, the buyer English, the cooperative Uyghur.
@JourneyTest
@Import({Cast.class, ManyStores.class})
class TripJourney {
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Cast cast;

    @Autowired
    ManyStores stores;

    @Autowired
    Contracts contracts;

    @Autowired
    Signatures signatures;

    @Autowired
    CallOffs callOffs;

    @Autowired
    WeekSendings sendings;

    @Autowired
    Trips trips;

    @Autowired
    TripOrders orders;

    @Autowired
    TripRuns runs;

    @Autowired
    TripCosts costs;

    @Autowired
    Postings postings;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) browser.close();
    }

    private Visitor visitor(String language, String name) {
        return new Visitor(
                browser, "http://localhost:" + port, messages, Locale.forLanguageTag(language), "trip-" + name);
    }

    @Test
    void aPlanBecomesTripsToAHundredStores() {
        try (Visitor planner = visitor("zh-CN", "planner");
                Visitor buyer = visitor("en", "buyer");
                Visitor cooperative = visitor("ug", "cooperative")) {
            planner.signIn("chenjing", Cast.PASSWORD);
            dockAndAccept(planner);
            List<ContractId> signed = sign();
            buyer.signIn("zhoumin", Cast.PASSWORD);
            callOff(buyer, signed);
            cooperative.signIn("zhaolin", Cast.PASSWORD);
            send(cooperative, signed);

            propose(planner);
            List<Trip> drafts = trips(TripState.DRAFT);
            assertThat(drafts).isNotEmpty();
            assertThat(drafts).anyMatch(trip -> trip.planned().isPresent());
            Trip shared = drafts.stream()
                    .filter(Trip::isMixed)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the chains share no truck"));
            run(planner, shared);
            drafts.stream().filter(trip -> !trip.equals(shared)).forEach(this::run);

            List<Trip> closed = trips(TripState.CLOSED);
            assertThat(closed).hasSameSizeAs(drafts);
            Set<SiteId> reached = new HashSet<>();
            Money cost = Money.ZERO;
            for (Trip trip : closed) {
                trip.loads().forEach(load -> reached.add(load.to()));
                cost = cost.plus(costs.of(cast.officer(), trip.id()).total());
            }
            assertThat(reached).hasSizeGreaterThanOrEqualTo(100);
            assertThat(owed(cast.buyer()).plus(owed(stores.otherBuyer)).plus(owed(cast.officer())))
                    .isEqualTo(cost);
            buyer.open("/trips/" + shared.id());
            buyer.sees("trips.own-only");
            buyer.look("own-share");
            planner.open("/trips/figures?first=" + LocalDate.EPOCH.plusYears(56) + "&last=x");
            planner.look("figures-refused");
            LocalDate day = shared.day();
            planner.open("/trips/figures?first=" + day.minusDays(30) + "&last=" + day.plusDays(30));
            planner.sees("trips.figures.on-time");
            planner.look("figures");
        }
    }

    private static void unfold(Visitor visitor, String key) {
        visitor.main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(visitor.words(key)))
                .first()
                .click();
    }

    private Money owed(Actor payer) {
        return postings.balance(AccountKey.payable(
                cast.county(), payer.organisation(), cast.carrier().organisation()));
    }

    private void dockAndAccept(Visitor planner) {
        planner.open("/plans");
        planner.follow("docking.new");
        planner.type("name", "Melons 2026");
        planner.type("firstWeek", stores.week.toString());
        planner.type("lastWeek", stores.week.plusWeeks(1).toString());
        planner.page()
                .locator("#seconds")
                .evaluate("(box, seconds) => { box.add(new Option(seconds, seconds)); box.value = seconds }", "12");
        planner.press("docking.submit");
        planner.sees("docking.stat.surplus");
        planner.follow("docking.accept");
        planner.sees("docking.accept.lead");
        planner.press("docking.accept.submit");
        planner.sees("docking.see.contracts");
    }

    /// Both sides put their names to every contract of the plan.
    private List<ContractId> sign() {
        List<ContractId> signed = new ArrayList<>();
        for (ContractListing row : contracts
                .search(cast.officer(), ContractQuery.all(new Paging(0, 200, "")))
                .rows()) {
            Contract contract = contracts.get(cast.officer(), row.id());
            Actor seller = contract.terms().seller().equals(cast.aygul().organisation()) ? cast.aygul() : cast.tursun();
            contracts.propose(seller, row.id());
            Contract proposed = contracts.get(seller, row.id());
            signatures.sign(seller, row.id(), proposed.hash());
            signatures.sign(buyerOf(contract), row.id(), proposed.hash());
            signed.add(row.id());
        }
        assertThat(signed).isNotEmpty();
        return signed;
    }

    private Actor buyerOf(Contract contract) {
        return contract.terms().buyer().equals(cast.buyer().organisation()) ? cast.buyer() : stores.otherBuyer;
    }

    private void callOff(Visitor buyer, List<ContractId> signed) {
        ContractId own = signed.stream()
                .filter(id -> buyerOf(contracts.get(cast.officer(), id)).equals(cast.buyer()))
                .findFirst()
                .orElseThrow();
        buyer.open("/contracts/" + own);
        unfold(buyer, "trade.call.planned");
        buyer.type("wholeWeek", stores.week.toString());
        buyer.press("trade.call.planned.submit");
        buyer.sees("trade.call.title");
        buyer.look("called-off");
        for (ContractId id : signed) {
            Contract contract = contracts.get(cast.officer(), id);
            for (var week : contract.terms().window().stream().toList()) {
                boolean planned = contract.terms().lines().stream()
                        .anyMatch(line -> line.weeks().contains(week));
                boolean there = callOffs.of(cast.officer(), id).stream()
                        .anyMatch(one -> one.week().equals(week));
                if (planned && !there) callOffs.callPlanned(buyerOf(contract), id, week);
            }
        }
    }

    private void send(Visitor cooperative, List<ContractId> signed) {
        LocalDate first = stores.week.monday().minusDays(7);
        LocalDate last = stores.week.plusWeeks(1).sunday();
        cooperative.open("/contracts/" + signed.getFirst() + "/money");
        unfold(cooperative, "trade.money.send.week");
        cooperative.main().locator("select[name=week]").selectOption(new SelectOption().setIndex(1));
        cooperative.main().locator("select[name=weekFrom]").selectOption(stores.packingHouse.toString());
        cooperative.type("perPackage", "10");
        cooperative.type("weekFirstDay", first.toString());
        cooperative.type("weekLastDay", last.toString());
        cooperative.look("sending-a-week");
        cooperative.press("trade.money.send.week.submit");
        cooperative.page().waitForURL("**/money?saved");
        cooperative.look("sent");
        for (ContractId id : signed) {
            Contract contract = contracts.get(cast.officer(), id);
            for (var week : contract.terms().window().stream().toList()) {
                boolean open = callOffs.of(cast.officer(), id).stream()
                        .anyMatch(one -> one.week().equals(week));
                boolean sent = id.equals(signed.getFirst())
                        && week.equals(contract.terms().window().first());
                if (open && !sent)
                    sendings.send(
                            cast.manager(),
                            new WeekSending(id, week, stores.packingHouse, Mass.kilograms(10), first, last, false));
            }
        }
    }

    private void propose(Visitor planner) {
        planner.open("/trips");
        planner.look("trips-empty");
        planner.main().locator("select[name=origin]").selectOption(cast.county().toString());
        planner.type("first", stores.week.monday().minusDays(7).toString());
        planner.type("last", stores.week.sunday().toString());
        planner.press("trips.propose");
        planner.sees("trips.proposed.title");
        planner.look("proposed");
    }

    private List<Trip> trips(TripState state) {
        return trips.search(cast.officer(), new TripQuery(new Paging(0, 200, ""), Set.of(state))).rows().stream()
                .map(TripSummary::trip)
                .map(trip -> trips.see(cast.officer(), trip.id()))
                .toList();
    }

    /// By the pages.
    private void run(Visitor planner, Trip trip) {
        planner.open("/trips/" + trip.id());
        planner.sees("trips.split");
        planner.look("draft");
        unfold(planner, "trips.order");
        planner.main()
                .locator("select[name=carrier]")
                .selectOption(cast.carrier().organisation().toString());
        planner.type("plate", "新A·12345");
        planner.type("driver", "Li Wei");
        planner.press("trips.order");
        planner.sees("trips.load");
        planner.look("ordered");

        planner.type("code", "YS-NOTHING-000");
        planner.press("trips.load.submit");
        planner.seesText("YS-NOTHING-000");
        planner.look("refused-scan");
        planner.type("code", trip.loads().getFirst().number());
        planner.press("trips.load.submit");
        planner.page().waitForURL("**?saved");
        unfold(planner, "trips.load.rest");
        planner.press("trips.load.rest.submit");
        planner.sees("trips.depart");
        planner.press("trips.depart");
        planner.page().locator("input[name=receiver]").first().waitFor();
        planner.look("on-the-road");
        planner.page().locator("input[name=receiver]").first().fill("Zhang Min");
        planner.press("trips.take-in");
        planner.sees("trips.stage.DELIVERED");
        deliver(trip.id());

        planner.open("/trips/" + trip.id());
        unfold(planner, "trips.costs.add");
        planner.main().locator("select[name=kind]").selectOption("TOLL");
        planner.type("amount", "320.50");
        planner.press("trips.costs.add");
        planner.page().waitForURL("**?saved");
        planner.press("trips.close");
        planner.sees("trips.split.posted");
        planner.look("closed");
        TripCost cost = costs.of(cast.officer(), trip.id());
        assertThat(cost.shares()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(cost.shares()).allSatisfy(share -> assertThat(share.share()).isLessThanOrEqualTo(share.alone()));
        assertThat(cost.shares().stream().map(TripShare::total).reduce(Money.ZERO, Money::plus))
                .isEqualTo(cost.total());
        assertThat(planner.main().locator("#split").innerText())
                .contains(cost.shares()
                        .getFirst()
                        .share()
                        .inYuan()
                        .toPlainString()
                        .replaceAll("(\\d)(\\d{3}\\.)", "$1,$2"));
    }

    /// As a program would.
    private void run(Trip trip) {
        Trip ordered = orders.order(
                cast.officer(),
                trip.id(),
                trip.version(),
                new Trip.Carriage(cast.carrier().organisation(), "新A·54321", "Ma Jun"),
                Optional.empty());
        runs.loadRest(cast.carrier(), ordered.id());
        runs.depart(cast.carrier(), ordered.id());
        deliver(ordered.id());
        costs.close(cast.officer(), ordered.id());
    }

    private void deliver(TripId id) {
        for (TripStop stop : trips.see(cast.officer(), id).stops())
            if (!stop.pickUp()) runs.deliver(cast.carrier(), id, stop.site(), stop.leg(), "Zhang Min");
    }
}
