package org.farmgate.trade.planning;

/// How many rows of each kind a plan has.
public record PlanCounts(long supplies, long demands, long lines, long trips) {}
