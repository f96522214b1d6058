package org.farmgate.logistics.routing;

/// Where vehicles start and end.
///
/// @param place index into the matrix
/// @param open vehicles leave not before and are back not after
public record Depot(String key, int place, Window open) {}
