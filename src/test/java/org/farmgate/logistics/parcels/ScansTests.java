package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.farmgate.logistics.parcels.ScanStore.Kept;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Rule;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ModuleTest
@Import({Cast.class, Posts.class})
class ScansTests {
    @Autowired
    Cast cast;

    @Autowired
    Posts posts;

    @Autowired
    Parcels parcels;

    @Autowired
    Scans scans;

    @Autowired
    ScanStore store;

    @Autowired
    JdbcClient jdbc;

    private void refused(ScanAnswer answer, Rule rule) {
        assertThat(answer.outcome()).isEqualTo(ScanOutcome.REFUSED);
        assertThat(answer.why().orElseThrow().rule()).isEqualTo(rule);
    }

    @Test
    void aScanSentTwiceCountsOnceAndIsAnsweredTheSame(AssertablePublishedEvents events) {
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        Scan out = posts.scan(parcel, posts.village(), ScanKind.OUT, 20);
        ScanAnswer first = scans.record(cast.clerk(), out);
        assertThat(scans.record(cast.clerk(), out)).isEqualTo(first);
        assertThat(parcels.trail(cast.clerk(), parcel.id()))
                .extracting(ParcelStep::kind)
                .containsExactly(ScanKind.TAKE_IN, ScanKind.OUT);
        assertThat(events.ofType(ParcelsMoved.class).matching(one -> one.scan().equals(out.id())))
                .hasSize(1);
        assertThat(scans.parcelsOf(out.id())).containsExactly(parcel.key());
        Scan other = Scan.of(out.id(), out.code(), out.site(), ScanKind.IN, out.at());
        assertThatThrownBy(() -> scans.record(cast.clerk(), other)).hasMessageContaining("SCAN_ID_USED");
    }

    @Test
    void aParcelIsNotAtTwoPlacesAtOnceAndTheRefusalIsKept() {
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        posts.scanned(parcel, posts.village(), ScanKind.OUT, 20);
        Scan tooSoon = new Scan(
                ScanId.next(),
                parcel.sscc().digits(),
                posts.otherStation(),
                ScanKind.IN,
                posts.now(parcel).state().at().plus(Duration.ofMinutes(20)),
                Optional.empty(),
                Optional.empty(),
                "");
        refused(posts.recorded(tooSoon), ParcelRule.SCANNED_AT_TWO_PLACES);
        assertThat(posts.now(parcel).state().site()).isEqualTo(posts.village());
        ParcelStep last = parcels.trail(cast.admin(), parcel.id()).getLast();
        assertThat(last.outcome()).isEqualTo(ScanOutcome.REFUSED);
        assertThat(last.why().orElseThrow().rule()).isEqualTo(ParcelRule.SCANNED_AT_TWO_PLACES);
        assertThat(parcels.track(parcel.sscc()).orElseThrow().places())
                .as("strangers are not told")
                .noneMatch(place -> place.site().equals(posts.otherStation()));
        assertThat(posts.recorded(tooSoon).why().orElseThrow().rule()).isEqualTo(ParcelRule.SCANNED_AT_TWO_PLACES);
    }

    @Test
    void aLateScanIsFiledByItsTimeAndMovesNothingBackwards() {
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        posts.scanned(parcel, posts.centre(), ScanKind.IN, 10);
        ScanAnswer late = posts.scanned(parcel, posts.township(), ScanKind.IN, 20);
        assertThat(late.outcome()).isEqualTo(ScanOutcome.LATE);
        Parcel now = posts.now(parcel);
        assertThat(now.stage()).isEqualTo(ParcelStage.READY);
        assertThat(now.state().site()).isEqualTo(posts.centre());
        assertThat(parcels.track(parcel.sscc()).orElseThrow().places())
                .extracting(Track.Place::site)
                .containsExactly(posts.village(), posts.township(), posts.centre());
        Scan impossible = Scan.of(
                ScanId.next(),
                parcel.sscc().digits(),
                posts.otherStation(),
                ScanKind.IN,
                now.state().at().minusSeconds(30));
        refused(posts.recorded(impossible), ParcelRule.SCANNED_AT_TWO_PLACES);
    }

