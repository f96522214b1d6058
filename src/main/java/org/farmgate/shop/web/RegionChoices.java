package org.farmgate.shop.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Component;

/// Where goods can be sent: the provinces, each with its cities, to choose from with a thumb.
@Component
class RegionChoices {
    private final Regions regions;

    RegionChoices(Regions regions) {
        this.regions = regions;
    }

    List<CheckoutPage.RegionGroup> of(Shell shell) {
        Map<RegionId, Region> known = new LinkedHashMap<>();
        regions.all(RegionKind.PROVINCE, RegionKind.PREFECTURE, RegionKind.CITY)
                .forEach(region -> known.put(region.id(), region));
        Map<RegionId, List<Region>> below = new LinkedHashMap<>();
        for (Region region : known.values())
            below.computeIfAbsent(province(region, known), _ -> new ArrayList<>())
                    .add(region);
        List<CheckoutPage.RegionGroup> groups = new ArrayList<>();
        below.forEach((province, inside) -> {
            Map<String, String> choices = new LinkedHashMap<>();
            inside.stream()
                    .sorted(Comparator.comparing((Region one) -> one.kind() != RegionKind.PROVINCE)
                            .thenComparing(Region::code))
                    .forEach(one -> choices.put(one.id().toString(), shell.pick(one.name())));
            groups.add(new CheckoutPage.RegionGroup(
                    shell.pick(java.util.Objects.requireNonNull(known.get(province))
                            .name()),
                    choices));
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
