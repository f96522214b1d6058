package org.farmgate.supply;

import org.farmgate.measure.IsoWeek;
import org.farmgate.product.ProductId;

/// What all growers within a reach expect of one product in one week, and have brought in under those
/// forecasts. In grams, since a sum over many counties may be more than one mass may be.
///
/// @param growers how many of them
public record WeekTotal(ProductId product, IsoWeek week, long forecastGrams, long harvestedGrams, long growers) {}
