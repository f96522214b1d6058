package org.farmgate.trade;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;

/// Goods that a seller sends for a call-off.
///
/// @param id of the consignment it becomes
/// @param lots what is taken out of stock for it, together the whole mass; empty where the seller keeps no
///     stock here
public record Booking(
        ConsignmentId id,
        ContractId contract,
        CallOffId callOff,
        SiteId from,
        Mass mass,
        int packages,
        LocalDate firstDay,
        LocalDate lastDay,
        List<SentLot> lots) {
    public static final int MOST_LOTS = 100;

    /// Refuses by DELIVERY_LOTS_DIFFER.
    public Booking {
        lots = List.copyOf(lots);
        long sum = lots.stream().mapToLong(sent -> sent.mass().grams()).sum();
        long distinct = lots.stream().map(SentLot::lot).distinct().count();
        if (!lots.isEmpty() && (sum != mass.grams() || distinct < lots.size() || lots.size() > MOST_LOTS))
            throw new RuleBroken(TradeRule.DELIVERY_LOTS_DIFFER, new Mass(sum), mass);
    }
}
