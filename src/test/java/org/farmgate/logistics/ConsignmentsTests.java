package org.farmgate.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.measure.Mass;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
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

@ModuleTest
@Import(Cast.class)
class ConsignmentsTests {
    @Autowired
    Cast cast;

    @Autowired
    Consignments consignments;

    @Autowired
    Sites sites;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private SiteId packingHouse = SiteId.next();
    private SiteId store = SiteId.next();

    @BeforeEach
    void twoPlaces() {
        packingHouse = site(SiteKind.PACKING_HOUSE, cast.manager());
        store = site(SiteKind.STORE, cast.buyer());
    }

    private SiteId site(SiteKind kind, org.farmgate.platform.Actor operator) {
        SiteId id = SiteId.next();
        sites.register(
                cast.admin(),
                new Site(
                        id,
                        kind,
                        kind + " " + id,
                        Optional.empty(),
                        cast.county(),
                        new Coordinates(38.9, 77.6),
                        operator.organisation(),
                        "Road 1",
                        false));
        return id;
    }

    private NewConsignment wanted(Delivery to) {
        LocalDate today = LocalDate.now(clock);
        return new NewConsignment(
                ConsignmentId.next(),
                cast.county(),
                cast.manager().organisation(),
                packingHouse,
                to,
                Mass.kilograms(800),
                40,
                today,
                today.plusDays(3),
                "test.order",
                UUID.randomUUID());
    }

    private Consignment booked() {
        return consignments.book(wanted(new Delivery.ToSite(store)));
    }

    private Delivery.ToDoor door() {
        return new Delivery.ToDoor(cast.province(), "Feng Yulan", "135 0000 1234", "Lane 9, house 4");
    }

    private Carrier haulage() {
        return new Carrier(Optional.of(cast.carrier().organisation()), "Test Haulage");
    }

    private Consignment onTheRoad(Delivery to) {
        Consignment one = consignments.book(wanted(to));
        return consignments.handOver(
                cast.clerk(), one.id(), haulage(), Optional.of(Mass.kilograms(790)), clock.instant());
    }

