package org.farmgate.logistics.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.Coordinates;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReckoningTests {
    private static final Coordinates DEPOT = new Coordinates(0, 0);
    private static final LocalDate DAY = LocalDate.of(2027, 7, 21);
    private static final Shift SHIFT = new Shift(LocalTime.of(8, 0), LocalTime.of(12, 0));
    private static final Vehicle VAN = van(300, false);

    private static Vehicle van(long kilograms, boolean cold) {
        return new Vehicle(
                VehicleId.next(),
                new PartyId(UUID.randomUUID()),
                "A 1",
                Mass.kilograms(kilograms),
                1000,
                cold,
                Money.yuan(50),
                Money.yuan(3),
                false);
    }

    private static long road(Coordinates from, Coordinates to) {
        return Math.round(
                (Math.abs(from.latitude() - to.latitude()) + Math.abs(from.longitude() - to.longitude())) * 100_000);
    }

    private static Stop stop(
            double latitude, Task.Kind kind, Task.State state, long kilograms, Optional<Stop.Window> window) {
        var task = new Task(
                Task.TaskId.next(),
                kind,
                Task.Thing.CONSIGNMENT,
                UUID.randomUUID(),
                "C" + latitude,
                Mass.kilograms(kilograms),
                10,
                false,
                1,
                state,
                Optional.empty(),
                Optional.empty());
        return new Stop(
                Stop.StopId.next(),
                Optional.empty(),
                RegionId.next(),
                new Coordinates(latitude, 0),
                window,
                600,
                Instant.EPOCH,
                0,
                Stop.State.PENDING,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(task));
    }

    private static Stop stop(double latitude, Task.Kind kind, long kilograms) {
        return stop(latitude, kind, Task.State.PENDING, kilograms, Optional.empty());
    }

    private static Round round(List<Stop> stops) {
        return new Round(
                RoundId.next(),
                RegionId.next(),
                VAN.owner(),
                SiteId.next(),
                DAY,
                VAN.id(),
                Optional.empty(),
                SHIFT,
                RoundState.DRAFT,
                false,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Round.Sums.NONE,
                stops);
    }

    private static Reckoning reckon(Vehicle vehicle, Stop... stops) {
        return Reckoning.of(DEPOT, vehicle, round(List.of(stops)), ReckoningTests::road);
    }

    @Test
    void waysLoadsAndCostAreAddedUp() {
        // 10 km out with 100 kg, 10 km back empty: 20 km, half of it empty; a tonne-kilometre carried.
        Reckoning one = reckon(VAN, stop(0.1, Task.Kind.DELIVER, 100));
        assertThat(one.sums()).isEqualTo(new Round.Sums(20_000, 10_000, 100_000L * 10_000, Money.yuan(50 + 60)));
        assertThat(one.sums().perTonneKilometre()).contains(Money.yuan(110));
        assertThat(one.legs().getFirst().arrival())
                .isEqualTo(SHIFT.startsAt(DAY).plusSeconds(900));
        assertThat(one.backAt()).isEqualTo(SHIFT.startsAt(DAY).plusSeconds(900 + 600 + 900));
        assertThat(one.lateSeconds()).isZero();
    }

    @Test
    void anEmptyRoundCostsNothing() {
        assertThat(reckon(VAN).sums()).isEqualTo(Round.Sums.NONE);
    }

    @Test
    void whatIsFetchedRidesHomeAndWhatFailedRidesOn() {
        assertThat(reckon(VAN, stop(0.1, Task.Kind.COLLECT, 100)).sums().emptyMetres())
                .isEqualTo(10_000);
        Reckoning failed = reckon(VAN, stop(0.1, Task.Kind.DELIVER, Task.State.FAILED, 100, Optional.empty()));
        assertThat(failed.sums().emptyMetres()).isZero();
        Reckoning nobody = reckon(VAN, stop(0.1, Task.Kind.COLLECT, Task.State.FAILED, 100, Optional.empty()));
        assertThat(nobody.sums().emptyMetres()).isEqualTo(20_000);
    }

    @Test
    void aVehicleIsOverfilledOnItsFullestLegOnly() {
        assertThat(reckon(VAN, stop(0.1, Task.Kind.DELIVER, 300), stop(0.2, Task.Kind.COLLECT, 300))
                        .overGrams())
                .isZero();
        assertThat(reckon(VAN, stop(0.1, Task.Kind.COLLECT, 300), stop(0.2, Task.Kind.DELIVER, 300))
                        .overGrams())
                .isEqualTo(300_000);
    }

    @Test
    void earlyOneWaitsAndLateOneIsLate() {
        Instant eight = SHIFT.startsAt(DAY);
        var later = Optional.of(new Stop.Window(eight.plusSeconds(3600), eight.plusSeconds(7200)));
        Reckoning early = reckon(VAN, stop(0.1, Task.Kind.DELIVER, Task.State.PENDING, 1, later));
        assertThat(early.legs().getFirst().end()).isEqualTo(eight.plusSeconds(3600 + 600));
        var passed = Optional.of(new Stop.Window(eight, eight.plusSeconds(600)));
        assertThat(reckon(VAN, stop(0.1, Task.Kind.DELIVER, Task.State.PENDING, 1, passed))
                        .lateSeconds())
                .isEqualTo(300);
        // 90 km out: nine eighths of an hour more than the half shift each way.
        assertThat(reckon(VAN, stop(0.9, Task.Kind.DELIVER, 1)).lateSeconds()).isEqualTo(2 * 8100 + 600 - 4 * 3600);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theCheapestPlaceIsTheCheapestOfAll(long seed) {
        var random = new Random(seed);
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < 6; i++) stops.add(stop(random.nextInt(40) / 100.0, Task.Kind.DELIVER, 10));
        Stop fresh = stop(random.nextInt(40) / 100.0, Task.Kind.DELIVER, 10);
        Round round = round(stops);
        int place = Reckoning.cheapest(
                0, 6, at -> Reckoning.of(DEPOT, VAN, RoundEdits.with(round, fresh, at), ReckoningTests::road));
        long chosen = fault(RoundEdits.with(round, fresh, place));
        for (int at = 0; at <= 6; at++)
            assertThat(chosen)
                    .as("seed %s place %s", seed, at)
                    .isLessThanOrEqualTo(fault(RoundEdits.with(round, fresh, at)));
    }

    private static long fault(Round round) {
        Reckoning all = Reckoning.of(DEPOT, VAN, round, ReckoningTests::road);
        return all.lateSeconds() * 100_000_000 + all.sums().metres();
    }

    @Test
    void aShiftEndsAfterItBeganAndIsNoLongerThanTheLawAllows() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Shift(LocalTime.of(9, 0), LocalTime.of(9, 0)))
                .isInstanceOf(RuleBroken.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Shift(LocalTime.of(6, 0), LocalTime.of(17, 1)))
                .isInstanceOf(RuleBroken.class);
    }
}
