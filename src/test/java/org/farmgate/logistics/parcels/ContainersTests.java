package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

@ModuleTest
@Import({Cast.class, Posts.class})
class ContainersTests {
    @Autowired
    Cast cast;

    @Autowired
    Posts posts;

    @Autowired
    Parcels parcels;

    @Autowired
    Containers containers;

    @Autowired
    ParcelReturns returns;

    @Autowired
    LineHaul lineHaul;

    @Autowired
    JdbcClient jdbc;

    /// Containers are made now, so what they hold is scanned now too.
    private Container made(ContainerKind kind, SiteId site, SiteId to) {
        Container one =
                containers.make(cast.admin(), new NewContainer(ContainerId.next(), kind, site, Optional.of(to)));
        jdbc.sql(
                        "update logistics.parcel_container set at = at - interval '39 hours', made_at = made_at - interval '39 hours' where id = :id")
                .param("id", one.id().value())
                .update();
        return containers.get(one.id());
    }

    private ScanAnswer scanned(String code, SiteId site, ScanKind kind, int hoursAgo) {
        return posts.recorded(Scan.of(ScanId.next(), code, site, kind, posts.hoursAgo(hoursAgo)));
    }

    private ScanAnswer packed(String code, SiteId site, Container into, int hoursAgo) {
        return posts.recorded(new Scan(
                ScanId.next(),
                code,
                site,
                ScanKind.PACK,
                posts.hoursAgo(hoursAgo),
                Optional.of(into.sscc().digits()),
                Optional.empty(),
                ""));
    }

    private void refused(ScanAnswer answer, Rule rule) {
        assertThat(answer.outcome()).isEqualTo(ScanOutcome.REFUSED);
        assertThat(answer.why().orElseThrow().rule()).isEqualTo(rule);
    }

    @Test
    void aCageMovesTheBagsInItAndAllThatIsInThemAndEmptiedTheyWait() {
        List<Parcel> inBag = new ArrayList<>();
        Container bag = made(ContainerKind.BAG, posts.centre(), posts.village());
        for (int i = 0; i < 3; i++) {
            Parcel parcel = posts.taken(posts.centre(), posts.village());
            inBag.add(parcel);
            assertThat(packed(parcel.sscc().digits(), posts.centre(), bag, 30).outcome())
                    .isEqualTo(ScanOutcome.COUNTED);
        }
        Parcel loose = posts.taken(posts.centre(), posts.township());
        Container cage = made(ContainerKind.CAGE, posts.centre(), posts.township());
        packed(loose.sscc().digits(), posts.centre(), cage, 30);
        refused(packed(bag.sscc().digits(), posts.centre(), cage, 29), ParcelRule.CONTAINER_NOT_CLOSED);
        containers.close(cast.officer(), bag.id());
        assertThat(packed(bag.sscc().digits(), posts.centre(), cage, 28).parcels())
                .isEqualTo(3);
        assertThat(containers.get(cage.id())).satisfies(full -> {
            assertThat(full.parcels()).isEqualTo(4);
            assertThat(full.mass()).isEqualTo(new Mass(8_000));
        });
        refused(scanned(cage.sscc().digits(), posts.centre(), ScanKind.LOAD, 27), ParcelRule.CONTAINER_NOT_CLOSED);
        containers.close(cast.officer(), cage.id());

        UUID trip = UUID.randomUUID();
        assertThat(lineHaul.waiting(posts.centre())).extracting(Container::id).contains(cage.id());
        var loaded = lineHaul.load(
                cast.carrier(), trip, posts.centre(), List.of(cage.sscc().digits()), posts.hoursAgo(26));
        assertThat(lineHaul.load(
                        cast.carrier(),
                        trip,
                        posts.centre(),
                        List.of(cage.sscc().digits()),
                        posts.hoursAgo(26)))
                .isEqualTo(loaded);
        assertThat(loaded.getFirst().parcels()).isEqualTo(4);
        assertThat(posts.now(loose).stage()).isEqualTo(ParcelStage.UNDER_WAY);
        inBag.forEach(parcel -> assertThat(posts.now(parcel).stage()).isEqualTo(ParcelStage.UNDER_WAY));
        lineHaul.unload(
                cast.carrier(), trip, posts.township(), List.of(cage.sscc().digits()), posts.hoursAgo(20));
        assertThat(posts.now(inBag.getFirst()).state().site()).isEqualTo(posts.township());
        assertThat(scanned(cage.sscc().digits(), posts.township(), ScanKind.UNPACK, 19)
                        .parcels())
                .isEqualTo(4);
        assertThat(posts.now(loose).stage()).isEqualTo(ParcelStage.READY);
        assertThat(posts.now(inBag.getFirst()).stage()).as("still in its bag").isEqualTo(ParcelStage.AT_SITE);
        assertThat(scanned(bag.sscc().digits(), posts.township(), ScanKind.OUT, 18)
                        .next())
                .isEqualTo(new Next.To(posts.village()));
        assertThat(scanned(bag.sscc().digits(), posts.village(), ScanKind.IN, 15)
                        .next())
                .isEqualTo(new Next.OpenedHere());
        scanned(bag.sscc().digits(), posts.village(), ScanKind.UNPACK, 14);
        inBag.forEach(parcel -> {
            Parcel now = posts.now(parcel);
            assertThat(now.stage()).isEqualTo(ParcelStage.READY);
            assertThat(now.state().container()).isEmpty();
            assertThat(parcels.trail(cast.admin(), parcel.id()))
                    .as("two of them refused")
                    .hasSize(11)
                    .filteredOn(step -> step.outcome() == ScanOutcome.COUNTED)
                    .hasSize(9);
        });
        refused(scanned(bag.sscc().digits(), posts.village(), ScanKind.OUT, 13), ParcelRule.CONTAINER_EMPTIED);
    }

