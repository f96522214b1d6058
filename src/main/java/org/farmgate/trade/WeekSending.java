package org.farmgate.trade;

import java.time.LocalDate;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;

/// Goods for all call-offs of a contract in one week, from one place.
///
/// @param perPackage what a box or sack holds; the last one of a place may hold less
/// @param fromStock whether the seller's lots are taken out of stock for them, the first to expire first
public record WeekSending(
        ContractId contract,
        IsoWeek week,
        SiteId from,
        Mass perPackage,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean fromStock) {
    /// Refuses by the input error `zero`.
    public WeekSending {
        if (perPackage.isZero()) throw new InputBroken("perPackage", "zero");
    }

    int packages(Mass mass) {
        long packages = Math.max(1, Math.ceilDiv(mass.grams(), perPackage.grams()));
        if (packages > NewConsignment.MOST_PACKAGES) throw new InputBroken("perPackage", "zero");
        return Math.toIntExact(packages);
    }
}
