package org.farmgate.trade.docking;

/// A kind of truck, of which any whole number may run.
///
/// @param key the caller's own name for it
/// @param capacityGrams what one truck carries
/// @param tripFen fixed cost of a trip
/// @param fenPerKm cost of each kilometre of the lane
/// @param cold whether goods that need cold may ride
public record TruckKind(String key, long capacityGrams, long tripFen, long fenPerKm, boolean cold) {

    /// What one trip costs, in fen.
    public long costFen(int kilometres) {
        return Math.addExact(tripFen, Math.multiplyExact(fenPerKm, (long) kilometres));
    }
}
