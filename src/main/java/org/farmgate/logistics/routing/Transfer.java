package org.farmgate.logistics.routing;

/// Goods that are collected at one stop and delivered at another on the same trip, without seeing a depot.
///
/// @param collection key of the stop where they are taken up
/// @param delivery key of the stop where they are set down; same load
public record Transfer(String collection, String delivery) {}
