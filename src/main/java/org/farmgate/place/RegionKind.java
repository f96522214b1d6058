package org.farmgate.place;

/// From the widest to the narrowest: a region's parent is always of a kind named before its own, so the tree can
/// hold no circle. A county-level city counts as COUNTY.
public enum RegionKind {
    COUNTRY,
    PROVINCE,
    PREFECTURE,
    CITY,
    COUNTY,
    TOWNSHIP,
    VILLAGE;

    public boolean isWiderThan(RegionKind other) {
        return compareTo(other) < 0;
    }
}
