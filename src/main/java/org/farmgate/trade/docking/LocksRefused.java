package org.farmgate.trade.docking;

import java.util.List;

/// The rules cannot all be kept; nothing was solved. Names the rule, and the rules it collides with.
public final class LocksRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// Why a rule cannot be kept.
    public enum Fault {
        UNKNOWN_SUPPLY,
        UNKNOWN_DEMAND,
        UNKNOWN_LANE,
        RULE_REPEATED,
        MASS_NOT_POSITIVE,
        /// The masses locked on a row add up to more than the row holds.
        MORE_THAN_THE_ROW,
        /// One rule wants it shipped, another forbids it.
        SHIPPED_AND_FORBIDDEN,
        DIFFERENT_PRODUCT,
        GRADE_TOO_LOW,
        /// No lane, week and shelf life join the two.
        NO_ROUTE,
        /// Each rule alone could be kept, but not all together: the rows or warehouses they need run out.
        NOT_TOGETHER
    }

    private final Fault fault;
    private final transient LockRule rule;
    private final transient List<LockRule> against;

    public LocksRefused(Fault fault, LockRule rule, List<LockRule> against) {
        super(fault + ": " + rule + (against.isEmpty() ? "" : " against " + against));
        this.fault = fault;
        this.rule = rule;
        this.against = List.copyOf(against);
    }

    public Fault fault() {
        return fault;
    }

    public LockRule rule() {
        return rule;
    }

    /// The other rules in the way; empty when the rows themselves are.
    public List<LockRule> against() {
        return against;
    }
}
