package org.farmgate.supply;

import org.farmgate.place.RegionId;
import org.farmgate.product.ProductId;

/// What a local price is of.
public record QuoteKey(ProductId product, int grade, RegionId county) {}
