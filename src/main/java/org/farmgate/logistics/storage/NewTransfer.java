package org.farmgate.logistics.storage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.LotId;

/// Goods that are to go from one warehouse to another.
///
/// @param id made by the asker: sent twice it is one
/// @param by the day by which they are to be there
public record NewTransfer(UUID id, SiteId from, SiteId to, PartyId owner, LocalDate by, List<Line> lines) {
    public static final int MOST_LINES = 100;

    /// @param packs boxes or sacks to count
    public record Line(LotId lot, Mass mass, int packs) {}

    /// Refuses by TRANSFER_TO_ITSELF, LOT_TWICE and the input error `out-of-range`.
    public NewTransfer {
        lines = List.copyOf(lines);
        if (from.equals(to)) throw new RuleBroken(StorageRule.TRANSFER_TO_ITSELF);
        if (lines.isEmpty() || lines.size() > MOST_LINES) throw new InputBroken("lines", "out-of-range", 1, MOST_LINES);
        if (lines.stream().map(Line::lot).distinct().count() < lines.size())
            throw new RuleBroken(StorageRule.LOT_TWICE);
    }
}
