package org.farmgate.logistics.storage;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.LotId;

/// Goods that somebody says will come.
///
/// @param owner whose goods they are
/// @param lines lot by lot; none where it will be seen when they come
public record NewArrival(
        ArrivalId id, SiteId site, PartyId owner, LocalDate expectedOn, String note, List<Announced> lines) {
    /// So much of a lot.
    public record Announced(LotId lot, Mass mass) {}

    /// Refuses by LOT_TWICE and the input errors `too-long` and `out-of-range`.
    public NewArrival {
        lines = List.copyOf(lines);
        note = note.strip();
        if (note.codePointCount(0, note.length()) > Arrival.LONGEST_NOTE)
            throw new InputBroken("note", "too-long", Arrival.LONGEST_NOTE);
        if (lines.size() > Arrival.MOST_LINES) throw new InputBroken("lines", "out-of-range", 0, Arrival.MOST_LINES);
        if (lines.stream().map(Announced::lot).distinct().count() < lines.size())
            throw new RuleBroken(StorageRule.LOT_TWICE);
    }
}
