package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Posts.class})
class WavesTests {
    @Autowired
    Cast cast;

    @Autowired
    Posts posts;

    @Autowired
    Waves waves;

    @Autowired
    Scans scans;

    @Autowired
    Containers containers;

    @Autowired
    WaveStore store;

    @Autowired
    ParcelReturns returns;

    @AfterEach
    void closed() {
        store.openAt(cast.county(), posts.centre()).ifPresent(wave -> waves.close(cast.admin(), wave.id()));
    }

    private WaveAnswer sorted(Wave wave, Parcel parcel, int hoursAgo) {
        return waves.scan(
                cast.officer(),
                wave.id(),
                new WaveScan(ScanId.next(), parcel.sscc().digits(), posts.hoursAgo(hoursAgo), Optional.empty()));
    }

    @Test
    void eachScanAnswersTheChuteAndClosingMakesTheBags() {
        Wave wave = waves.open(cast.officer(), WaveId.next(), posts.centre());
        assertThat(waves.open(cast.officer(), wave.id(), posts.centre()).id()).isEqualTo(wave.id());
        assertThatThrownBy(() -> waves.open(cast.officer(), WaveId.next(), posts.centre()))
                .hasMessageContaining("WAVE_OPEN_ALREADY");
        List<Parcel> down = new ArrayList<>();
        for (int i = 0; i < 20; i++) down.add(posts.taken(posts.centre(), posts.village()));
        Parcel across = posts.taken(posts.centre(), posts.otherStation());
        Parcel stays = posts.taken(posts.village(), posts.centre());
        int chute = sorted(wave, down.getFirst(), 20).chute().orElseThrow();
        down.forEach(parcel -> assertThat(sorted(wave, parcel, 20).chute()).hasValue(chute));
        assertThat(sorted(wave, across, 20).chute().orElseThrow()).isNotEqualTo(chute);
        assertThat(sorted(wave, stays, 20).scan().why().orElseThrow().rule())
                .isEqualTo(ParcelRule.PARCEL_NOT_TO_BE_SORTED);
        posts.scanned(down.getLast(), posts.centre(), ScanKind.OUT, 19);

        List<Container> made = waves.close(cast.officer(), wave.id());
        assertThat(waves.close(cast.officer(), wave.id())).isEqualTo(made);
        assertThat(made).hasSize(3).allMatch(one -> one.stage() == ContainerStage.CLOSED);
        assertThat(made.stream().mapToInt(Container::parcels).sum())
                .as("one had left")
                .isEqualTo(20);
        assertThat(made)
                .filteredOn(one -> one.to().equals(Optional.of(posts.township())))
                .extracting(Container::mass)
                .containsExactly(Mass.kilograms(30), Mass.kilograms(8));
        assertThat(posts.now(down.getFirst()).state().container()).isPresent();
        assertThat(posts.now(down.getLast()).state().container()).isEmpty();
        assertThat(sorted(wave, down.get(3), 10).scan().why().orElseThrow().rule())
                .isEqualTo(ParcelRule.WAVE_CLOSED);
        assertThat(waves.see(cast.officer(), wave.id()).parcels()).isEqualTo(21);
        assertThat(waves.of(cast.officer(), posts.centre(), Paging.first())
                        .getFirst()
                        .isOpen())
                .isFalse();
    }

    @Test
    void aScanSentTwiceAnswersTheSameChute() {
        Wave wave = waves.open(cast.officer(), WaveId.next(), posts.centre());
        Parcel parcel = posts.taken(posts.centre(), posts.village());
        var scan = new WaveScan(ScanId.next(), parcel.sscc().digits(), posts.hoursAgo(5), Optional.empty());
        WaveAnswer first = waves.scan(cast.officer(), wave.id(), scan);
        assertThat(waves.scan(cast.officer(), wave.id(), scan)).isEqualTo(first);
        assertThat(waves.see(cast.officer(), wave.id()).parcels()).isEqualTo(1);
        assertThatThrownBy(() -> waves.scan(cast.clerk(), wave.id(), scan)).isInstanceOf(NotFound.class);
    }

    @Test
    void aStationWithNothingBelowItSortsNothing() {
        assertThatThrownBy(() -> waves.open(cast.clerk(), WaveId.next(), posts.village()))
                .hasMessageContaining("WAVE_NEEDS_CENTRE");
    }

    @Test
    void whatFitsNoBagGoesIntoACageBeside() {
        var bulky = new WaveStore.Item(key(), 1, Optional.empty(), 5_000, 200, false);
        var small = new WaveStore.Item(key(), 1, Optional.empty(), 5_000, 20, false);
        List<WaveClosing.Packed> plan = WaveClosing.plan(List.of(small, bulky, small, bulky, small));
        assertThat(plan)
                .extracting(WaveClosing.Packed::kind)
                .containsExactly(
                        ContainerKind.BAG,
                        ContainerKind.CAGE,
                        ContainerKind.BAG,
                        ContainerKind.CAGE,
                        ContainerKind.BAG);
        assertThat(plan.stream().map(WaveClosing.Packed::container).distinct()).hasSize(2);
    }

    private ParcelKey key() {
        return new ParcelKey(cast.county(), ParcelId.next());
    }

    @Test
    void whatWasSentBackSinceItWasSortedIsNotPackedAndWhatWasSortedToGoBackIs() {
        Wave wave = waves.open(cast.officer(), WaveId.next(), posts.centre());
        Parcel forward = atCentre();
        Parcel back = atCentre();
        assertThat(sorted(wave, forward, 20).chute()).isPresent();
        returns.sendBack(cast.officer(), ScanId.next(), forward.key(), "not wanted");
        returns.sendBack(cast.officer(), ScanId.next(), back.key(), "not wanted");
        assertThat(sorted(wave, back, 0).chute()).isPresent();
        waves.close(cast.officer(), wave.id());
        assertThat(posts.now(forward).state().container()).isEmpty();
        assertThat(posts.now(back).state().container()).isPresent();
    }

    private Parcel atCentre() {
        Parcel parcel = posts.taken(posts.village(), posts.otherStation());
        posts.scanned(parcel, posts.centre(), ScanKind.IN, 30);
        return posts.now(parcel);
    }
}
