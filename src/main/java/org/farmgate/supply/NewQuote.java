package org.farmgate.supply;

import java.time.LocalDate;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.product.ProductId;

/// A price to be noted; see [Quote] for the components.
public record NewQuote(
        QuoteId id, ProductId product, int grade, RegionId place, LocalDate quotedOn, Price price, String source) {}
