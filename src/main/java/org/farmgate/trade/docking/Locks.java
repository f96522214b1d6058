package org.farmgate.trade.docking;

import java.util.List;

/// All rules a person has set, in the order they were set.
public record Locks(List<LockRule> rules) {

    public static final Locks NONE = new Locks(List.of());

    public Locks {
        rules = List.copyOf(rules);
    }

    public static Locks of(LockRule... rules) {
        return new Locks(List.of(rules));
    }
}
