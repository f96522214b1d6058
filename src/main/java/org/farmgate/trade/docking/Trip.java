package org.farmgate.trade.docking;

/// Trucks of one kind that run from one origin to one destination in one week. Where several kinds run
/// together, the load is spread over them; cold goods lie in the cold ones.
///
/// @param origin index into `Season.origins`
/// @param truckKind index into `Season.truckKinds`
/// @param count how many trucks
/// @param grams what they carry together
/// @param capacityGrams what they could carry together
/// @param costFen what they cost together
public record Trip(
        int origin,
        Destination destination,
        int week,
        int truckKind,
        int count,
        long grams,
        long capacityGrams,
        long costFen) {

    /// From 0 to 1.
    public double filling() {
        return (double) grams / capacityGrams;
    }
}
