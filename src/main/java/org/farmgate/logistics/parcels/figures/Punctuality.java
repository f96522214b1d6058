package org.farmgate.logistics.parcels.figures;

/// How many of a county's newest parcels reached the site they go to in time: two days within the county, four to
/// another. What another carrier brings on is not counted: when it arrives is not ours to say.
///
/// @param onTime arrived in time
/// @param late arrived later
/// @param overdue not there yet though the time is over
/// @param underWay not there yet, and still in time
public record Punctuality(long onTime, long late, long overdue, long underWay) {
    public static final int HOURS_WITHIN = 48;
    public static final int HOURS_BEYOND = 96;
    /// Of the newest parcels, that many are looked at.
    public static final int MOST = 5_000;

    /// Of those whose time is over, in basis points; all of none.
    public long basisPoints() {
        long due = onTime + late + overdue;
        return due == 0 ? 10_000 : onTime * 10_000 / due;
    }

    public boolean isEmpty() {
        return onTime + late + overdue + underWay == 0;
    }
}
