package org.farmgate.supply.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.supply.PlotKind;

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

    static Optional<IsoWeek> week(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(IsoWeek.parse(text));
        } catch (MeasureBroken _) {
            return Optional.empty();
        }
    }

    static PlotKind kind(String text) {
        for (PlotKind kind : PlotKind.values()) if (kind.name().equals(text.toUpperCase(Locale.ROOT))) return kind;
        return PlotKind.FIELD;
    }
}
