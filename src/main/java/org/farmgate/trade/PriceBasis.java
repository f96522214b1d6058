package org.farmgate.trade;

/// Where the agreed price holds, and so who pays the freight. A price without this is an invitation to quarrel.
public enum PriceBasis {
    /// Unloaded at the ship-to place: the seller bears the freight.
    DELIVERED,
    /// Loaded at the seller's: the buyer bears the freight.
    FARM_GATE
}
