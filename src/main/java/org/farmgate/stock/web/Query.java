package org.farmgate.stock.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.stock.PositionQuery.Show;

/// Filters as they come in an address: nobody types them, so what cannot be read is taken as not asked for.
final class Query {
    private Query() {}

    static <I> Optional<I> id(String text, Function<UUID, I> type) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(type.apply(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Show show(String text) {
        for (Show show : Show.values()) if (show.name().equals(text.toUpperCase(Locale.ROOT))) return show;
        return Show.THERE;
    }
}
