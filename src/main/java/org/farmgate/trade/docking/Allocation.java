package org.farmgate.trade.docking;

/// A mass of one supply that goes to one demand on one trip.
///
/// @param destination where the trip ends: the demand's city, or a warehouse from which the goods go on
/// @param loadingWeek the trip's week
/// @param arrivalWeek the week the trip arrives
/// @param leavingWeek the week the goods leave the warehouse; the week of arrival when direct
/// @param deliveryWeek the week the goods reach the buyer
public record Allocation(
        String supplyKey,
        String demandKey,
        Destination destination,
        int loadingWeek,
        int arrivalWeek,
        int leavingWeek,
        int deliveryWeek,
        long grams,
        BuildUp buildUp) {

    /// Whole weeks begun in the warehouse; 0 when direct.
    public int storageWeeks() {
        return destination.isWarehouse() ? leavingWeek - arrivalWeek + 1 : 0;
    }

    /// The delivered price from the farm gate up, in fen per tonne; the parts add up to `deliveredFenPerTonne`
    /// exactly.
    ///
    /// @param truckingFenPerTonne the trip's cost shared by mass among all goods on it
    /// @param surplusFenPerTonne what is left to share between grower and buyer; negative where goods ride
    ///     along that would not pay a truck of their own
    /// @param deliveredFenPerTonne the buyer's highest price
    public record BuildUp(
            long floorFenPerTonne,
            long truckingFenPerTonne,
            long storageFenPerTonne,
            long onwardFenPerTonne,
            long lastLegFenPerTonne,
            long surplusFenPerTonne,
            long deliveredFenPerTonne) {}
}
