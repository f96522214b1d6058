package org.farmgate.place;

/// What a site is for.
public enum SiteKind {
    WAREHOUSE,
    PACKING_HOUSE,
    STATION,
    STORE,
    SHIP_TO,
    MARKET,
    SORTING_CENTRE;

    /// Whether everybody signed in may know of such a site: what is shared among companies is, a company's own
    /// stores and packing houses are its own affair.
    public boolean isShared() {
        return switch (this) {
            case WAREHOUSE, STATION, MARKET, SORTING_CENTRE -> true;
            case PACKING_HOUSE, STORE, SHIP_TO -> false;
        };
    }
}
