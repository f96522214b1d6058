package org.farmgate.logistics.trips;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.place.Distance;
import org.farmgate.place.Distances;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.springframework.stereotype.Component;

/// How far the places of a trip lie from one another: a road distance between their regions where somebody
/// wrote one down, else by their coordinates.
@Component
class Ways {
    private final Sites sites;
    private final Distances distances;

    Ways(Sites sites, Distances distances) {
        this.sites = sites;
        this.distances = distances;
    }

    /// Between any two of these places, by three queries however many there are.
    Between between(Set<SiteId> places) {
        Map<SiteId, Site> known = sites.byIds(places);
        Set<RegionId> regions = known.values().stream().map(Site::region).collect(Collectors.toSet());
        return new Between(known, regions.size() < 2 ? Map.of() : distances.table(regions, regions));
    }

    record Between(Map<SiteId, Site> sites, Map<Distances.Pair, Distance> roads) {
        Distance metres(SiteId from, SiteId to) {
            Site here = Objects.requireNonNull(sites.get(from));
            Site there = Objects.requireNonNull(sites.get(to));
            if (!here.region().equals(there.region())) {
                Distance road = roads.get(new Distances.Pair(here.region(), there.region()));
                if (road != null && !road.estimated()) return road;
            }
            return Distance.estimate(here.at(), there.at());
        }

        /// Whether a place is known at all.
        boolean knows(SiteId site) {
            return sites.containsKey(site);
        }

        long[][] matrix(List<SiteId> places) {
            Map<List<SiteId>, Long> once = new HashMap<>();
            long[][] metres = new long[places.size()][places.size()];
            for (int i = 0; i < places.size(); i++)
                for (int j = 0; j < places.size(); j++)
                    if (!places.get(i).equals(places.get(j)))
                        metres[i][j] = once.computeIfAbsent(
                                List.of(places.get(i), places.get(j)),
                                pair -> metres(pair.get(0), pair.get(1)).metres());
            return metres;
        }
    }
}
