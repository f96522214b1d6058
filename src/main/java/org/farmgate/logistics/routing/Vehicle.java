package org.farmgate.logistics.routing;

/// A vehicle with its driver, or several alike.
///
/// @param count how many alike there are, or UNLIMITED
/// @param startDepot key of the depot it starts from
/// @param endDepot key of the depot it must reach; most often the same
/// @param grams the most it carries
/// @param litres the most that fits in; UNBOUNDED where nobody measured
/// @param cold can serve cold stops
/// @param shift when its driver works
/// @param longestDrivingSeconds the longest time at the wheel in all
/// @param fenPerTrip what it costs to use it at all
/// @param fenPerKilometre what each kilometre costs
public record Vehicle(
        String key,
        int count,
        String startDepot,
        String endDepot,
        long grams,
        long litres,
        boolean cold,
        Window shift,
        int longestDrivingSeconds,
        long fenPerTrip,
        long fenPerKilometre) {

    public static final int UNLIMITED = Integer.MAX_VALUE;

    /// The largest mass or volume the engine reckons with: a thousand tonnes, a thousand cubic metres.
    public static final long UNBOUNDED = 1_000_000_000L;
}
