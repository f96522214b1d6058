package org.farmgate.logistics.parcels.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.parcels.NetworkLink;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Figures of the sites that one handles parcels at.
@Service
@Transactional(readOnly = true)
public class CentreFigures {
    public static final int HOURS = 24;

    private final FigureStore store;
    private final ParcelNetwork network;
    private final Clock clock;

    CentreFigures(FigureStore store, ParcelNetwork network, Clock clock) {
        this.store = store;
        this.network = network;
        this.clock = clock;
    }

    /// The last twenty-four hours, the earliest first; hours in which nothing moved too. Refuses by [NotFound].
    public List<HourLoad> byHour(Actor actor, SiteId site) {
        NetworkLink link = own(actor, site);
        Instant last = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Instant first = last.minus(HOURS - 1L, ChronoUnit.HOURS);
        Map<Instant, HourLoad> moved = store.byHour(link.county(), site, first);
        List<HourLoad> hours = new ArrayList<>();
        for (Instant hour = first; !hour.isAfter(last); hour = hour.plus(1, ChronoUnit.HOURS))
            hours.add(moved.getOrDefault(hour, new HourLoad(hour, 0, 0)));
        return hours;
    }

    /// Of the site's county. Refuses by [NotFound].
    public Punctuality punctuality(Actor actor, SiteId site) {
        return store.punctuality(own(actor, site).county(), clock.instant());
    }

    private NetworkLink own(Actor actor, SiteId site) {
        if (!network.handledBy(actor).contains(site)) throw new NotFound("site", site);
        return network.find(site).orElseThrow(() -> new NotFound("site", site));
    }
}
