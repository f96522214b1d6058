package org.farmgate.supply;

import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;

/// A mass that is not paid for, and why.
public record Deduction(DeductionKind kind, Mass mass) {
    /// Refuses by DEDUCTION_OF_NOTHING.
    public Deduction {
        if (mass.isZero()) throw new RuleBroken(SupplyRule.DEDUCTION_OF_NOTHING);
    }
}
