package org.farmgate.trade.docking;

/// Why (part of) a demand stays unserved: the first of these, in this order, that holds for it.
public enum UnmetReason {
    /// A person forbade the row, or all its ways and partners.
    FORBIDDEN,
    /// Nobody offers the product in a grade it accepts.
    NO_SUPPLY_OF_GRADE,
    /// Somebody offers it, but no lane leads to its city from any of them.
    NO_LANE,
    /// Lanes lead there, but the goods would spoil on the way.
    SHELF_LIFE_TOO_SHORT,
    /// It could be delivered, but not in the weeks it is wanted.
    NO_SUPPLY_IN_WEEKS,
    /// Even a full truck costs more than the price leaves above any grower's floor.
    PRICE_TOO_LOW,
    /// All supply that could serve it with profit is sold where it yields more.
    OUTBID,
    /// It could pay its share of a full truck, but there is too little to fill one with.
    TRUCK_NOT_WORTH_IT,
    /// Its only ways left lead through warehouses that are full.
    WAREHOUSE_FULL
}
