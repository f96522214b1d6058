package org.farmgate.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Where goods can be sent: the provinces, each with its cities, to choose from with a thumb.
@Component
public class RegionChoices {
    private final Regions regions;

    RegionChoices(Regions regions) {
        this.regions = regions;
    }

    /// A province with what can be chosen in it: names by id.
    public record Group(String name, Map<String, String> choices) {}

    /// By the order of codes, each province first.
    public List<Group> of(Locale locale) {
        Map<RegionId, Region> known = new LinkedHashMap<>();
        regions.all(RegionKind.PROVINCE, RegionKind.PREFECTURE, RegionKind.CITY)
                .forEach(region -> known.put(region.id(), region));
        Map<RegionId, List<Region>> below = new LinkedHashMap<>();
        for (Region region : known.values())
            below.computeIfAbsent(province(region, known), _ -> new ArrayList<>())
                    .add(region);
        List<Group> groups = new ArrayList<>();
        below.forEach((province, inside) -> {
            Map<String, String> choices = new LinkedHashMap<>();
            inside.stream()
                    .sorted(Comparator.comparing((Region one) -> one.kind() != RegionKind.PROVINCE)
                            .thenComparing(Region::code))
                    .forEach(one -> choices.put(one.id().toString(), one.name().in(locale)));
            groups.add(new Group(
                    java.util.Objects.requireNonNull(known.get(province)).name().in(locale), choices));
        });
        return groups;
    }

    private static RegionId province(Region region, Map<RegionId, Region> known) {
        Region at = region;
        while (at.kind() != RegionKind.PROVINCE
                && at.parent().filter(known::containsKey).isPresent())
            at = java.util.Objects.requireNonNull(known.get(at.parent().get()));
        return at.id();
    }
}
