package org.farmgate.trade;

import java.time.LocalDate;
import org.farmgate.measure.Price;

/// What an index stood at on a day.
public record IndexQuote(PriceIndex index, Price price, LocalDate quotedOn) {}
