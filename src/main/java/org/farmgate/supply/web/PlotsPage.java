package org.farmgate.supply.web;

import java.util.Map;
import org.farmgate.platform.Slice;
import org.farmgate.supply.Plot;

/// The list of plots.
///
/// @param ofOthers whether the growers' names are worth a column
public record PlotsPage(
        Slice<Plot> plots,
        NameBook names,
        String search,
        String product,
        Map<String, String> products,
        boolean ofOthers) {}
