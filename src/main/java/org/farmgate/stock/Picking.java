package org.farmgate.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Sold packs that left for a buyer: which lots from which sites, and what they really weighed.
public record Picking(
        PickId id,
        RegionId origin,
        SellableId from,
        long packs,
        Optional<Mass> weighed,
        Optional<Skip> skip,
        List<Line> lines,
        Instant at) {
    public Picking {
        lines = List.copyOf(lines);
    }

    public record Line(LotId lot, SiteId site, Mass mass) {}

    public Mass mass() {
        return lines.stream().map(Line::mass).reduce(Mass.ZERO, Mass::plus);
    }

    Picking with(List<Line> left) {
        return new Picking(id, origin, from, packs, weighed, skip, left, at);
    }

    boolean sameAs(Picking other) {
        return id.equals(other.id)
                && from.equals(other.from)
                && packs == other.packs
                && weighed.equals(other.weighed)
                && skip.equals(other.skip);
    }
}
