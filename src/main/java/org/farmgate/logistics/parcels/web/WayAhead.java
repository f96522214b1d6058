package org.farmgate.logistics.parcels.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.parcels.NetworkLink;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.place.SiteId;
import org.springframework.stereotype.Component;

/// The sites between two of the network: up to where both ways meet, over to the other county's centre where they do
/// not, and down.
@Component
class WayAhead {
    private final ParcelNetwork network;

    WayAhead(ParcelNetwork network) {
        this.network = network;
    }

    /// Both ends included, in order.
    List<SiteId> between(SiteId from, SiteId goal) {
        List<SiteId> up = upwards(from);
        List<SiteId> down = upwards(goal);
        List<SiteId> way = new ArrayList<>();
        for (SiteId site : up) {
            if (down.contains(site)) break;
            way.add(site);
        }
        List<SiteId> below = new ArrayList<>();
        for (SiteId site : down) {
            below.addFirst(site);
            if (up.contains(site)) break;
        }
        way.addAll(below);
        return way;
    }

    private List<SiteId> upwards(SiteId from) {
        List<SiteId> up = new ArrayList<>(List.of(from));
        Optional<SiteId> above = parent(from);
        while (above.isPresent() && up.size() < ParcelNetwork.MOST_TIERS) {
            up.add(above.get());
            above = parent(above.get());
        }
        return up;
    }

    private Optional<SiteId> parent(SiteId site) {
        return network.find(site).flatMap(NetworkLink::parent);
    }
}
