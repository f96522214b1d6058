package org.farmgate.logistics.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.rounds.DriverScan.DriverScanId;
import org.farmgate.logistics.rounds.DriverScan.Kind;
import org.farmgate.logistics.rounds.DriverScan.PictureId;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Race;
import org.farmgate.testing.WholeAppTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeAppTest
@Import(RoundYard.class)
class DrivingTests {
    private static final byte[] JPEG = {
        (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0
    };

    @Autowired
    Cast cast;

    @Autowired
    RoundYard yard;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundMoves moves;

    @Autowired
    RoundProofs proofs;

    @Autowired
    Driving driving;

    @Autowired
    Consignments consignments;

    @Autowired
    Clock clock;

    private Actor driver;
    private SiteId depot;
    private Instant base = Instant.EPOCH;

    @BeforeEach
    void aDriver() {
        driver = yard.driver("scan");
        depot = yard.depot();
        base = clock.instant().minus(Duration.ofHours(5)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    private Instant at(int minutes) {
        return base.plus(Duration.ofMinutes(minutes));
    }

    private DriverScan scan(Kind kind, Instant at, @Nullable Stop stop, String code) {
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

    private DriverScan whole(Kind kind, Instant at) {
        return new DriverScan(DriverScanId.next(), kind, at, Optional.empty(), "", "", "", "", Optional.empty());
    }

    private List<String> record(Round round, DriverScan... scans) {
        return driving.record(driver, round.id(), List.of(scans)).stream()
                .map(result -> result.refusal().map(ScanResult.Refusal::rule).orElse("counts"))
                .toList();
    }

    private Round now(Round round) {
        return rounds.get(cast.manager(), round.id());
    }

    private ConsignmentStage stage(Task task) {
        return consignments.get(new ConsignmentId(task.of())).stage();
    }

    @Test
    void aRoundIsDrivenFromLoadingToItsEnd() {
        List<SiteId> stores = yard.stores(2);
        Round draft = yard.filled(depot, driver.person(), stores);
        SiteId station = yard.site(SiteKind.STATION, cast.manager(), 38.93, 77.65);
        UUID fetched = yard.consignment(station, new Delivery.ToSite(depot), 30);
        rounds.add(cast.manager(), draft.id(), 1, List.of(fetched));
        assertThat(driving.mine(driver)).isEmpty();
        Round round = rounds.publish(cast.manager(), draft.id(), 2);
        assertThat(driving.mine(driver)).containsExactly(round);
        List<Stop> brought = round.stops().stream()
                .filter(stop -> stop.tasks().getFirst().kind() == Task.Kind.DELIVER)
                .toList();
        Stop fetching = round.stops().stream()
                .filter(stop -> !brought.contains(stop))
                .findFirst()
                .orElseThrow();
        Task first = brought.getFirst().tasks().getFirst();
        Task second = brought.getLast().tasks().getFirst();
        assertThat(record(
                        round,
                        whole(Kind.START, at(0)),
                        scan(Kind.LOAD, at(1), null, first.code()),
                        scan(Kind.ARRIVE, at(30), brought.getFirst(), ""),
                        scan(
                                Kind.DELIVER,
                                at(35),
                                brought.getFirst(),
                                first.code().toLowerCase(java.util.Locale.ROOT)),
                        scan(Kind.FAIL, at(60), brought.getLast(), ""),
                        scan(
                                Kind.COLLECT,
                                at(80),
                                fetching,
                                fetching.tasks().getFirst().code()),
                        whole(Kind.FINISH, at(120))))
                .containsOnly("counts");
        Round done = now(round);
        assertThat(done.state()).isEqualTo(RoundState.DONE);
        assertThat(done.startedAt()).contains(at(0));
        assertThat(stage(first)).isEqualTo(ConsignmentStage.DELIVERED);
        assertThat(stage(second)).isEqualTo(ConsignmentStage.BOOKED);
        assertThat(consignments.get(new ConsignmentId(fetched)).stage()).isEqualTo(ConsignmentStage.DELIVERED);
        assertThat(done.stops()).extracting(Stop::state).contains(Stop.State.FAILED, Stop.State.DONE);
        // What failed waits for another round.
        assertThat(rounds.open(cast.manager(), List.of(depot), yard.today()))
                .extracting(OpenGoods::of)
                .containsExactly(second.of());
        assertThat(proofs.of(cast.manager(), round.id()))
                .singleElement()
                .satisfies(proof -> assertThat(proof.name()).isEqualTo("Gao Wei"));
        assertThat(rounds.history(cast.manager(), round.id()))
                .extracting(RoundStep::what)
                .contains(RoundStep.What.STARTED, RoundStep.What.STOP_FAILED, RoundStep.What.FINISHED);
    }

    @Test
    void whatCannotBeIsRefusedWithItsReasonAndTheReasonStays() {
        Round round = yard.published(depot, driver.person(), yard.stores(1));
        Stop stop = round.stops().getFirst();
        String code = stop.tasks().getFirst().code();
        DriverScan unknown = scan(Kind.DELIVER, at(1), stop, "NO-SUCH-CODE");
        assertThat(record(round, unknown)).containsExactly("CODE_NOT_ON_ROUND");
        assertThat(record(round, unknown)).containsExactly("CODE_NOT_ON_ROUND");
        var nameless = new DriverScan(
                DriverScanId.next(), Kind.DELIVER, at(2), Optional.of(stop.id()), code, "", "", "", Optional.empty());
        assertThat(record(round, nameless)).containsExactly("PROOF_MISSING");
        assertThat(record(round, scan(Kind.DELIVER, clock.instant().plus(Duration.ofHours(1)), stop, code)))
                .containsExactly("ROUND_SCAN_TIME_OUT_OF_REACH");
        assertThat(record(round, scan(Kind.COLLECT, at(2), stop, code))).containsExactly("CODE_NOT_ON_ROUND");
        DriverScan good = scan(Kind.DELIVER, at(3), stop, code);
        assertThat(record(round, good)).containsExactly("counts");
        assertThat(record(round, scan(Kind.DELIVER, at(4), stop, code))).containsExactly("SCANNED_BEFORE");
        var other = new DriverScan(
                good.id(), Kind.DELIVER, at(3), Optional.of(stop.id()), code, "", "Someone Else", "", Optional.empty());
        assertThat(record(round, other)).containsExactly("ROUND_SCAN_ID_USED");
        assertThat(record(round, good)).containsExactly("counts");
        assertThat(record(round, whole(Kind.FINISH, at(10)))).containsExactly("counts");
        assertThat(record(round, whole(Kind.FINISH, at(11)))).containsExactly("SCANNED_BEFORE");
        assertThat(record(round, scan(Kind.LOAD, at(200), null, code))).containsExactly("ROUND_OVER");
        assertThat(proofs.counts(cast.manager(), round.id())).isEqualTo(new RoundProofs.Counts(2, 7));
    }

    @Test
    void anAttemptThatFailedAndOneThatSucceededEndTheSameInEitherOrder() {
        for (boolean turned : new boolean[] {false, true}) {
            Actor other = yard.driver("turn");
            Round round = yard.published(depot, other.person(), yard.stores(1));
            Stop stop = round.stops().getFirst();
            String code = stop.tasks().getFirst().code();
            List<DriverScan> scans =
                    new ArrayList<>(List.of(scan(Kind.FAIL, at(10), stop, ""), scan(Kind.DELIVER, at(90), stop, code)));
            if (turned) Collections.reverse(scans);
            for (DriverScan one : scans)
                assertThat(driving.record(other, round.id(), List.of(one))
                                .getFirst()
                                .counts())
                        .isTrue();
            assertThat(now(round).stops().getFirst().state()).isEqualTo(Stop.State.DONE);
            assertThat(stage(stop.tasks().getFirst())).isEqualTo(ConsignmentStage.DELIVERED);
        }
    }

    @Test
    void onlyItsOwnDriverSeesARound() {
        Round round = yard.published(depot, driver.person(), yard.stores(1));
        DriverScan start = whole(Kind.START, at(0));
        for (Actor stranger : List.of(cast.clerk(), cast.carrier(), cast.officer(), cast.admin())) {
            assertThat(driving.mine(stranger)).doesNotContain(round);
            assertThatThrownBy(() -> driving.get(stranger, round.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> driving.record(stranger, round.id(), List.of(start)))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> driving.mine(cast.viewer())).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> driving.mine(cast.buyer())).isInstanceOf(Denied.class);
        Round draft = yard.filled(depot, driver.person(), yard.stores(1));
        assertThatThrownBy(() -> driving.get(driver, draft.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void aPictureComesFirstAndIsThePictureOfItsRoundAlone() {
        Round round = yard.published(depot, driver.person(), yard.stores(2));
        Stop stop = round.stops().getFirst();
        PictureId picture = PictureId.next();
        var scan = new DriverScan(
                DriverScanId.next(),
                Kind.DELIVER,
                at(1),
                Optional.of(stop.id()),
                stop.tasks().getFirst().code(),
                "",
                "Gao Wei",
                "4711",
                Optional.of(picture));
        assertThat(record(round, scan)).containsExactly("PICTURE_NOT_THERE");
        assertThat(proofs.counts(cast.manager(), round.id())).isEqualTo(new RoundProofs.Counts(0, 0));
        driving.picture(driver, round.id(), picture, new ByteArrayInputStream(JPEG));
        driving.picture(driver, round.id(), picture, new ByteArrayInputStream(JPEG));
        // The same scan counts once its picture is there.
        assertThat(record(round, scan)).containsExactly("counts");
        assertThat(proofs.of(cast.manager(), round.id()).getFirst().code()).isEqualTo("4711");
        assertThat(proofs.picture(cast.manager(), round.id(), picture).bytes()).isEqualTo(JPEG);
        assertThatThrownBy(() -> proofs.picture(cast.otherManager(), round.id(), picture))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> driving.picture(
                        driver,
                        round.id(),
                        PictureId.next(),
                        new ByteArrayInputStream("<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(RoundRule.NOT_A_PICTURE));
    }

    /// Two scans of one parcel at the same moment, with ids of their own: one counts.
    @Test
    void ofTwoScansOfOneThingAtOnceOneCounts() throws Exception {
        Round round = yard.published(depot, driver.person(), yard.stores(5));
        for (Stop stop : round.stops()) {
            String code = stop.tasks().getFirst().code();
            Callable<List<ScanResult>> one =
                    () -> driving.record(driver, round.id(), List.of(scan(Kind.DELIVER, at(5), stop, code)));
            List<Race.Outcome<List<ScanResult>>> outcomes = Race.of(List.of(one, one, one));
            assertThat(outcomes).allMatch(Race.Outcome::won);
            assertThat(outcomes.stream()
                            .map(outcome -> java.util.Objects.requireNonNull(outcome.answer())
                                    .getFirst())
                            .filter(ScanResult::counts))
                    .hasSize(1);
        }
        assertThat(proofs.of(cast.manager(), round.id())).hasSize(5);
    }

    /// A dispatcher moves a stop while its driver finishes it: it is done and stays, or it is moved and not done.
    @Test
    void aStopIsMovedOrDoneNeverBoth() throws Exception {
        for (int i = 0; i < 8; i++) {
            Actor own = yard.driver("race");
            Round round = yard.published(depot, own.person(), yard.stores(2));
            Round other = yard.draft(depot, cast.clerk().person());
            Stop stop = round.stops().getFirst();
            Callable<Object> done = () -> driving.record(
                            own,
                            round.id(),
                            List.of(scan(
                                    Kind.DELIVER,
                                    at(5),
                                    stop,
                                    stop.tasks().getFirst().code())))
                    .getFirst();
            Callable<Object> moved = () ->
                    moves.move(cast.manager(), new StopMove(stop.id(), round.id(), round.version(), other.id(), 0, 0));
            List<Race.Outcome<Object>> outcomes = Race.of(List.of(done, moved));
            boolean counts = ((ScanResult)
                            java.util.Objects.requireNonNull(outcomes.getFirst().answer()))
                    .counts();
            assertThat(counts).isNotEqualTo(outcomes.getLast().won());
            Round holder = counts ? now(round) : now(other);
            assertThat(RoundEdits.stop(holder, stop.id()).state())
                    .isEqualTo(counts ? Stop.State.DONE : Stop.State.PENDING);
            assertThat(stage(stop.tasks().getFirst()))
                    .isEqualTo(counts ? ConsignmentStage.DELIVERED : ConsignmentStage.BOOKED);
        }
    }

    /// Five hundred scans made without a network; shuffled, cut into batches of any size, each batch sent once, twice
    /// or again after its answer was lost: each scan counts once, and the end is the same.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void fiveHundredScansCountOnceHoweverTheyCome(long seed) {
        var random = new Random(seed);
        Round round = loaded(250);
        List<DriverScan> made = new ArrayList<>();
        int minute = 0;
        for (Stop stop : round.stops())
            for (Task task : stop.tasks()) {
                made.add(scan(Kind.LOAD, at(0), null, task.code()));
                made.add(scan(Kind.DELIVER, at(10 + minute++ % 200), stop, task.code()));
            }
        assertThat(made).hasSize(500);
        Collections.shuffle(made, random);
        List<DriverScan> left = new ArrayList<>(made);
        Set<DriverScanId> counted = new HashSet<>();
        while (!left.isEmpty()) {
            int size = 1 + random.nextInt(Math.min(Driving.MOST_SCANS, left.size()));
            List<DriverScan> batch = List.copyOf(left.subList(0, size));
            if (random.nextInt(3) == 0) driving.record(driver, round.id(), batch.subList(0, random.nextInt(size)));
            for (ScanResult result : driving.record(driver, round.id(), batch)) {
                assertThat(result.refusal()).as("seed %s", seed).isEmpty();
                counted.add(result.id());
            }
            if (random.nextInt(3) == 0)
                assertThat(driving.record(driver, round.id(), batch)).allMatch(ScanResult::counts);
            left = left.subList(size, left.size());
        }
        assertThat(counted).hasSize(500);
        assertThat(proofs.counts(cast.manager(), round.id())).isEqualTo(new RoundProofs.Counts(500, 0));
        assertThat(proofs.of(cast.manager(), round.id())).hasSize(250);
        assertThat(now(round).stops()).allMatch(stop -> stop.state() == Stop.State.DONE);
        assertThat(now(round).tasks()).allMatch(task -> stage(task) == ConsignmentStage.DELIVERED);
    }

    private Round loaded(int goods) {
        List<SiteId> stores = yard.stores(10);
        Round draft = yard.draft(depot, driver.person());
        Round full = rounds.add(cast.manager(), draft.id(), 0, yard.consignments(depot, stores, goods, 1));
        return rounds.publish(cast.manager(), full.id(), full.version());
    }
}
