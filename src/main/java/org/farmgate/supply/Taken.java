package org.farmgate.supply;

/// What became of many rows that were said at once.
public record Taken(long added, long changed, long unchanged) {}
