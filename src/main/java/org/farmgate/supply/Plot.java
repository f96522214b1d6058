package org.farmgate.supply;

import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Where supply comes from: a field, an apiary, a herd, a workshop, with what it gives. A plot that is given
/// up is retired, not deleted: lots point back at it for ever.
///
/// @param origin the county that `region` lies in; the shard key
/// @param region a township or village, or the county itself
/// @param division the production-corps division it belongs to, where it does: totals can show it apart
/// @param name what the grower calls it, such as "by the old well"
/// @param expectedYield of a whole year
/// @param retiredOn from which day on nothing new comes from it
public record Plot(
        PlotId id,
        RegionId origin,
        PartyId grower,
        String name,
        RegionId region,
        Optional<DivisionId> division,
        ProductId product,
        PlotSize size,
        Mass expectedYield,
        Optional<LocalDate> retiredOn,
        Recorded recorded) {
    public static final int LONGEST_NAME = 80;

    /// Refuses by the input errors `missing` and `too-long`.
    public Plot {
        name = name.strip();
        if (name.isEmpty()) throw new InputBroken("name", "missing");
        if (name.codePointCount(0, name.length()) > LONGEST_NAME)
            throw new InputBroken("name", "too-long", LONGEST_NAME);
    }

    public PlotKind kind() {
        return size.kind();
    }

    public boolean isRetired() {
        return retiredOn.isPresent();
    }

    /// Whether the same was sent twice: who sent it and when may differ.
    boolean sameAs(Plot other) {
        return amended(name, size, expectedYield, other.recorded).equals(other);
    }

    Plot amended(String newName, PlotSize newSize, Mass newYield, Recorded by) {
        return new Plot(id, origin, grower, newName, region, division, product, newSize, newYield, retiredOn, by);
    }

    Plot retired(LocalDate on, Recorded by) {
        return new Plot(id, origin, grower, name, region, division, product, size, expectedYield, Optional.of(on), by);
    }
}
