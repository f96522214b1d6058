package org.farmgate.trade.planning;

import java.util.Optional;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Whole trucks of one kind from one county to one city or warehouse in one week. Exactly one of `city` and
/// `warehouse` is there.
public record PlanTrip(
        RegionId origin,
        int trip,
        Optional<RegionId> city,
        Optional<SiteId> warehouse,
        IsoWeek week,
        TruckKindId truckKind,
        int trucks,
        Mass mass,
        Mass capacity,
        int kilometres,
        Money cost) {
    public long fillingBasisPoints() {
        return PlanSummary.share(mass.grams(), capacity.grams());
    }
}
