package org.farmgate.supply;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A local price quote.
public record QuoteId(UUID value) implements Id {
    public static QuoteId next() {
        return new QuoteId(Id.next());
    }

    public static QuoteId of(String text) {
        return new QuoteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
