package org.farmgate.logistics.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Postings;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Handling;
import org.farmgate.logistics.Incident;
import org.farmgate.logistics.Incidents;
import org.farmgate.logistics.LogisticsRule;
import org.farmgate.logistics.Rates;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@ModuleTest
@Import(Cast.class)
class TripsTests {
    @Autowired
    Cast cast;

    @Autowired
    Trips trips;

    @Autowired
    TripOrders orders;

    @Autowired
    TripRuns runs;

    @Autowired
    TripCosts costs;

    @Autowired
    Temperatures temperatures;

    @Autowired
    Proposals proposals;

    @Autowired
    PlannedTrips planned;

    @Autowired
    Consignments consignments;

    @Autowired
    Incidents incidents;

    @Autowired
    Postings postings;

    @Autowired
    TruckKinds kinds;

    @Autowired
    Rates rates;

    @Autowired
    Sites sites;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Yard yard = new Yard(null, null, null, null, null, null);
    private TruckKind lorry = null;
    private TruckKind trailer = null;
    private SiteId house = SiteId.next();
    private SiteId otherHouse = SiteId.next();
    private List<SiteId> stores = List.of();
    private PartyId one = new PartyId(UUID.randomUUID());
    private PartyId other = new PartyId(UUID.randomUUID());

    @BeforeEach
    void aCountyWithTrucks() {
        yard = new Yard(cast, consignments, kinds, rates, sites, clock);
        kinds.list().stream().filter(kind -> !kind.retired()).forEach(kind -> kinds.retire(cast.admin(), kind.id()));
        // Nothing that another test left waits on the yard.
        jdbc.sql("update logistics.consignment set stage = 'FAILED', failed_at = now(), failed_reason = 'another test'"
                        + " where stage = 'BOOKED'")
                .update();
        yard.rates();
        lorry = yard.truck(10, 500, 5, false);
        trailer = yard.truck(30, 900, 7, false);
        one = cast.manager().organisation();
        other = cast.otherManager().organisation();
        house = yard.packingHouse(cast.manager());
        otherHouse = yard.packingHouse(cast.otherManager());
        stores = yard.stores(4);
    }