    /// What a device gathered without a network: out of order, interrupted, sent twice.
    @Test
    void aDevicesScansSentInAnyOrderAndTwiceEndWhereTheLastOneWas() {
        List<Scan> gathered = new ArrayList<>();
        List<Parcel> taken = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Parcel parcel = posts.taken(posts.village(), posts.centre());
            taken.add(parcel);
            gathered.add(posts.scan(parcel, posts.village(), ScanKind.LOAD, 30));
            gathered.add(posts.scan(parcel, posts.township(), ScanKind.UNLOAD, 28));
            gathered.add(posts.scan(parcel, posts.township(), ScanKind.LOAD, 26));
            gathered.add(posts.scan(parcel, posts.centre(), ScanKind.UNLOAD, 24));
        }
        Collections.shuffle(gathered, new Random(7));
        gathered.subList(0, 37).forEach(posts::recorded);
        scans.recordAll(cast.admin(), gathered);
        List<ScanAnswer> again = scans.recordAll(cast.admin(), gathered);
        assertThat(again)
                .extracting(ScanAnswer::scan)
                .containsExactlyElementsOf(gathered.stream().map(Scan::id).toList());
        for (Parcel parcel : taken) {
            assertThat(posts.now(parcel).stage()).isEqualTo(ParcelStage.READY);
            assertThat(parcels.trail(cast.admin(), parcel.id()))
                    .hasSize(5)
                    .noneMatch(step -> step.outcome() == ScanOutcome.REFUSED);
        }
    }

    @Test
    void unknownCodesAndWrongWeightsAreRefusedAndKept() {
        Scan unknown = Scan.of(ScanId.next(), "NOBODY-KNOWS-1", posts.village(), ScanKind.IN, posts.hoursAgo(1));
        refused(scans.record(cast.clerk(), unknown), ParcelRule.CODE_UNKNOWN);
        refused(scans.record(cast.clerk(), unknown), ParcelRule.CODE_UNKNOWN);
        assertThat(store.find(cast.county(), unknown.id()).map(Kept::outcome)).contains(ScanOutcome.REFUSED);
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        refused(posts.recorded(weighed(parcel, posts.village(), 1_850)), ParcelRule.PARCEL_WEIGHT_DIFFERS);
        assertThat(posts.recorded(weighed(parcel, posts.village(), 2_090)).outcome())
                .isEqualTo(ScanOutcome.COUNTED);
        assertThat(parcels.trail(cast.clerk(), parcel.id())).hasSize(3);
    }

    private Scan weighed(Parcel parcel, SiteId site, long grams) {
        return new Scan(
                ScanId.next(),
                parcel.sscc().digits(),
                site,
                ScanKind.IN,
                posts.hoursAgo(20),
                Optional.empty(),
                Optional.of(new Mass(grams)),
                "");
    }

    @Test
    void timesOutOfReachAreRefused() {
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        refused(posts.scanned(parcel, posts.village(), ScanKind.OUT, 41), ParcelRule.SCAN_TIME_OUT_OF_REACH);
        refused(posts.scanned(parcel, posts.village(), ScanKind.OUT, -1), ParcelRule.SCAN_TIME_OUT_OF_REACH);
    }

    @Test
    void clerksScanAtTheirSitesAndDriversLoadAnywhereInTheNetwork() {
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        Scan load = posts.scan(parcel, posts.village(), ScanKind.LOAD, 20);
        assertThatThrownBy(() -> scans.record(cast.otherManager(), load)).isInstanceOf(NotFound.class);
        assertThat(scans.recordOnRound(cast.carrier(), load).outcome()).isEqualTo(ScanOutcome.COUNTED);
        Scan in = posts.scan(parcel, posts.centre(), ScanKind.IN, 10);
        assertThatThrownBy(() -> scans.recordOnRound(cast.carrier(), in)).isInstanceOf(NotFound.class);
        Scan nowhere = Scan.of(
                ScanId.next(),
                parcel.sscc().digits(),
                posts.site(
                        org.farmgate.place.SiteKind.STATION,
                        cast.county(),
                        38.8,
                        cast.manager().organisation()),
                ScanKind.IN,
                posts.hoursAgo(1));
        assertThatThrownBy(() -> scans.record(cast.clerk(), nowhere)).hasMessageContaining("SITE_NOT_IN_NETWORK");
    }

    @Test
    void aParcelForACounterIsNotDeliveredAtADoor() {
        Parcel parcel = posts.waitingAtVillage();
        var door = new Scan(
                ScanId.next(),
                parcel.sscc().digits(),
                posts.village(),
                ScanKind.DELIVER,
                posts.hoursAgo(1),
                Optional.empty(),
                Optional.empty(),
                "Feng Yulan");
        refused(posts.recorded(door), ParcelRule.PARCEL_NOT_FOR_A_DOOR);
        assertThat(jdbc.sql("select count(*) from logistics.parcel_scan where note like '%Feng%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatLiesAtASiteIsNotDrawnToOneThatIsNotOnItsWay() {
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        for (ScanKind kind : List.of(ScanKind.IN, ScanKind.UNLOAD, ScanKind.OUT, ScanKind.LOAD, ScanKind.UNPACK))
            refused(
                    scans.record(cast.otherManager(), posts.scan(parcel, posts.otherStation(), kind, 10)),
                    ParcelRule.PARCEL_NOT_HERE);
        assertThat(posts.now(parcel).state().site()).isEqualTo(posts.village());
        assertThatThrownBy(() -> parcels.unseal(cast.otherManager(), parcel.id()))
                .isInstanceOf(NotFound.class);
        assertThat(posts.scanned(parcel, posts.township(), ScanKind.IN, 10).outcome())
                .as("nobody scanned it out, but it comes by here")
                .isEqualTo(ScanOutcome.COUNTED);
        Parcel waits = posts.waitingAtVillage();
        refused(
                scans.record(cast.otherManager(), posts.scan(waits, posts.otherStation(), ScanKind.IN, 10)),
                ParcelRule.PARCEL_NOT_HERE);
    }

    @Test
    void anUnknownCodeAtAnImpossibleTimeIsRefusedByItsTime() {
        Scan ahead = Scan.of(ScanId.next(), "NOBODY-KNOWS-2", posts.village(), ScanKind.IN, posts.hoursAgo(-1));
        refused(scans.record(cast.clerk(), ahead), ParcelRule.SCAN_TIME_OUT_OF_REACH);
        refused(scans.record(cast.clerk(), ahead), ParcelRule.SCAN_TIME_OUT_OF_REACH);
        assertThatThrownBy(() -> Scan.of(
                        ScanId.next(),
                        "NOBODY-KNOWS-3",
                        posts.village(),
                        ScanKind.IN,
                        java.time.Instant.parse("+300000-01-01T00:00:00Z")))
                .isInstanceOf(org.farmgate.platform.InputBroken.class);
    }
}
