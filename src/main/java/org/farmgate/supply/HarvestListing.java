package org.farmgate.supply;

/// A harvest as a list shows it.
public record HarvestListing(Harvest harvest, String plotName) {}