    private static void refused(Rule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).satisfies((Consumer<Throwable>) thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule)));
    }

    /// Two companies' goods for two stores on a trailer.
    private List<Consignment> shared() {
        return List.of(
                yard.goods(one, house, stores.get(0), 8_000), yard.goods(other, otherHouse, stores.get(1), 7_000));
    }

    private Trip ordered(TruckKind kind, List<Consignment> goods) {
        Trip trip = trips.plan(cast.officer(), yard.trip(kind, goods));
        return orders.order(cast.officer(), trip.id(), trip.version(), yard.carriage(), Optional.empty());
    }

    private Trip onTheRoad(List<Consignment> goods) {
        Trip trip = ordered(trailer, goods);
        goods.forEach(load -> runs.load(cast.carrier(), trip.id(), UUID.randomUUID(), load.number(), Optional.empty()));
        return runs.depart(cast.carrier(), trip.id());
    }

    private void delivered(Trip trip) {
        trip.stops().stream()
                .filter(stop -> !stop.pickUp())
                .forEach(stop -> runs.deliver(cast.carrier(), trip.id(), stop.site(), stop.leg(), "Zhang Min"));
    }

    @Test
    void severalCompaniesShareATruckAndNobodyPaysMoreThanAlone(AssertablePublishedEvents events) {
        Map<PartyId, Money> before = Map.of(one, owed(one), other, owed(other));
        Map<PartyId, Money> spent = Map.of(one, spent(one), other, spent(other));
        List<Consignment> goods = shared();
        Trip trip = onTheRoad(goods);
        assertThat(trip.state()).isEqualTo(TripState.DEPARTED);
        assertThat(trip.stops()).hasSize(4);
        assertThat(trip.isMixed()).isTrue();
        assertThat(consignments.get(goods.getFirst().id()).stage()).isEqualTo(ConsignmentStage.HANDED_OVER);
        refused(TripRule.TRIP_STILL_LOADED, () -> costs.close(cast.officer(), trip.id()));
        delivered(trip);
        assertThat(consignments.get(goods.getFirst().id()).stage()).isEqualTo(ConsignmentStage.DELIVERED);

        costs.add(
                cast.officer(),
                trip.id(),
                new CostLine(UUID.randomUUID(), CostLine.Kind.TOLL, Money.yuan(300), "Lianhuo motorway"));
        TripCost cost = costs.close(cast.officer(), trip.id());
        assertThat(cost.total()).isEqualTo(trip.hire().plus(Money.yuan(300)));
        assertThat(cost.excess()).isEqualTo(Money.ZERO);
        assertThat(cost.shares()).hasSize(2);
        Money paid = Money.ZERO;
        for (TripShare share : cost.shares()) {
            assertThat(share.share()).isLessThanOrEqualTo(share.alone());
            paid = paid.plus(share.share());
            assertThat(owed(share.payer()).minus(before.get(share.payer()))).isEqualTo(share.share());
            assertThat(spent(share.payer()).minus(spent.get(share.payer()))).isEqualTo(share.share());
        }
        assertThat(paid).isEqualTo(cost.total());
        // Once is enough.
        assertThat(costs.close(cast.officer(), trip.id()).shares()).isEqualTo(cost.shares());
        TripShare first = cost.shares().getFirst();
        assertThat(owed(first.payer()).minus(before.get(first.payer()))).isEqualTo(first.share());
        assertThat(events.ofType(TripClosed.class)
                        .matching(closed -> closed.trip().equals(trip.id())))
                .hasSize(1);
        assertThat(trips.see(cast.officer(), trip.id()).state()).isEqualTo(TripState.CLOSED);
    }

    private Money spent(PartyId payer) {
        return postings.balance(AccountKey.of(cast.county(), AccountKind.FREIGHT_COST, payer));
    }

    private Money owed(PartyId payer) {
        return postings.balance(
                AccountKey.payable(cast.county(), payer, cast.carrier().organisation()));
    }

    @Test
    void whoOrdersADearTripPaysTheExcess() {
        Trip draft =
                trips.plan(cast.manager(), yard.trip(trailer, List.of(yard.goods(one, house, stores.get(0), 3_000))));
        Money before = owed(one);
        Trip trip = orders.order(
                cast.manager(), draft.id(), draft.version(), yard.carriage(), Optional.of(Money.yuan(60_000)));
        runs.load(
                cast.manager(),
                trip.id(),
                UUID.randomUUID(),
                trip.loads().getFirst().number(),
                Optional.empty());
        delivered(runs.depart(cast.manager(), trip.id()));
        TripCost cost = costs.close(cast.manager(), trip.id());
        TripShare share = cost.shares().getFirst();
        assertThat(share.share()).isEqualTo(share.alone());
        assertThat(share.excess()).isEqualTo(Money.yuan(60_000).minus(share.alone()));
        assertThat(owed(one).minus(before)).isEqualTo(Money.yuan(60_000));
    }

    @Test
    void theOneWhoPaysIsWhoBearsTheFreight() {
        PartyId buyer = cast.buyer().organisation();
        Consignment goods = yard.goods(one, house, stores.get(0), 3_000, Handling.paidBy(buyer));
        assertThat(goods.payer()).isEqualTo(buyer);
        Trip trip = onTheRoad(List.of(goods));
        delivered(trip);
        costs.close(cast.officer(), trip.id());
        TripCost cost = costs.of(cast.officer(), trip.id());
        TripShare riding = cost.shares().stream()
                .filter(share -> share.payer().equals(buyer))
                .findFirst()
                .orElseThrow();
        assertThat(owed(buyer)).isEqualTo(riding.share());
        // A trailer for three tonnes: what that costs beyond a lorry is for who ordered it.
        assertThat(owed(cast.officer().organisation())).isEqualTo(cost.total().minus(riding.share()));
        // The buyer sees the trip that it pays.
        assertThat(trips.see(cast.buyer(), trip.id()).loads()).hasSize(1);
    }

    @Test
    void aCompanySeesItsOwnAlone() {
        Trip trip = onTheRoad(shared());
        Trip seen = trips.see(cast.otherManager(), trip.id());
        assertThat(seen.loads()).extracting(TripLoad::sender).containsOnly(other);
        assertThat(seen.stops()).hasSize(2);
        assertThat(costs.of(cast.otherManager(), trip.id()).shares())
                .extracting(TripShare::payer)
                .containsExactly(other);
        assertThat(costs.of(cast.officer(), trip.id()).shares()).hasSize(2);
        assertThatThrownBy(() -> trips.see(cast.faraway(), trip.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> costs.of(cast.faraway(), trip.id())).isInstanceOf(NotFound.class);
        assertThat(trips.search(cast.otherManager(), new TripQuery(Paging.first(), Set.of()))
                        .rows())
                .extracting(row -> row.trip().id())
                .contains(trip.id());
        assertThat(trips.search(cast.faraway(), new TripQuery(Paging.first(), Set.of()))
                        .rows())
                .isEmpty();
    }

    @Test
    void nobodyShipsTheGoodsOfOthers() {
        Consignment goods = yard.goods(other, otherHouse, stores.get(0), 100);
        assertThatThrownBy(() -> trips.plan(cast.manager(), yard.trip(lorry, List.of(goods))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> trips.plan(cast.viewer(), yard.trip(lorry, List.of(goods))))
                .isInstanceOf(Denied.class);
        Trip trip = trips.plan(cast.officer(), yard.trip(lorry, List.of(goods)));
        assertThatThrownBy(() -> trips.remove(cast.otherManager(), trip.id(), trip.version(), goods.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aTruckIsNotOverfilled() {
        List<Consignment> heavy =
                List.of(yard.goods(one, house, stores.get(0), 6_000), yard.goods(one, house, stores.get(1), 5_000));
        refused(TripRule.TRIP_OVERFILLED, () -> trips.plan(cast.officer(), yard.trip(lorry, heavy)));
        Trip trip = ordered(lorry, heavy.subList(0, 1));
        refused(
                TripRule.TRIP_OVERFILLED,
                () -> trips.add(
                        cast.officer(),
                        trip.id(),
                        trip.version(),
                        List.of(heavy.get(1).id()),
                        Leg.OUT));
        Consignment full = yard.goods(one, house, stores.get(2), 4_000);
        Trip more = trips.add(cast.officer(), trip.id(), trip.version(), List.of(full.id()), Leg.OUT);
        runs.load(cast.clerk(), more.id(), UUID.randomUUID(), heavy.get(0).number(), Optional.empty());
        refused(
                TripRule.TRIP_OVERFILLED,
                () -> runs.load(
                        cast.officer(),
                        more.id(),
                        UUID.randomUUID(),
                        full.number(),
                        Optional.of(Mass.kilograms(4_100))));
        // What was refused stays in the trail.
        assertThat(runs.scans(cast.officer(), more.id()))
                .extracting(TripScan::refusal)
                .containsExactlyInAnyOrder("", "TRIP_OVERFILLED");
        assertThat(consignments.get(full.id()).stage()).isEqualTo(ConsignmentStage.BOOKED);
    }

    @Test
    void whatIsScannedMustFit() {
        Trip trip = ordered(trailer, shared());
        TripLoad load = trip.loads().getFirst();
        refused(
                TripRule.TRIP_CODE_NOT_ABOARD,
                () -> runs.load(cast.carrier(), trip.id(), UUID.randomUUID(), "YS-0-0", Optional.empty()));
        refused(
                TripRule.TRIP_WEIGHT_UNLIKELY,
                () -> runs.load(
                        cast.carrier(), trip.id(), UUID.randomUUID(), load.number(), Optional.of(Mass.kilograms(70))));
        assertThatThrownBy(
                        () -> runs.load(cast.viewer(), trip.id(), UUID.randomUUID(), load.number(), Optional.empty()))
                .isInstanceOf(Denied.class);
        TripLoad othersLoad = trip.loads().stream()
                .filter(one -> one.sender().equals(other))
                .findFirst()
                .orElseThrow();
        refused(
                TripRule.TRIP_CODE_NOT_ABOARD,
                () -> runs.load(cast.clerk(), trip.id(), UUID.randomUUID(), othersLoad.number(), Optional.empty()));
        assertThatThrownBy(
                        () -> runs.load(cast.faraway(), trip.id(), UUID.randomUUID(), load.number(), Optional.empty()))
                .isInstanceOf(Denied.class);
        UUID scan = UUID.randomUUID();
        runs.load(cast.carrier(), trip.id(), scan, load.number().toLowerCase(java.util.Locale.ROOT), Optional.empty());
        runs.load(cast.carrier(), trip.id(), scan, load.number(), Optional.empty());
        runs.load(
                cast.carrier(), trip.id(), UUID.randomUUID(), load.consignment().toString(), Optional.empty());
        assertThat(trips.see(cast.officer(), trip.id()).loads())
                .filteredOn(one -> one.loaded().isPresent())
                .hasSize(1);
        assertThat(runs.scans(cast.carrier(), trip.id())).hasSize(5);
    }

    @Test
    void everythingElseIsLoadedAsBooked() {
        Trip trip = ordered(trailer, shared());
        String first = trip.loads().getFirst().number();
        runs.load(cast.carrier(), trip.id(), UUID.randomUUID(), first, Optional.of(Mass.kilograms(7_100)));
        runs.loadRest(cast.carrier(), trip.id());
        runs.loadRest(cast.carrier(), trip.id());
        Trip loaded = trips.see(cast.officer(), trip.id());
        assertThat(loaded.loads()).allMatch(load -> load.loaded().isPresent());
        assertThat(loaded.loads())
                .filteredOn(load -> load.number().equals(first))
                .extracting(TripLoad::counted)
                .containsExactly(Mass.kilograms(7_100));
        assertThat(runs.scans(cast.carrier(), trip.id())).hasSize(2);
        // A sender vouches for its own goods alone.
        Trip other = ordered(trailer, shared());
        runs.loadRest(cast.clerk(), other.id());
        assertThat(trips.see(cast.officer(), other.id()).loads())
                .filteredOn(load -> load.loaded().isPresent())
                .extracting(TripLoad::sender)
                .containsExactly(one);
    }

    @Test
    void whatDoesNotComeAlongIsFreeAgain() {
        List<Consignment> goods = shared();
        Trip trip = ordered(trailer, goods);
        refused(TripRule.TRIP_EMPTY, () -> runs.depart(cast.carrier(), trip.id()));
        runs.load(cast.carrier(), trip.id(), UUID.randomUUID(), goods.get(0).number(), Optional.empty());
        Trip gone = runs.depart(cast.carrier(), trip.id());
        assertThat(gone.loads()).hasSize(1);
        assertThat(gone.stops()).hasSize(2);
        Trip next = trips.plan(cast.officer(), yard.trip(lorry, goods.subList(1, 2)));
        assertThat(next.loads()).hasSize(1);
        refused(TripRule.TRIP_GOODS_NOT_FREE, () -> trips.plan(cast.officer(), yard.trip(lorry, goods.subList(0, 1))));
        refused(TripRule.TRIP_NOT_IN_THAT_STATE, () -> orders.cancel(cast.officer(), gone.id(), "late"));
    }

    @Test
    void aTripGivenUpGivesItsGoodsBack() {
        List<Consignment> goods = shared();
        Trip trip = ordered(trailer, goods);
        orders.cancel(cast.officer(), trip.id(), "Snow on the pass");
        orders.cancel(cast.officer(), trip.id(), "Snow on the pass");
        assertThat(trips.see(cast.officer(), trip.id()).cancelledFor()).isEqualTo("Snow on the pass");
        assertThat(trips.plan(cast.officer(), yard.trip(trailer, goods)).loads())
                .hasSize(2);
    }

    @Test
    void twoTripsNeverTakeTheSameGoods() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            List<Consignment> goods = shared();
            List<Callable<Trip>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) both.add(() -> trips.plan(cast.officer(), yard.trip(trailer, goods)));
            assertThat(Race.won(Race.of(both))).isEqualTo(1);
            assertThat(jdbc.sql("select count(*) from logistics.trip_load where consignment_id = :id")
                            .param("id", goods.getFirst().id().value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void closingTwiceAtOncePostsOnce() throws InterruptedException {
        Trip trip = onTheRoad(shared());
        delivered(trip);
        Money before = owed(one);
        List<Callable<TripCost>> both =
                List.of(() -> costs.close(cast.officer(), trip.id()), () -> costs.close(cast.admin(), trip.id()));
        assertThat(Race.won(Race.of(both))).isEqualTo(2);
        Money share = costs.of(cast.officer(), trip.id()).shares().stream()
                .filter(row -> row.payer().equals(one))
                .map(TripShare::share)
                .findFirst()
                .orElseThrow();
        assertThat(owed(one).minus(before)).isEqualTo(share);
    }

    @Test
    void twoScansOfTheSameGoodsLoadThemOnce() throws InterruptedException {
        Trip trip = ordered(trailer, shared());
        String code = trip.loads().getFirst().number();
        List<Callable<TripScan>> both = List.of(
                () -> runs.load(cast.carrier(), trip.id(), UUID.randomUUID(), code, Optional.empty()),
                () -> runs.load(cast.officer(), trip.id(), UUID.randomUUID(), code, Optional.empty()));
        assertThat(Race.won(Race.of(both))).isEqualTo(2);
        assertThat(consignments.history(cast.officer(), trip.loads().getFirst().consignment()))
                .hasSize(2);
    }

    @Test
    void goodsRideHomeOnTheWayBack() {
        Trip trip = onTheRoad(shared());
        assertThat(trip.emptyMetres()).isZero();
        Consignment back = yard.goods(one, stores.get(2), house, 2_000);
        Trip more = trips.add(cast.officer(), trip.id(), trip.version(), List.of(back.id()), Leg.BACK);
        assertThat(more.stops()).hasSize(6);
        runs.load(cast.carrier(), trip.id(), UUID.randomUUID(), back.number(), Optional.empty());
        Trip loaded = trips.see(cast.officer(), trip.id());
        delivered(loaded);
        TripCost cost = costs.close(cast.officer(), trip.id());
        assertThat(cost.total()).isEqualTo(trip.hire());
        assertThat(cost.shares().stream().map(TripShare::share).reduce(Money.ZERO, Money::plus))
                .isEqualTo(cost.total());
        assertThat(consignments.get(back.id()).stage()).isEqualTo(ConsignmentStage.DELIVERED);
    }

    @Test
    void whatComesAlongLaterDoesNotTurnTheWayRound() {
        Trip trip = trips.plan(
                cast.officer(),
                yard.trip(
                        trailer,
                        List.of(
                                yard.goods(one, house, stores.get(0), 100),
                                yard.goods(one, house, stores.get(1), 100),
                                yard.goods(one, house, stores.get(2), 100))));
        Trip moved = trips.moveStop(cast.officer(), trip.id(), trip.version(), 3, -2);
        Consignment more = yard.goods(one, house, stores.get(3), 100);
        Consignment back = yard.goods(one, stores.get(2), house, 100);
        Trip out = trips.add(cast.officer(), trip.id(), moved.version(), List.of(more.id()), Leg.OUT);
        Trip both = trips.add(cast.officer(), trip.id(), out.version(), List.of(back.id()), Leg.BACK);
        assertThat(both.stops()).hasSize(7);
        List<SiteId> before = moved.stops().stream().map(TripStop::site).toList();
        assertThat(both.stops().stream()
                        .filter(stop -> stop.leg() == Leg.OUT)
                        .map(TripStop::site)
                        .filter(before::contains))
                .containsExactlyElementsOf(before);
    }

    @Test
    void whatATripHasTakenGoesWithNoOtherCarrier() {
        Trip trip = ordered(trailer, shared());
        TripLoad load = trip.loads().stream()
                .filter(row -> row.sender().equals(one))
                .findFirst()
                .orElseThrow();
        refused(
                LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE,
                () -> consignments.handOver(
                        cast.manager(),
                        load.consignment(),
                        new Carrier(Optional.empty(), "A neighbour"),
                        Optional.empty(),
                        clock.instant()));
        runs.load(cast.manager(), trip.id(), UUID.randomUUID(), load.number(), Optional.empty());
        assertThat(consignments.get(load.consignment()).stage()).isEqualTo(ConsignmentStage.HANDED_OVER);
    }

    @Test
    void whoPaysTheFreightDoesNotLoadTheGoodsOfOthers() {
        PartyId buyer = cast.buyer().organisation();
        Trip trip = ordered(lorry, List.of(yard.goods(one, house, stores.get(0), 3_000, Handling.paidBy(buyer))));
        assertThat(runs.mayLoad(cast.buyer(), trips.see(cast.buyer(), trip.id())))
                .isFalse();
        assertThatThrownBy(() -> runs.loadRest(cast.buyer(), trip.id())).isInstanceOfAny(NotFound.class, Denied.class);
        assertThat(runs.mayLoad(cast.clerk(), trip)).isTrue();
    }

    @Test
    void whatTheTruckCostsIsNotForRiders() {
        Trip trip = onTheRoad(shared());
        costs.add(cast.officer(), trip.id(), new CostLine(UUID.randomUUID(), CostLine.Kind.TOLL, Money.yuan(300), ""));
        TripCost seen = costs.of(cast.otherManager(), trip.id());
        assertThat(seen.total()).isEqualTo(Money.ZERO);
        assertThat(seen.shares()).hasSize(1);
        assertThat(trips.see(cast.otherManager(), trip.id()).hire()).isEqualTo(Money.ZERO);
        assertThat(trips.search(cast.otherManager(), new TripQuery(Paging.first(), Set.of())).rows().stream()
                        .filter(row -> row.trip().id().equals(trip.id())))
                .hasSize(1)
                .allMatch(row ->
                        !row.isWhole() && row.cost().isEmpty() && row.out().isZero());
    }

    @Test
    void theTrucksOfAPlanAreUsedOnce() {
        LocalDate today = LocalDate.now(clock);
        planned.announce(List.of(new PlannedTrip(
                new PlannedTripKey(UUID.randomUUID(), 1),
                cast.county(),
                Optional.of(cast.province()),
                Optional.empty(),
                org.farmgate.measure.IsoWeek.of(today),
                trailer.id(),
                1,
                Mass.tonnes(29),
                Money.yuan(20_000))));
        int follow = 0;
        for (int round = 0; round < 2; round++) {
            yard.goods(one, house, stores.get(0), 20_000);
            for (Trip trip : proposals
                    .propose(cast.officer(), cast.county(), today, today.plusDays(6))
                    .trips()) if (trip.planned().isPresent()) follow++;
        }
        assertThat(follow).isEqualTo(1);
    }

    @Test
    void goodsForTheWayBackAreLoadedWhenTheTruckIsThere() {
        Trip trip = ordered(trailer, shared());
        Consignment back = yard.goods(one, stores.get(2), house, 2_000);
        Trip more = trips.add(cast.officer(), trip.id(), trip.version(), List.of(back.id()), Leg.BACK);
        refused(
                TripRule.TRIP_LEG_NOT_YET,
                () -> runs.load(cast.carrier(), more.id(), UUID.randomUUID(), back.number(), Optional.empty()));
    }

    @Test
    void goodsThatNeedColdRideCold() {
        Consignment cold = yard.goods(one, house, stores.get(0), 500, new Handling(0, true, Optional.empty()));
        refused(TripRule.TRIP_NOT_COLD, () -> trips.plan(cast.officer(), yard.trip(lorry, List.of(cold))));
        TruckKind fridge = yard.truck(8, 700, 6, true);
        NewTrip wanted = yard.trip(fridge, List.of(cold));
        Trip trip = trips.plan(
                cast.officer(),
                new NewTrip(
                        wanted.id(),
                        wanted.origin(),
                        wanted.day(),
                        wanted.truckKind(),
                        0,
                        Optional.of(new TemperatureRange(0, 40)),
                        Optional.empty(),
                        wanted.goods()));
        assertThat(trip.cold()).isTrue();
        refused(
                TripRule.TRIP_NOT_COLD,
                () -> trips.use(
                        cast.officer(), trip.id(), trip.version(), lorry.id(), trip.day(), 0, Optional.empty()));
    }

    @Test
    void aColdRoomThatGetsWarmIsTold(AssertablePublishedEvents events) {
        TruckKind fridge = yard.truck(8, 700, 6, true);
        Trip draft = trips.plan(
                cast.officer(),
                yard.trip(
                        fridge,
                        List.of(yard.goods(one, house, stores.get(0), 500, new Handling(0, true, Optional.empty())))));
        Trip ranged = trips.use(
                cast.officer(),
                draft.id(),
                draft.version(),
                fridge.id(),
                draft.day(),
                0,
                Optional.of(new TemperatureRange(0, 40)));
        Trip trip = orders.order(cast.officer(), ranged.id(), ranged.version(), yard.carriage(), Optional.empty());
        runs.loadRest(cast.carrier(), trip.id());
        Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int[] degrees = {20, 35, 55, 72, 38, 30};
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < degrees.length; i++)
            readings.add(new Reading(start.plus(i * 40L, ChronoUnit.SECONDS), degrees[i]));
        assertThat(temperatures.record(cast.carrier(), trip.id(), readings)).isEqualTo(6);
        assertThat(temperatures.record(cast.carrier(), trip.id(), readings)).isZero();
        assertThat(Temperatures.excursions(trip, temperatures.of(cast.carrier(), trip.id())))
                .containsExactly(
                        new Excursion(readings.get(2).at(), readings.get(3).at(), 72, 2));
        assertThat(incidents.of(cast.carrier(), trip.loads().getFirst().consignment()))
                .extracting(Incident::kind)
                .containsExactly(Incident.Kind.TEMPERATURE);
        assertThat(events.ofType(TripExcursion.class)
                        .matching(raised -> raised.trip().equals(trip.id())))
                .hasSize(1);
        refused(
                TripRule.TRIP_READING_UNLIKELY,
                () -> temperatures.record(cast.carrier(), trip.id(), List.of(new Reading(clock.instant(), 900))));
        assertThatThrownBy(() -> temperatures.record(cast.otherManager(), trip.id(), readings))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aCoordinatorDecidesWhereItCallsFirst() {
        Trip trip = trips.plan(
                cast.officer(),
                yard.trip(
                        trailer,
                        List.of(
                                yard.goods(one, house, stores.get(0), 100),
                                yard.goods(one, house, stores.get(1), 100),
                                yard.goods(one, house, stores.get(2), 100))));
        assertThat(trip.stops()).hasSize(4);
        TripStop last = trip.stops().getLast();
        Trip moved = trips.moveStop(cast.officer(), trip.id(), trip.version(), 3, -9);
        assertThat(moved.stops().get(1).site()).isEqualTo(last.site());
        assertThat(moved.stops().get(0)).isEqualTo(trip.stops().get(0));
        assertThat(moved.metres()).isGreaterThanOrEqualTo(trip.metres());
        refused(TripRule.TRIP_CHANGED_MEANWHILE, () -> trips.moveStop(cast.officer(), trip.id(), trip.version(), 1, 1));
    }

    @Test
    void refusedWithoutNeed() {
        refused(TripRule.TRIP_CARRIER_UNKNOWN, () -> {
            Trip trip = trips.plan(cast.officer(), yard.trip(trailer, shared()));
            orders.order(
                    cast.officer(),
                    trip.id(),
                    trip.version(),
                    new Trip.Carriage(cast.buyer().organisation(), "A1", "X"),
                    Optional.empty());
        });
        Consignment goods = yard.goods(one, house, stores.get(0), 100);
        consignments.withdraw(goods.id(), "sold elsewhere");
        refused(TripRule.TRIP_GOODS_NOT_FREE, () -> trips.plan(cast.officer(), yard.trip(trailer, List.of(goods))));
        Trip trip = ordered(trailer, shared());
        assertThat(trip.loads()).isNotEmpty();
        refused(
                TripRule.TRIP_NOT_IN_THAT_STATE,
                () -> runs.deliver(
                        cast.carrier(), trip.id(), trip.stops().getLast().site(), Leg.OUT, "Zhang"));
        assertThat(LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE.status()).isEqualTo(409);
    }

    @Test
    void goodsForAHundredStoresAreProposedOnFewTrucks() {
        List<SiteId> many = yard.stores(120);
        List<Consignment> goods = new ArrayList<>();
        for (int i = 0; i < many.size(); i++)
            goods.add(yard.goods(i % 3 == 0 ? other : one, i % 3 == 0 ? otherHouse : house, many.get(i), 200 + i * 5));
        LocalDate today = LocalDate.now(clock);
        planned.announce(List.of(new PlannedTrip(
                new PlannedTripKey(UUID.randomUUID(), 1),
                cast.county(),
                Optional.of(cast.province()),
                Optional.empty(),
                org.farmgate.measure.IsoWeek.of(today),
                trailer.id(),
                1,
                Mass.tonnes(29),
                Money.yuan(20_000))));
        Proposal proposal = proposals.propose(cast.officer(), cast.county(), today, today.plusDays(6));
        assertThat(proposal.left()).isEmpty();
        List<Trip> made = proposal.trips();
        long grams = goods.stream().mapToLong(load -> load.mass().grams()).sum();
        assertThat(made.stream().mapToLong(trip -> trip.mass(Leg.OUT).grams()).sum())
                .isEqualTo(grams);
        assertThat(made.size()).isLessThanOrEqualTo((int) Math.ceil(grams / 30e6) + 1);
        assertThat(made).filteredOn(trip -> trip.planned().isPresent()).hasSize(1);
        assertThat(made).allSatisfy(trip -> {
            assertThat(trip.mass(Leg.OUT)).isLessThanOrEqualTo(trip.capacity());
            assertThat(trip.day()).isBetween(today, today.plusDays(6));
        });
        // Nothing is proposed twice.
        assertThat(proposals
                        .propose(cast.officer(), cast.county(), today, today.plusDays(6))
                        .trips())
                .isEmpty();
    }

    @Test
    void whatNoTruckCarriesIsNamed() {
        LocalDate today = LocalDate.now(clock);
        Consignment heavy = yard.goods(one, house, stores.get(0), 31_000);
        Consignment cold = yard.goods(one, house, stores.get(0), 100, new Handling(0, true, Optional.empty()));
        Proposal proposal = proposals.propose(cast.officer(), cast.county(), today, today.plusDays(6));
        assertThat(proposal.trips()).isEmpty();
        assertThat(proposal.left())
                .extracting(Proposal.Left::consignment, Proposal.Left::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(heavy.id(), Proposal.Reason.TOO_HEAVY),
                        org.assertj.core.groups.Tuple.tuple(cold.id(), Proposal.Reason.NO_COLD_TRUCK));
    }
}
