package org.farmgate.trade;

import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.platform.RuleBroken;

/// A published price that both sides can look up: its name as published, and who publishes it.
public record PriceIndex(String name, String source) {
    public static final int LONGEST = 120;
    /// An older quote says nothing about today's market.
    public static final int OLDEST_QUOTE_DAYS = 28;

    /// Refuses by CONTRACT_INDEX_UNNAMED.
    public PriceIndex {
        name = name.strip();
        source = source.strip();
        if (name.isEmpty() || source.isEmpty() || name.length() > LONGEST || source.length() > LONGEST)
            throw new RuleBroken(TradeRule.CONTRACT_INDEX_UNNAMED);
    }

    /// The quote, when it counts for a delivery in that week: published before the week's Monday, and at most 28
    /// days before it. Refuses by CONTRACT_QUOTE_OF_ANOTHER_INDEX.
    Optional<IndexQuote> counting(Optional<IndexQuote> quote, IsoWeek delivery) {
        quote.ifPresent(given -> {
            if (!given.index().equals(this))
                throw new RuleBroken(
                        TradeRule.CONTRACT_QUOTE_OF_ANOTHER_INDEX, given.index().name(), name);
        });
        LocalDate monday = delivery.monday();
        return quote.filter(given ->
                given.quotedOn().isBefore(monday) && !given.quotedOn().isBefore(monday.minusDays(OLDEST_QUOTE_DAYS)));
    }
}
