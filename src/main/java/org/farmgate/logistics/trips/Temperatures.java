package org.farmgate.logistics.trips;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.logistics.Incident;
import org.farmgate.logistics.IncidentId;
import org.farmgate.logistics.Incidents;
import org.farmgate.logistics.NewIncident;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How cold it was on cold trips. A reading outside the trip's range is told at once, the first of each
/// excursion.
@Service
@Transactional
public class Temperatures {
    /// In one go.
    public static final int MOST_AT_ONCE = 2_000;

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration BEFORE_LEAVING = Duration.ofDays(2);

    private final TripAccess access;
    private final TripStore store;
    private final TemperatureStore readings;
    private final Incidents incidents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Temperatures(
            TripAccess access,
            TripStore store,
            TemperatureStore readings,
            Incidents incidents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.store = store;
        this.readings = readings;
        this.incidents = incidents;
        this.events = events;
        this.clock = clock;
    }

    /// All or none; a reading of the same moment again is once, the first stays. Needs MOVE_GOODS, by whoever
    /// plans or carries the trip. Refuses by [org.farmgate.platform.NotFound], TRIP_NOT_IN_THAT_STATE,
    /// TRIP_TOO_MANY_LINES, TRIP_READING_UNLIKELY.
    public int record(Actor actor, TripId id, List<Reading> fresh) {
        Trip trip = access.run(actor, id);
        if (trip.state() != TripState.ORDERED && trip.state() != TripState.DEPARTED)
            throw TripAccess.notInThatState(trip);
        if (fresh.size() > MOST_AT_ONCE) throw new RuleBroken(TripRule.TRIP_TOO_MANY_LINES, MOST_AT_ONCE);
        check(trip, fresh);
        store.lock(trip);
        Set<Excursion> before = new HashSet<>(excursions(trip, readings.of(trip)));
        int added = readings.add(trip, fresh);
        for (Excursion one : excursions(trip, readings.of(trip)))
            if (before.stream().noneMatch(old -> overlap(old, one))) raise(actor, trip, one);
        return added;
    }

    /// Told, and written down with all cold goods that were on board.
    private void raise(Actor actor, Trip trip, Excursion one) {
        events.publishEvent(new TripExcursion(trip.id(), trip.origin(), one.from(), one.worst()));
        String text = trip.number() + ": " + BigDecimal.valueOf(one.worst(), 1).toPlainString() + " °C";
        for (TripLoad load : trip.loads())
            if (load.cold()
                    && load.loaded()
                            .filter(there -> !there.at().isAfter(one.until()))
                            .isPresent())
                incidents.note(
                        actor,
                        new NewIncident(
                                incidentOf(trip, one, load),
                                load.consignment(),
                                Incident.Kind.TEMPERATURE,
                                text,
                                Money.ZERO,
                                Optional.empty()));
    }

    private static IncidentId incidentOf(Trip trip, Excursion one, TripLoad load) {
        String content = trip.id() + "\n" + one.from() + "\n" + load.consignment();
        return new IncidentId(UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean overlap(Excursion one, Excursion other) {
        return !one.until().isBefore(other.from()) && !other.until().isBefore(one.from());
    }

    private void check(Trip trip, List<Reading> fresh) {
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        Instant earliest = trip.departedAt().orElse(clock.instant()).minus(BEFORE_LEAVING);
        for (int i = 0; i < fresh.size(); i++) {
            Reading one = fresh.get(i);
            boolean likely = one.decidegrees() >= TemperatureRange.COLDEST
                    && one.decidegrees() <= TemperatureRange.WARMEST
                    && !one.at().isAfter(latest)
                    && !one.at().isBefore(earliest);
            if (!likely) throw new RuleBroken(TripRule.TRIP_READING_UNLIKELY, i + 1);
        }
    }

    /// In order of time. By whoever sees the trip. Refuses by [org.farmgate.platform.NotFound].
    @Transactional(readOnly = true)
    public List<Reading> of(Actor actor, TripId id) {
        return readings.of(access.seen(actor, id));
    }

    /// Times outside the range, in order; none where nobody gave the trip a range.
    public static List<Excursion> excursions(Trip trip, Collection<Reading> inOrder) {
        List<Excursion> found = new ArrayList<>();
        if (trip.range().isEmpty()) return found;
        TemperatureRange range = trip.range().get();
        List<Reading> outside = new ArrayList<>();
        for (Reading reading : inOrder) {
            if (!range.holds(reading.decidegrees())) {
                outside.add(reading);
            } else if (!outside.isEmpty()) {
                found.add(excursion(range, outside));
                outside.clear();
            }
        }
        if (!outside.isEmpty()) found.add(excursion(range, outside));
        return found;
    }

    private static Excursion excursion(TemperatureRange range, List<Reading> outside) {
        int worst = outside.stream()
                .mapToInt(Reading::decidegrees)
                .boxed()
                .max(java.util.Comparator.comparingInt(
                        degrees -> Math.max(range.least() - degrees, degrees - range.most())))
                .orElseThrow();
        return new Excursion(
                outside.getFirst().at().truncatedTo(ChronoUnit.MICROS),
                outside.getLast().at().truncatedTo(ChronoUnit.MICROS),
                worst,
                outside.size());
    }
}
