package org.farmgate.supply.web;

import org.farmgate.platform.Slice;
import org.farmgate.supply.HarvestListing;

/// The list of harvests.
public record HarvestsPage(Slice<HarvestListing> harvests, NameBook names, String search, boolean ofOthers) {}
