package org.farmgate.trade;

import org.farmgate.measure.Mass;

/// How much of a contract is left. Always shown with it.
///
/// @param contracted what both count on now
/// @param most the most that may be called off, tolerance included
public record Balance(Mass contracted, Mass calledOff, Mass most) {
    public Mass remaining() {
        return atLeastZero(contracted.grams() - calledOff.grams());
    }

    /// What may still be called off, tolerance included.
    public Mass callable() {
        return atLeastZero(most.grams() - calledOff.grams());
    }

    /// For a bar: how much of the contracted mass is called off, at most 100.
    public int percentCalledOff() {
        return contracted.isZero()
                ? 100
                : (int) Math.min(100, Math.round(100.0 * calledOff.grams() / contracted.grams()));
    }

    private static Mass atLeastZero(long grams) {
        return new Mass(Math.max(0, grams));
    }
}