    private static void refused(Rule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).satisfies((Consumer<Throwable>) thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule)));
    }

    @Test
    void goodsAreBookedHandedOverAndDeliveredAndEachStepIsToldOnce(AssertablePublishedEvents events) {
        NewConsignment wanted = wanted(new Delivery.ToSite(store));
        Consignment one = consignments.book(wanted);
        assertThat(consignments.book(wanted)).isEqualTo(one);
        Instant sentAt = clock.instant();
        consignments.handOver(cast.clerk(), one.id(), haulage(), Optional.of(Mass.kilograms(790)), sentAt);
        consignments.handOver(cast.clerk(), one.id(), haulage(), Optional.of(Mass.kilograms(790)), sentAt);
        Consignment done =
                consignments.deliver(cast.carrier(), one.id(), "Gao Wei", new Mass(785_400), clock.instant());
        assertThat(consignments.deliver(cast.carrier(), one.id(), "Gao Wei", new Mass(785_400), clock.instant()))
                .isEqualTo(done);
        assertThat(done.stage()).isEqualTo(ConsignmentStage.DELIVERED);
        assertThat(events.ofType(ConsignmentHandedOver.class)
                        .matching(event -> event.consignment().equals(one.id())))
                .hasSize(1);
        assertThat(events.ofType(ConsignmentDelivered.class)
                        .matching(event -> event.consignment().equals(one.id())
                                && event.cause().equals(wanted.cause())
                                && event.accepted().equals(new Mass(785_400))))
                .hasSize(1);
        assertThat(consignments.history(cast.manager(), one.id()))
                .extracting(ConsignmentStep::stage, ConsignmentStep::personName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ConsignmentStage.BOOKED, ""),
                        org.assertj.core.groups.Tuple.tuple(ConsignmentStage.HANDED_OVER, "Li Na"),
                        org.assertj.core.groups.Tuple.tuple(ConsignmentStage.DELIVERED, "Adil Ghopur"));
        assertThat(consignments.byCauses("test.order", List.of(wanted.cause()))).containsOnlyKeys(wanted.cause());
        refused(
                LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE,
                () -> consignments.deliver(cast.carrier(), one.id(), "Gao Wei", new Mass(1), clock.instant()));
        refused(
                LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE,
                () -> consignments.deliver(cast.carrier(), one.id(), "Other", new Mass(785_400), clock.instant()));
    }

    @Test
    void anIdStandsForOneConsignment() {
        NewConsignment wanted = wanted(door());
        consignments.book(wanted);
        consignments.book(wanted);
        var elsewhere = new NewConsignment(
                wanted.id(),
                wanted.origin(),
                wanted.sender(),
                wanted.from(),
                new Delivery.ToDoor(cast.province(), "Feng Yulan", "135 0000 1234", "Lane 9, house 5"),
                wanted.mass(),
                wanted.packages(),
                wanted.firstDay(),
                wanted.lastDay(),
                wanted.causeKind(),
                wanted.cause());
        refused(LogisticsRule.CONSIGNMENT_ID_TAKEN, () -> consignments.book(elsewhere));
        assertThatThrownBy(() -> consignments.book(wanted(new Delivery.ToSite(SiteId.next()))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anAddressLiesSealedAndIsOpenOnlyWhileTheGoodsAreUnderWay() {
        Consignment one = onTheRoad(door());
        byte[] stored = jdbc.sql("select door_sealed from logistics.consignment where id = ?")
                .param(one.id().value())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Feng", "Lane", "1234");
        assertThat(one.toRegion()).isEqualTo(cast.province());
        assertThat(consignments.unseal(cast.carrier(), one.id()).door()).contains(door());
        assertThat(consignments.unseal(cast.officer(), one.id()).door()).contains(door());
        assertThatThrownBy(() -> consignments.unseal(cast.otherManager(), one.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> consignments.unseal(cast.viewer(), one.id())).isInstanceOf(Denied.class);
        consignments.deliver(cast.carrier(), one.id(), "Feng Yulan", Mass.kilograms(790), clock.instant());
        assertThat(consignments.unseal(cast.carrier(), one.id()))
                .isEqualTo(new Unsealed(Optional.empty(), Optional.of("Feng Yulan")));
    }

    @Test
    void aSealMovedToAnotherRowDoesNotOpen() {
        Consignment one = onTheRoad(door());
        Consignment other = onTheRoad(door());
        jdbc.sql("""
                update logistics.consignment o set door_sealed = n.door_sealed from logistics.consignment n
                where o.id = ? and n.id = ?
                """).params(one.id().value(), other.id().value()).update();
        assertThatThrownBy(() -> consignments.unseal(cast.carrier(), one.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCarrierSeesWhatItCarriesAndHandsNothingOver() {
        Consignment one = booked();
        var all = new ConsignmentQuery(Paging.first(), Set.of());
        assertThatThrownBy(() -> consignments.see(cast.carrier(), one.id())).isInstanceOf(NotFound.class);
        consignments.handOver(cast.manager(), one.id(), haulage(), Optional.empty(), clock.instant());
        assertThat(consignments.search(cast.carrier(), all).rows())
                .extracting(Consignment::id)
                .contains(one.id());
        assertThat(consignments.search(cast.otherManager(), all).rows())
                .extracting(Consignment::id)
                .doesNotContain(one.id());
        Consignment next = booked();
        assertThatThrownBy(() ->
                        consignments.handOver(cast.carrier(), next.id(), haulage(), Optional.empty(), clock.instant()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> consignments.book(cast.otherManager(), wanted(new Delivery.ToSite(store))))
                .isInstanceOf(NotFound.class);
        assertThat(consignments.maySend(cast.carrier(), consignments.see(cast.carrier(), one.id())))
                .isFalse();
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        Consignment one = booked();
        refused(
                LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE,
                () -> consignments.deliver(cast.clerk(), one.id(), "X", Mass.kilograms(1), clock.instant()));
        refused(
                LogisticsRule.CONSIGNMENT_TIME_OUT_OF_REACH,
                () -> consignments.handOver(
                        cast.clerk(),
                        one.id(),
                        haulage(),
                        Optional.empty(),
                        clock.instant().plus(Duration.ofHours(1))));
        Consignment sent = onTheRoad(new Delivery.ToSite(store));
        refused(
                LogisticsRule.ACCEPTED_EXCEEDS_SENT,
                () -> consignments.deliver(cast.clerk(), sent.id(), "X", new Mass(790_001), clock.instant()));
        refused(
                LogisticsRule.NOTHING_ACCEPTED,
                () -> consignments.deliver(cast.clerk(), sent.id(), "X", Mass.ZERO, clock.instant()));
        refused(
                LogisticsRule.CONSIGNMENT_TIME_OUT_OF_REACH,
                () -> consignments.deliver(
                        cast.clerk(),
                        sent.id(),
                        "X",
                        Mass.kilograms(1),
                        sent.state().at().minusSeconds(1)));
        assertThatThrownBy(() -> consignments.deliver(cast.clerk(), sent.id(), " ", Mass.kilograms(1), clock.instant()))
                .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> consignments.fail(cast.clerk(), sent.id(), "x".repeat(201), clock.instant()))
                .isInstanceOf(InputBroken.class);
        assertThat(consignments.get(sent.id())).isEqualTo(sent);
        refused(LogisticsRule.CONSIGNMENT_WITHOUT_GOODS, () -> withMass(Mass.ZERO, 1));
        refused(LogisticsRule.CONSIGNMENT_WITHOUT_GOODS, () -> withMass(Mass.kilograms(1), 0));
    }

    private void withMass(Mass mass, int packages) {
        NewConsignment one = wanted(new Delivery.ToSite(store));
        consignments.book(new NewConsignment(
                one.id(),
                one.origin(),
                one.sender(),
                one.from(),
                one.to(),
                mass,
                packages,
                one.firstDay(),
                one.lastDay(),
                one.causeKind(),
                one.cause()));
    }

    @Test
    void aDealTakesBackOnlyWhatHasNotLeft(AssertablePublishedEvents events) {
        Consignment one = booked();
        assertThat(consignments.withdraw(one.id(), "Order cancelled")).isTrue();
        assertThat(consignments.withdraw(one.id(), "Order cancelled")).isTrue();
        assertThat(events.ofType(ConsignmentFailed.class)
                        .matching(event -> event.consignment().equals(one.id()) && !event.sent()))
                .hasSize(1);
        Consignment sent = onTheRoad(new Delivery.ToSite(store));
        assertThat(consignments.withdraw(sent.id(), "Too late")).isFalse();
        assertThat(consignments.get(sent.id())).isEqualTo(sent);
    }

    @Test
    void ofHandingOverAndTakingBackAtOnceExactlyOneHappens() throws Exception {
        for (int round = 0; round < 10; round++) {
            Consignment one = booked();
            List<Race.Outcome<Boolean>> ended = Race.of(List.of(
                    () -> consignments
                            .handOver(cast.clerk(), one.id(), haulage(), Optional.empty(), clock.instant())
                            .state()
                            .handedOver()
                            .isPresent(),
                    () -> consignments.withdraw(one.id(), "Cancelled")));
            boolean left = ended.getFirst().won();
            assertThat(ended.getLast().answer()).isEqualTo(!left);
            assertThat(consignments.get(one.id()).stage())
                    .isEqualTo(left ? ConsignmentStage.HANDED_OVER : ConsignmentStage.FAILED);
        }
    }

    @Test
    void ofManyDeliveriesAtOnceOneIsWrittenDown() throws Exception {
        Consignment one = onTheRoad(new Delivery.ToSite(store));
        List<Race.Outcome<Consignment>> ended = Race.of(java.util.stream.IntStream.rangeClosed(1, 8)
                .<java.util.concurrent.Callable<Consignment>>mapToObj(kilograms -> () -> consignments.deliver(
                        cast.clerk(), one.id(), "Gao Wei", Mass.kilograms(kilograms), clock.instant()))
                .toList());
        assertThat(Race.won(ended)).isEqualTo(1);
        assertThat(steps(one.id())).isEqualTo(3);
    }

    @Test
    void theSameBatchTwiceAtOnceIsBookedOnce() throws Exception {
        List<NewConsignment> batch = List.of(wanted(door()), wanted(new Delivery.ToSite(store)), wanted(door()));
        List<Race.Outcome<Boolean>> ended = Race.of(java.util.Collections.nCopies(4, () -> {
            consignments.bookAll(batch);
            return true;
        }));
        assertThat(Race.won(ended)).isEqualTo(4);
        batch.forEach(one -> assertThat(steps(one.id())).isEqualTo(1));
    }

    private long steps(ConsignmentId id) {
        return jdbc.sql("select count(*) from logistics.consignment_step where consignment_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }
}
