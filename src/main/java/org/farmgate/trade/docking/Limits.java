package org.farmgate.trade.docking;

/// How long to search and from which seed. The same seed gives the same plan as far as the clock lets it.
///
/// @param seconds wall-clock time for the whole solve; a plan comes back soon after
public record Limits(double seconds, long seed) {

    public Limits {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds must be positive: " + seconds);
        }
    }
}
