package org.farmgate.live.outside;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Wanted;

/// What another platform's words mean here: its codes, and the codes of regions.
record Meanings(Map<String, OutsideCode> codes, Map<String, Region> regions) {
    static Meanings of(List<OutsideCode> codes, Regions regions, Collection<String> regionCodes) {
        Set<String> asked = new HashSet<>();
        for (String code : regionCodes) asked.addAll(candidates(code));
        return new Meanings(
                codes.stream().collect(Collectors.toMap(OutsideCode::code, Function.identity())),
                regions.byCode(asked));
    }

    /// A county we do not know lies in a city we may know, and that in a province: so GB/T 2260 writes its
    /// codes.
    private static List<String> candidates(String code) {
        return code.matches("[0-9]{6}")
                ? List.of(code, code.substring(0, 4) + "00", code.substring(0, 2) + "0000")
                : List.of(code);
    }

    Optional<RegionId> region(String code) {
        for (String candidate : candidates(code)) {
            Region known = regions.get(candidate);
            if (known != null) return Optional.of(known.id());
        }
        return Optional.empty();
    }

    boolean isKnown(String code) {
        return codes.containsKey(code);
    }

    /// Why an order cannot even be asked for; empty where it can.
    Optional<RuleBroken> against(OutsideOrder order) {
        for (OutsideOrder.Line line : order.lines())
            if (!isKnown(line.code()))
                return Optional.of(new RuleBroken(OutsideRule.OUTSIDE_CODE_UNKNOWN, line.code()));
        if (region(order.regionCode()).isEmpty())
            return Optional.of(new RuleBroken(OutsideRule.OUTSIDE_REGION_UNKNOWN, order.regionCode()));
        if (sums(order).values().stream().anyMatch(packs -> packs > Wanted.MOST_PACKS))
            return Optional.of(new RuleBroken(OutsideRule.OUTSIDE_ORDER_TOO_LARGE, Wanted.MOST_PACKS));
        return Optional.empty();
    }

    /// Several codes may be packs of one listing. Of an order that [#against] has nothing to say of.
    Map<ListingId, Integer> packs(OutsideOrder order) {
        Map<ListingId, Integer> packs = new LinkedHashMap<>();
        sums(order).forEach((listing, sum) -> packs.put(listing, Math.toIntExact(sum)));
        return packs;
    }

    private Map<ListingId, Long> sums(OutsideOrder order) {
        Map<ListingId, Long> sums = new LinkedHashMap<>();
        for (OutsideOrder.Line line : order.lines()) {
            OutsideCode code = codes.get(line.code());
            if (code != null) sums.merge(code.listing(), (long) code.packs() * line.quantity(), Long::sum);
        }
        return sums;
    }
}
