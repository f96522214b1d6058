package org.farmgate.supply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;

/// What the scale said and what was taken off. What is paid for is always reckoned from it, never typed.
///
/// @param gross with vehicle and containers
/// @param tare vehicle and containers alone
/// @param deductions in the order in which they were named, each kind once
public record Weighing(Mass gross, Mass tare, List<Deduction> deductions) {
    /// A lorry with its load: anything above is a wrong unit.
    public static final Mass MOST = Mass.tonnes(200);

    /// Refuses by WEIGHED_TOO_MUCH, DEDUCTION_NAMED_TWICE, NOTHING_LEFT_TO_PAY.
    public Weighing {
        deductions = List.copyOf(deductions);
        if (gross.compareTo(MOST) > 0) throw new RuleBroken(SupplyRule.WEIGHED_TOO_MUCH, MOST);
        Set<DeductionKind> named = EnumSet.noneOf(DeductionKind.class);
        long off = tare.grams();
        for (Deduction deduction : deductions) {
            if (!named.add(deduction.kind())) throw new RuleBroken(SupplyRule.DEDUCTION_NAMED_TWICE);
            off = Math.addExact(off, deduction.mass().grams());
        }
        if (off >= gross.grams()) throw new RuleBroken(SupplyRule.NOTHING_LEFT_TO_PAY, gross);
    }

    /// What was brought: gross less tare.
    public Mass delivered() {
        return gross.minus(tare);
    }

    public Mass deducted() {
        return new Mass(deductions.stream()
                .mapToLong(deduction -> deduction.mass().grams())
                .sum());
    }

    /// What is paid for: delivered less all deductions.
    public Mass net() {
        return delivered().minus(deducted());
    }
}
