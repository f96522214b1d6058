package org.farmgate.logistics.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.NewParcel;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.ParcelStage;
import org.farmgate.logistics.parcels.ParcelTarget;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.rounds.DriverScan.DriverScanId;
import org.farmgate.logistics.rounds.DriverScan.Kind;
import org.farmgate.measure.Mass;
import org.farmgate.party.MemberRole;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeAppTest
@Import(RoundYard.class)
class RoundParcelsTests {
    @Autowired
    Cast cast;

    @Autowired
    RoundYard yard;

    @Autowired
    ParcelNetwork network;

    @Autowired
    Parcels parcels;

    @Autowired
    Rounds rounds;

    @Autowired
    Driving driving;

    @Autowired
    Clock clock;

    private Instant hoursAgo(int hours) {
        return clock.instant().minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MILLIS);
    }

    private Parcel taken(SiteId at, ParcelTarget to) {
        var person = new Contact("Feng Yulan", "135 0000 1234", "Lane 9, house 4");
        return parcels.takeIn(
                cast.admin(),
                new NewParcel.FromVillager(
                        ParcelId.next(),
                        at,
                        person,
                        person,
                        to,
                        new NewParcel.Size(new Mass(2_000), 8),
                        hoursAgo(20).truncatedTo(ChronoUnit.MICROS)));
    }

    private Round published(Actor planner, Actor driver, SiteId depot, int from, int to) {
        Round draft = rounds.make(
                planner,
                new NewRound(
                        RoundId.next(),
                        depot,
                        yard.today(),
                        yard.vehicle(planner, 500).id(),
                        Optional.of(driver.person()),
                        new Shift(LocalTime.of(from, 0), LocalTime.of(to, 0))));
        Round full = rounds.add(
                planner,
                draft.id(),
                0,
                rounds.open(planner, List.of(depot), yard.today()).stream()
                        .map(OpenGoods::of)
                        .toList());
        return rounds.publish(planner, full.id(), full.version());
    }

    private void scan(Actor driver, Round round, Kind kind, int hoursAgo, String code) {
        Optional<Stop.StopId> stop = round.stops().stream()
                .filter(one -> one.tasks().stream().anyMatch(task -> task.code().equals(code)))
                .map(Stop::id)
                .findFirst();
        ScanResult result = driving.record(
                        driver,
                        round.id(),
                        List.of(new DriverScan(
                                DriverScanId.next(),
                                kind,
                                hoursAgo(hoursAgo),
                                stop,
                                code,
                                "",
                                "Feng Yulan",
                                "",
                                Optional.empty())))
                .getFirst();
        assertThat(result.refusal()).as("%s %s", kind, code).isEmpty();
    }

    private Parcel now(Parcel parcel) {
        return parcels.see(cast.admin(), parcel.id());
    }

    @Test
    void parcelsRideDownUpAndToTheDoorAndTheirOwnTrailKnowsIt() {
        Actor planner = cast.officer();
        Actor driver = cast.joins(planner.organisation(), "Parcel driver", "parceldriver", MemberRole.CLERK);
        SiteId centre = yard.site(SiteKind.SORTING_CENTRE, planner, 38.90, 77.6);
        SiteId station = yard.site(SiteKind.STATION, planner, 38.95, 77.6);
        network.put(cast.admin(), centre, Optional.empty());
        network.put(cast.admin(), station, Optional.of(centre));
        Parcel down = taken(centre, new ParcelTarget.Pickup(station));
        Parcel up = taken(station, new ParcelTarget.Pickup(centre));
        Round round = published(planner, driver, centre, 6, 12);
        assertThat(round.stops()).hasSize(2).allMatch(stop -> stop.site().equals(Optional.of(station)));
        assertThat(round.tasks())
                .extracting(Task::kind)
                .containsExactlyInAnyOrder(Task.Kind.DELIVER, Task.Kind.COLLECT);
        // The delivery is told before the loading.
        scan(driver, round, Kind.DELIVER, 8, down.sscc().digits());
        scan(driver, round, Kind.LOAD, 10, down.sscc().digits());
        scan(driver, round, Kind.COLLECT, 7, up.sscc().digits());
        assertThat(now(up).stage()).isEqualTo(ParcelStage.UNDER_WAY);
        scan(driver, round, Kind.FINISH, 5, "");
        assertThat(now(down).stage()).isEqualTo(ParcelStage.READY);
        assertThat(now(down).state().site()).isEqualTo(station);
        assertThat(now(up).stage()).isEqualTo(ParcelStage.READY);
        assertThat(now(up).state().site()).isEqualTo(centre);
        assertThat(parcels.trail(cast.admin(), down.id())).hasSize(3);
        Parcel door = taken(station, new ParcelTarget.Door(cast.county()));
        Round last = published(planner, driver, station, 13, 18);
        scan(driver, last, Kind.LOAD, 4, door.sscc().digits());
        scan(driver, last, Kind.DELIVER, 3, door.sscc().digits());
        assertThat(now(door).stage()).isEqualTo(ParcelStage.HANDED_OUT);
    }
}
