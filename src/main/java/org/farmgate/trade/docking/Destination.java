package org.farmgate.trade.docking;

/// Where a trip ends: a city, or a warehouse near the market.
///
/// @param index into `Season.cities` or `Season.warehouses`
public record Destination(Kind kind, int index) {

    public enum Kind {
        CITY,
        WAREHOUSE
    }

    public static Destination city(int index) {
        return new Destination(Kind.CITY, index);
    }

    public static Destination warehouse(int index) {
        return new Destination(Kind.WAREHOUSE, index);
    }

    public boolean isWarehouse() {
        return kind == Kind.WAREHOUSE;
    }
}
