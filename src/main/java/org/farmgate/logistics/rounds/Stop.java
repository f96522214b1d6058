package org.farmgate.logistics.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.Coordinates;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Id;

/// One place where a round halts.
///
/// @param site empty for somebody's door, which lies in the region
/// @param at where; for a door the middle of its region
/// @param window when goods are taken or given there, where it is known
/// @param plannedAt when the vehicle is to be there
/// @param metres from the stop before
/// @param reason why it failed; empty otherwise
public record Stop(
        StopId id,
        Optional<SiteId> site,
        RegionId region,
        Coordinates at,
        Optional<Window> window,
        int serviceSeconds,
        Instant plannedAt,
        long metres,
        State state,
        Optional<Instant> arrivedAt,
        Optional<Instant> endedAt,
        String reason,
        List<Task> tasks) {
    public static final int LONGEST_REASON = 200;
    /// Five minutes to park, find and greet; half a minute for each package; never more than an hour.
    private static final int LEAST_SERVICE = 300;

    private static final int SERVICE_PER_PACKAGE = 30;
    private static final int MOST_SERVICE = 3600;

    public Stop {
        tasks = List.copyOf(tasks);
    }

    /// Names a stop.
    public record StopId(UUID value) implements Id {
        public static StopId next() {
            return new StopId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// When goods are taken in or given out.
    public record Window(Instant from, Instant to) {
        public Window {
            if (!from.isBefore(to)) throw new IllegalArgumentException(from + " " + to);
        }
    }

    /// What became of it.
    public enum State {
        PENDING,
        DONE,
        FAILED
    }

    public boolean isOpen() {
        return state == State.PENDING;
    }

    /// Whether a driver has begun with it: then nobody moves it any more.
    public boolean isTouched() {
        return state != State.PENDING
                || arrivedAt.isPresent()
                || tasks.stream()
                        .anyMatch(task -> !task.isOpen() || task.loadedAt().isPresent());
    }

    static int service(int packages) {
        return Math.min(MOST_SERVICE, LEAST_SERVICE + SERVICE_PER_PACKAGE * packages);
    }

    Stop planned(Instant now, long metresNow) {
        return new Stop(
                id, site, region, at, window, serviceSeconds, now, metresNow, state, arrivedAt, endedAt, reason, tasks);
    }

    Stop within(Optional<Window> now) {
        return new Stop(
                id, site, region, at, now, serviceSeconds, plannedAt, metres, state, arrivedAt, endedAt, reason, tasks);
    }
}
