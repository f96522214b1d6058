package org.farmgate.logistics.parcels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Whether a scan can be true: by its time and by where the thing was before.
@Component
class ScanChecks {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration LONGEST_AGO = Duration.ofDays(60);

    private final ScanStore scans;
    private final Sites sites;
    private final Clock clock;

    ScanChecks(ScanStore scans, Sites sites, Clock clock) {
        this.scans = scans;
        this.sites = sites;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Refuses by SCAN_TIME_OUT_OF_REACH.
    ///
    /// @param since when the thing came to be
    void time(Instant at, Instant since) {
        Instant latest = now().plus(CLOCKS_DIFFER);
        Instant longAgo = now().minus(LONGEST_AGO);
        Instant before = since.equals(Instant.MIN) ? since : since.minus(CLOCKS_DIFFER);
        Instant earliest = before.isAfter(longAgo) ? before : longAgo;
        if (at.isBefore(earliest) || at.isAfter(latest))
            throw new RuleBroken(ParcelRule.SCAN_TIME_OUT_OF_REACH, earliest, latest);
    }

    /// Whether it was before that, whatever the two clocks differ by.
    boolean isEarlier(Instant at, Instant than) {
        return at.plus(CLOCKS_DIFFER).isBefore(than);
    }

    /// As [#time] for what nobody here knows.
    void time(Instant at) {
        time(at, Instant.MIN);
    }

    /// A late one is held against what was counted before and after it, a new one against the last. Refuses
    /// by SCANNED_AT_TWO_PLACES.
    void places(Parcel parcel, Site here, Instant at) {
        ParcelState state = parcel.state();
        places(
                at.isBefore(state.at())
                        ? scans.around(parcel.key(), at)
                        : List.of(new ScanStore.Stop(state.site(), state.at())),
                here,
                at);
    }

    /// As for a parcel.
    void places(Container container, Site here, Instant at) {
        places(List.of(new ScanStore.Stop(container.site(), container.at())), here, at);
    }

    private void places(Collection<ScanStore.Stop> stops, Site here, Instant at) {
        List<ScanStore.Stop> elsewhere =
                stops.stream().filter(stop -> !stop.site().equals(here.id())).toList();
        if (elsewhere.isEmpty()) return;
        Map<SiteId, Site> known =
                sites.byIds(elsewhere.stream().map(ScanStore.Stop::site).collect(Collectors.toSet()));
        for (ScanStore.Stop stop : elsewhere) {
            Site there = Objects.requireNonNull(known.get(stop.site()));
            if (!Travel.isPossible(there, stop.at(), here, at))
                throw new RuleBroken(ParcelRule.SCANNED_AT_TWO_PLACES, there.name(), stop.at());
        }
    }
}
