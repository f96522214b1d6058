package org.farmgate.logistics.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.rounds.DriverScan.DriverScanId;
import org.farmgate.logistics.rounds.DriverScan.Kind;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Race;
import org.farmgate.testing.WholeAppTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What others do to a round or its goods while it is driven.
@WholeAppTest
@Import(RoundYard.class)
class RoundChangesTests {
    @Autowired
    Cast cast;

    @Autowired
    RoundYard yard;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundProofs proofs;

    @Autowired
    Driving driving;

    @Autowired
    Consignments consignments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor driver;
    private SiteId depot;

    @BeforeEach
    void aDriver() {
        driver = yard.driver("change");
        depot = yard.depot();
    }

    private Instant at(int minutes) {
        return clock.instant()
                .minus(Duration.ofHours(5))
                .plus(Duration.ofMinutes(minutes))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static DriverScan scan(Kind kind, Instant at, @Nullable Stop stop, String code) {
        return new DriverScan(
                DriverScanId.next(),
                kind,
                at,
                Optional.ofNullable(stop).map(Stop::id),
                code,
                kind == Kind.FAIL ? "Nobody there" : "",
                kind == Kind.DELIVER ? "Gao Wei" : "",
                "",
                Optional.empty());
    }

    private List<String> record(Actor by, Round round, DriverScan... scans) {
        return driving.record(by, round.id(), List.of(scans)).stream()
                .map(result -> result.refusal().map(ScanResult.Refusal::rule).orElse("counts"))
                .toList();
    }

    /// A round that fetches so many consignments at one place, all of them on board.
    private Round fetched(int count) {
        SiteId station = yard.site(SiteKind.STATION, cast.manager(), 38.93, 77.65);
        Round draft = yard.draft(depot, driver.person());
        List<UUID> goods = yard.consignments(station, List.of(depot), count, 30);
        Round full = rounds.add(cast.manager(), draft.id(), 0, goods);
        Round round = rounds.publish(cast.manager(), full.id(), full.version());
        Stop stop = round.stops().getFirst();
        for (Task task : stop.tasks())
            assertThat(record(driver, round, scan(Kind.COLLECT, at(10), stop, task.code())))
                    .containsExactly("counts");
        return round;
    }

    @Test
    void aRoundEndsThoughSomebodyElseTookInWhatItFetched() {
        Round round = fetched(2);
        var early = new ConsignmentId(round.tasks().getFirst().of());
        consignments.deliver(
                cast.manager(), early, "The clerk", consignments.get(early).sent(), at(20));
        assertThat(record(driver, round, scan(Kind.FINISH, at(60), null, ""))).containsExactly("counts");
        assertThat(rounds.get(cast.manager(), round.id()).state()).isEqualTo(RoundState.DONE);
        assertThat(round.tasks())
                .allMatch(task -> consignments.get(new ConsignmentId(task.of())).stage() == ConsignmentStage.DELIVERED);
        assertThat(rounds.history(cast.manager(), round.id()))
                .extracting(RoundStep::what)
                .contains(RoundStep.What.FINISHED)
                .doesNotContain(RoundStep.What.NOT_HANDED_IN);
    }

    @Test
    void oneThingThatCannotBeHandedInStandsInTheTrailAndTheRestIsHandedIn() {
        Round round = fetched(3);
        Task gone = round.tasks().get(1);
        // It became somebody else's business meanwhile.
        jdbc.sql("update logistics.consignment set sender_id = :other, carrier_id = :other where id = :id")
                .param("other", UUID.randomUUID())
                .param("id", gone.of())
                .update();
        assertThat(record(driver, round, scan(Kind.FINISH, at(60), null, ""))).containsExactly("counts");
        assertThat(rounds.get(cast.manager(), round.id()).state()).isEqualTo(RoundState.DONE);
        for (Task task : round.tasks())
            assertThat(consignments.get(new ConsignmentId(task.of())).stage())
                    .isEqualTo(task.equals(gone) ? ConsignmentStage.HANDED_OVER : ConsignmentStage.DELIVERED);
        assertThat(rounds.history(cast.manager(), round.id()))
                .filteredOn(step -> step.what() == RoundStep.What.NOT_HANDED_IN)
                .singleElement()
                .satisfies(step -> assertThat(step.note()).isEqualTo(gone.code()));
    }

    @Test
    void whatSomebodyWroteDownBeforeTheirRoundWasGivenToAnotherIsKept() {
        Round round = yard.published(depot, driver.person(), yard.stores(1));
        Stop stop = round.stops().getFirst();
        Task task = stop.tasks().getFirst();
        DriverScan start = scan(Kind.START, at(0), null, "");
        DriverScan brought = scan(Kind.DELIVER, at(30), stop, task.code());
        Actor other = yard.driver("other");
        assertThatThrownBy(() -> record(other, round, start)).isInstanceOf(NotFound.class);
        rounds.assign(cast.manager(), round.id(), round.version(), Optional.of(other.person()));
        for (int time = 0; time < 2; time++)
            assertThat(record(driver, round, start, brought)).containsOnly("ROUND_GIVEN_TO_ANOTHER");
        assertThat(proofs.counts(cast.manager(), round.id())).isEqualTo(new RoundProofs.Counts(0, 2));
        assertThat(consignments.get(new ConsignmentId(task.of())).stage()).isEqualTo(ConsignmentStage.BOOKED);
        assertThatThrownBy(() -> driving.get(driver, round.id())).isInstanceOf(NotFound.class);
        assertThat(driving.mine(driver)).isEmpty();
        assertThat(record(other, round, scan(Kind.DELIVER, at(40), stop, task.code())))
                .containsExactly("counts");
        assertThatThrownBy(() -> record(yard.driver("third"), round, start)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatFailedAndIsTriedAgainOnTheSameRoundMayFailAgain() {
        Round round = yard.published(depot, driver.person(), yard.stores(2));
        Stop first = round.stops().getFirst();
        Task task = first.tasks().getFirst();
        assertThat(record(driver, round, scan(Kind.FAIL, at(10), first, task.code())))
                .containsExactly("counts");
        int version = rounds.get(cast.manager(), round.id()).version();
        Round again = rounds.add(cast.manager(), round.id(), version, List.of(task.of()));
        Stop second = again.stops().stream()
                .filter(stop -> stop.isOpen()
                        && stop.tasks().stream().anyMatch(one -> one.of().equals(task.of())))
                .findFirst()
                .orElseThrow();
        assertThat(record(driver, round, scan(Kind.FAIL, at(50), second, task.code())))
                .containsExactly("counts");
        assertThat(RoundEdits.stop(rounds.get(cast.manager(), round.id()), second.id())
                        .state())
                .isEqualTo(Stop.State.FAILED);
    }

    /// What goes from one depot to another is brought by a round of the one or fetched by a round of the other.
    @Test
    void oneThingIsPutOnOneRoundWhicheverWayItGoes() throws Exception {
        for (int i = 0; i < 5; i++) {
            SiteId other = yard.site(SiteKind.PACKING_HOUSE, cast.manager(), 38.95, 77.65);
            UUID between = yard.consignment(depot, new Delivery.ToSite(other), 10);
            Round here = yard.draft(depot, driver.person());
            Round there = yard.draft(other, cast.clerk().person());
            Callable<Round> brought = () -> rounds.add(cast.manager(), here.id(), 0, List.of(between));
            Callable<Round> fetched = () -> rounds.add(cast.manager(), there.id(), 0, List.of(between));
            assertThat(Race.of(List.of(brought, fetched)).stream().filter(Race.Outcome::won))
                    .hasSize(1);
        }
    }

    @Test
    void aTimeOrATextThatNobodyCanKeepIsRefusedAtOnce() {
        for (String time : List.of("+900000-01-01T00:00:00Z", "-1000-01-01T00:00:00Z"))
            assertThatThrownBy(() -> scan(Kind.START, Instant.parse(time), null, ""))
                    .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> scan(Kind.LOAD, at(0), null, "A\u0000B")).isInstanceOf(InputBroken.class);
    }
}
