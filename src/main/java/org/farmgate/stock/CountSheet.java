package org.farmgate.stock;

import java.util.List;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;

/// What was counted at a site, filled in.
public record CountSheet(SheetId id, SiteId site, List<CountedLine> lines) {
    public static final int MOST_LINES = 500;

    /// Refuses by COUNT_ID_TAKEN, where a lot stands twice, and the input error `out-of-range`.
    public CountSheet {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) throw new InputBroken("lines", "out-of-range", 1, MOST_LINES);
        if (lines.stream().map(CountedLine::lot).distinct().count() < lines.size())
            throw new RuleBroken(StockRule.COUNT_ID_TAKEN);
    }
}
