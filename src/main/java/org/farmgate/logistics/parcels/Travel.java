package org.farmgate.logistics.parcels;

import java.time.Duration;
import java.time.Instant;
import org.farmgate.place.Site;

/// Whether a thing can have been at both places at these times: nothing goes faster than 120 km/h as the
/// crow flies, and nothing is at two sites in the same minute.
final class Travel {
    private static final double METRES_PER_SECOND = 120_000 / 3600.0;
    private static final long LEAST_SECONDS = 60;

    private Travel() {}

    static boolean isPossible(Site one, Instant then, Site other, Instant later) {
        if (one.id().equals(other.id())) return true;
        long needed = Math.max(LEAST_SECONDS, (long) (one.at().greatCircleMetres(other.at()) / METRES_PER_SECOND));
        return Duration.between(then, later).abs().toSeconds() >= needed;
    }
}
