package org.farmgate.party.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Component;

/// The regions that forms offer and lists name.
@Component
class Places {
    private final Regions regions;

    Places(Regions regions) {
        this.regions = regions;
    }

    Map<RegionId, String> names(Collection<Party> parties, Shell shell) {
        Set<RegionId> wanted =
                parties.stream().flatMap(party -> party.region().stream()).collect(Collectors.toSet());
        return regions.byIds(wanted).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().name().in(shell.locale())));
    }

    /// Whoever belongs to a region chooses among its parts, down to villages; others among all counties and wider.
    Map<String, String> choices(Actor actor, Shell shell) {
        List<Region> offered = actor.region()
                .map(RegionId::new)
                .filter(_ -> !actor.everywhere())
                .map(this::within)
                .orElseGet(() ->
                        regions.all(RegionKind.PROVINCE, RegionKind.PREFECTURE, RegionKind.CITY, RegionKind.COUNTY));
        Map<String, String> choices = new LinkedHashMap<>();
        offered.stream()
                .sorted(Comparator.comparing(Region::code))
                .forEach(region ->
                        choices.put(region.id().toString(), region.name().in(shell.locale())));
        return choices;
    }

    boolean exists(RegionId id) {
        return regions.find(id).isPresent();
    }

    private List<Region> within(RegionId id) {
        List<Region> found = new java.util.ArrayList<>();
        regions.find(id).ifPresent(found::add);
        for (Region child : regions.children(id)) {
            found.add(child);
            if (child.kind() == RegionKind.COUNTY || child.kind() == RegionKind.TOWNSHIP)
                found.addAll(regions.children(child.id()));
        }
        return found;
    }
}
