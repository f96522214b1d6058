package org.farmgate.trade.docking;

/// What one buyer wants at one ship-to place. A buyer with a hundred stores posts a hundred rows.
///
/// @param key the caller's own name for the row; unique among demands
/// @param buyer the company's key; the comparison with shipping alone groups by it
/// @param worstGrade the worst grade rank still accepted
/// @param grams mass wanted
/// @param firstWeek first week of delivery
/// @param lastWeek last week of delivery
/// @param city index into `Season.cities`: where the trip or the onward leg ends
/// @param lastLegFenPerTonne from the city to the door
/// @param highestFenPerTonne the most the buyer pays, delivered
public record Demand(
        String key,
        String buyer,
        String product,
        int worstGrade,
        long grams,
        int firstWeek,
        int lastWeek,
        int city,
        long lastLegFenPerTonne,
        long highestFenPerTonne) {}
