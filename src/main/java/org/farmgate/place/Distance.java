package org.farmgate.place;

/// How far it is by road.
///
/// @param estimated no road distance is known: it is the great circle times [#DETOUR_TENTHS] tenths, and whoever
///     shows it says so
public record Distance(long metres, boolean estimated) {
    /// Roads are about 1.3 times as long as the air line: the usual detour index of road networks between cities.
    public static final int DETOUR_TENTHS = 13;

    public Distance {
        if (metres < 0) throw new IllegalArgumentException("a distance below zero: " + metres);
    }

    public static Distance estimate(Coordinates from, Coordinates to) {
        return new Distance(Math.round(from.greatCircleMetres(to) * DETOUR_TENTHS / 10), true);
    }

    /// Rounded up, as hauliers count.
    public int kilometres() {
        return Math.toIntExact(Math.ceilDiv(metres, 1000));
    }
}