    @Test
    void whatGoesElsewhereOrDoesNotFitStaysOut() {
        Container bag = made(ContainerKind.BAG, posts.centre(), posts.village());
        Parcel elsewhere = posts.taken(posts.centre(), posts.otherStation());
        refused(packed(elsewhere.sscc().digits(), posts.centre(), bag, 30), ParcelRule.CONTAINER_GOES_ELSEWHERE);
        for (int i = 0; i < 15; i++)
            packed(posts.taken(posts.centre(), posts.village()).sscc().digits(), posts.centre(), bag, 30);
        assertThat(containers.get(bag.id()).mass()).isEqualTo(bag.kind().mostMass());
        Parcel one = posts.taken(posts.centre(), posts.village());
        refused(packed(one.sscc().digits(), posts.centre(), bag, 29), ParcelRule.CONTAINER_OVERFILLED);
        assertThat(posts.now(one).state().container()).isEmpty();
        containers.close(cast.officer(), bag.id());
        refused(packed(one.sscc().digits(), posts.centre(), bag, 28), ParcelRule.CONTAINER_NOT_OPEN);
        refused(packed(one.sscc().digits(), posts.centre(), one(bag), 28), ParcelRule.CONTAINER_NOT_OPEN);
    }

    private Container one(Container again) {
        return containers.get(again.id());
    }

    @Test
    void aParcelScannedByItselfIsNoLongerInItsBag() {
        Container bag = made(ContainerKind.BAG, posts.centre(), posts.village());
        Parcel parcel = posts.taken(posts.centre(), posts.village());
        packed(parcel.sscc().digits(), posts.centre(), bag, 30);
        assertThat(posts.now(parcel).state().container()).contains(bag.id());
        posts.scanned(parcel, posts.centre(), ScanKind.SEEN, 29);
        assertThat(posts.now(parcel).state().container())
                .as("seen is not taken")
                .contains(bag.id());
        posts.scanned(parcel, posts.centre(), ScanKind.UNPACK, 28);
        assertThat(posts.now(parcel).state().container()).isEmpty();
        assertThat(containers.get(bag.id()).parcels()).isZero();
        assertThat(containers.get(bag.id()).mass()).isEqualTo(Mass.ZERO);
    }

    @Test
    void whatIsSentBackIsNoLongerInItsBag() {
        Container bag = made(ContainerKind.BAG, posts.centre(), posts.village());
        Parcel parcel = posts.taken(posts.otherStation(), posts.village());
        posts.scanned(parcel, posts.centre(), ScanKind.IN, 35);
        packed(parcel.sscc().digits(), posts.centre(), bag, 30);
        assertThat(containers.get(bag.id()).parcels()).isEqualTo(1);
        returns.sendBack(cast.officer(), ScanId.next(), parcel.key(), "not wanted");
        assertThat(posts.now(parcel).state().container()).isEmpty();
        assertThat(containers.get(bag.id()).parcels()).isZero();
        assertThat(containers.get(bag.id()).mass()).isEqualTo(Mass.ZERO);
    }

    @Test
    void aBagIsNotDrawnToASiteThatIsNotOnItsWay() {
        Container bag = made(ContainerKind.BAG, posts.centre(), posts.village());
        containers.close(cast.officer(), bag.id());
        refused(scanned(bag.sscc().digits(), posts.otherStation(), ScanKind.IN, 10), ParcelRule.PARCEL_NOT_HERE);
        assertThat(containers.get(bag.id()).site()).isEqualTo(posts.centre());
        assertThat(scanned(bag.sscc().digits(), posts.township(), ScanKind.IN, 9)
                        .outcome())
                .isEqualTo(ScanOutcome.COUNTED);
    }

    @Test
    void anIdStandsForOneContainerAndStrangersDoNotSeeIt() {
        NewContainer wanted =
                new NewContainer(ContainerId.next(), ContainerKind.BAG, posts.village(), Optional.of(posts.township()));
        Container one = containers.make(cast.clerk(), wanted);
        assertThat(containers.make(cast.clerk(), wanted)).isEqualTo(one);
        assertThatThrownBy(() -> containers.make(
                        cast.clerk(), new NewContainer(wanted.id(), ContainerKind.CAGE, wanted.site(), wanted.to())))
                .hasMessageContaining("CONTAINER_ID_USED");
        assertThatThrownBy(() -> containers.see(cast.otherManager(), one.id())).isInstanceOf(NotFound.class);
        assertThat(containers.see(cast.officer(), one.id())).isEqualTo(one);
        containers.close(cast.clerk(), one.id());
        assertThat(containers.reopen(cast.clerk(), one.id()).stage()).isEqualTo(ContainerStage.OPEN);
    }
}
