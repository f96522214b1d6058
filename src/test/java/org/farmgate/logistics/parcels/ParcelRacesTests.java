package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.place.SiteId;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two at once, begun at one latch.
@ModuleTest
@Import({Cast.class, Posts.class})
class ParcelRacesTests {
    private static final int ROUNDS = 10;

    @Autowired
    Cast cast;

    @Autowired
    Posts posts;

    @Autowired
    Parcels parcels;

    @Autowired
    Scans scans;

    @Autowired
    Waves waves;

    @Autowired
    Containers containers;

    @Autowired
    HandOuts handOuts;

    @Autowired
    ParcelNumbers numbers;

    @Autowired
    Consignments consignments;

    @Autowired
    JdbcClient jdbc;

    private static <T> List<T> answers(List<Race.Outcome<T>> outcomes) {
        return outcomes.stream()
                .map(outcome -> {
                    if (outcome.thrown() != null) throw new AssertionError(outcome.thrown());
                    return Objects.requireNonNull(outcome.answer());
                })
                .toList();
    }

    @Test
    void theSameScanTwiceAtOnceCountsOnce() throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            Parcel parcel = posts.taken(posts.village(), posts.centre());
            Scan scan = posts.scan(parcel, posts.village(), ScanKind.OUT, 20);
            List<ScanAnswer> both = answers(Race.of(
                    Collections.nCopies(3, (Callable<ScanAnswer>) () -> scans.record(cast.clerk(), scan))));
            assertThat(both).containsOnly(both.getFirst());
            assertThat(parcels.trail(cast.clerk(), parcel.id())).hasSize(2);
        }
        Scan unknown = Scan.of(ScanId.next(), "UNKNOWN-AT-ONCE", posts.village(), ScanKind.IN, posts.hoursAgo(1));
        answers(Race.of(Collections.nCopies(3, (Callable<ScanAnswer>) () -> scans.record(cast.clerk(), unknown))));
        assertThat(jdbc.sql("select count(*) from logistics.parcel_scan where id = :id")
                        .param("id", unknown.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTwoPlacesAtOnceOneIsRefused() throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            Parcel parcel = posts.taken(posts.village(), posts.centre());
            Instant at = posts.hoursAgo(10);
            String code = parcel.sscc().digits();
            List<ScanAnswer> both = answers(Race.of(List.<Callable<ScanAnswer>>of(
                    () -> posts.recorded(Scan.of(ScanId.next(), code, posts.township(), ScanKind.IN, at)),
                    () -> posts.recorded(
                            Scan.of(ScanId.next(), code, posts.centre(), ScanKind.IN, at.plusSeconds(5))))));
            assertThat(both)
                    .extracting(ScanAnswer::outcome)
                    .containsExactlyInAnyOrder(ScanOutcome.COUNTED, ScanOutcome.REFUSED);
        }
    }

    @Test
    void handedOutTwiceAtOnceItIsHandedOutOnce() throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            Parcel parcel = posts.waitingAtVillage();
            PickupCode code = handOuts.newCode(cast.clerk(), parcel.id());
            List<Callable<ScanAnswer>> two = new ArrayList<>();
            for (String taker : List.of("Feng Yulan", "Somebody Else"))
                two.add(() -> handOuts.record(
                        cast.clerk(),
                        new HandOut(
                                ScanId.next(),
                                parcel.sscc().digits(),
                                posts.village(),
                                code,
                                taker,
                                posts.hoursAgo(1))));
            assertThat(answers(Race.of(two)))
                    .extracting(ScanAnswer::outcome)
                    .containsExactlyInAnyOrder(ScanOutcome.COUNTED, ScanOutcome.REFUSED);
        }
    }

    @Test
    void wrongTriesAtOnceAreAllCounted() throws InterruptedException {
        Parcel parcel = posts.waitingAtVillage();
        PickupCode code = handOuts.newCode(cast.clerk(), parcel.id());
        PickupCode wrong = new PickupCode(code.digits().equals("111111") ? "222222" : "111111");
        List<ScanAnswer> tries = answers(Race.of(Collections.nCopies(8, (Callable<ScanAnswer>) () -> handOuts.record(
                cast.clerk(),
                new HandOut(
                        ScanId.next(), parcel.sscc().digits(), posts.village(), wrong, "Thief", posts.hoursAgo(1))))));
        assertThat(tries)
                .filteredOn(one -> one.why().orElseThrow().rule() == ParcelRule.PICKUP_CODE_WRONG)
                .hasSize(HandOuts.MOST_TRIES - 1);
    }

    @Test
    void numbersAreNeverGivenTwice() throws InterruptedException {
        List<List<Sscc>> given =
                answers(Race.of(Collections.nCopies(8, (Callable<List<Sscc>>) () -> numbers.next(250))));
        assertThat(given.stream().flatMap(List::stream).distinct()).hasSize(2_000);
    }

    @Test
    void whatIsScannedWhileTheWaveClosesIsInItOrRefused() throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            Wave wave = waves.open(cast.officer(), WaveId.next(), posts.centre());
            List<Parcel> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) all.add(posts.taken(posts.centre(), posts.village()));
            List<Callable<Object>> deeds = new ArrayList<>();
            for (Parcel parcel : all)
                deeds.add(() -> waves.scan(
                        cast.officer(),
                        wave.id(),
                        new WaveScan(ScanId.next(), parcel.sscc().digits(), posts.hoursAgo(2), Optional.empty())));
            deeds.add(6, () -> waves.close(cast.officer(), wave.id()));
            long counted = answers(Race.of(deeds)).stream()
                    .filter(one ->
                            one instanceof WaveAnswer answer && answer.scan().outcome() == ScanOutcome.COUNTED)
                    .count();
            assertThat(waves.see(cast.officer(), wave.id()).parcels()).isEqualTo(counted);
            assertThat(waves.containers(cast.officer(), wave.id()).stream()
                            .mapToInt(Container::parcels)
                            .sum())
                    .isEqualTo((int) counted);
            assertThat(all)
                    .filteredOn(one -> posts.now(one).state().container().isPresent())
                    .hasSize((int) counted);
        }
    }

    /// A bag that leaves locks what is in it, a parcel that is taken out of it locks the bag.
    @Test
    void aBagThatLeavesAndAParcelTakenOutOfItDoNotBlockEachOther() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Wave wave = waves.open(cast.officer(), WaveId.next(), posts.centre());
            List<Parcel> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Parcel parcel = posts.taken(posts.centre(), posts.village());
                all.add(parcel);
                waves.scan(
                        cast.officer(),
                        wave.id(),
                        new WaveScan(ScanId.next(), parcel.sscc().digits(), posts.hoursAgo(2), Optional.empty()));
            }
            Container bag = waves.close(cast.officer(), wave.id()).getFirst();
            List<Callable<ScanAnswer>> deeds = new ArrayList<>();
            deeds.add(() -> posts.recorded(Scan.of(
                    ScanId.next(),
                    bag.sscc().digits(),
                    posts.centre(),
                    ScanKind.OUT,
                    bag.at().plusMillis(1))));
            for (Parcel parcel : all.subList(0, 3))
                deeds.add(() -> posts.recorded(Scan.of(
                        ScanId.next(),
                        parcel.sscc().digits(),
                        posts.centre(),
                        ScanKind.UNPACK,
                        bag.at().plusMillis(2))));
            assertThat(answers(Race.of(deeds))).allMatch(one -> one.outcome() != ScanOutcome.REFUSED);
            assertThat(containers.get(bag.id()).parcels()).isEqualTo(3);
        }
    }

    @Test
    void theLastPackagesTakenAtOnceDeliverTheConsignment() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            NewConsignment goods = posts.goods(2);
            consignments.book(goods);
            List<Callable<ScanAnswer>> both = new ArrayList<>();
            for (int number = 1; number <= 2; number++) {
                Parcel parcel = parcels.takeIn(
                        cast.clerk(),
                        new NewParcel.OfOrder(
                                ParcelId.next(),
                                posts.village(),
                                goods.id(),
                                number,
                                Posts.size(),
                                posts.hoursAgo(40)));
                SiteId last = parcel.toSite().orElseThrow();
                posts.scanned(parcel, posts.village(), ScanKind.OUT, 38);
                posts.scanned(parcel, last, ScanKind.IN, 10);
                both.add(() -> posts.recorded(new Scan(
                        ScanId.next(),
                        parcel.sscc().digits(),
                        last,
                        ScanKind.DELIVER,
                        posts.hoursAgo(8),
                        Optional.empty(),
                        Optional.empty(),
                        "Feng Yulan")));
            }
            assertThat(answers(Race.of(both))).allMatch(one -> one.outcome() == ScanOutcome.COUNTED);
            assertThat(consignments.get(goods.id()).stage()).isEqualTo(ConsignmentStage.DELIVERED);
        }
    }
}
