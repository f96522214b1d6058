package org.farmgate.supply.web;

import java.util.Map;
import org.farmgate.platform.Slice;
import org.farmgate.supply.Quote;

/// The list of local prices.
public record QuotesPage(
        Slice<Quote> quotes, NameBook names, String search, String product, Map<String, String> products) {}
