package org.farmgate.trade.docking;

/// Why (part of) a supply stays unsold: the first of these, in this order, that holds for it.
public enum UnsoldReason {
    /// A person forbade the row, or all its ways and partners.
    FORBIDDEN,
    /// Nobody asks for the product in a grade it meets.
    NO_DEMAND_FOR_GRADE,
    /// Somebody asks for it, but no lane leads from its origin to any of them.
    NO_LANE,
    /// Lanes lead there, but the goods would spoil on the way.
    SHELF_LIFE_TOO_SHORT,
    /// It could be delivered, but not in the weeks anyone wants it.
    NO_DEMAND_IN_WEEKS,
    /// Even a full truck costs more than any buyer's price leaves above the floor.
    PRICE_TOO_LOW,
    /// All demand it could serve with profit is served by supply that yields more.
    OUTCOMPETED,
    /// It could pay its share of a full truck, but there is too little to fill one with.
    TRUCK_NOT_WORTH_IT,
    /// Its only ways left lead through warehouses that are full.
    WAREHOUSE_FULL
}
