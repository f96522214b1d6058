package org.farmgate.logistics.storage;

import java.time.Instant;
import java.util.List;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;

/// What one week of storage costs one owner, of goods of one county; a later round puts the earlier
/// ones right.
///
/// @param operator who runs the warehouse
/// @param round 0 the first; each later one is a correction
/// @param amount below zero where the earlier rounds had billed too much
/// @param posted whether it stands in the books: what lies in its owner's own warehouse is no debt
public record StorageBill(
        BillId id,
        RegionId origin,
        SiteId site,
        PartyId owner,
        PartyId operator,
        IsoWeek week,
        int round,
        Money amount,
        boolean posted,
        Instant reckonedAt,
        String reckonedBy,
        List<Line> lines) {
    public StorageBill {
        lines = List.copyOf(lines);
    }

    /// @param most the most of the lot that lay there in the week
    /// @param costs what the week costs, and `before` what earlier rounds had billed of it
    public record Line(LotId lot, Mass most, Price perTonneWeek, Money costs, Money before) {
        public Money difference() {
            return costs.minus(before);
        }
    }

    public Mass most() {
        return lines.stream().map(Line::most).reduce(Mass.ZERO, Mass::plus);
    }
}
