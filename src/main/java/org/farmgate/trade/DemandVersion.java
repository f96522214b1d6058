package org.farmgate.trade;

import java.time.Instant;
import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.PartyId;

/// What a demand asked for at one time, and who wrote it so.
public record DemandVersion(
        int version,
        int minimumGrade,
        WeekSpan window,
        Price highestDelivered,
        Mass wanted,
        List<ShipTo> shipTo,
        String note,
        Instant at,
        PartyId by) {}
