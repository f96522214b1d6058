package org.farmgate.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A [Way] as two columns.
final class WayText {
    private WayText() {}

    static String kind(Way way) {
        return switch (way) {
            case Way.Page _ -> "PAGE";
            case Way.Redirect _ -> "REDIRECT";
            case Way.Qr _ -> "QR";
            case Way.ByHand _ -> "BY_HAND";
        };
    }

    static String text(Way way) {
        return switch (way) {
            case Way.Page page -> page.path();
            case Way.Redirect redirect -> redirect.url();
            case Way.Qr qr -> qr.text();
            case Way.ByHand _ -> "";
        };
    }

    /// Whether nobody outside knows more about it than we do.
    static boolean isOurs(Way way) {
        return way instanceof Way.ByHand;
    }

    static Optional<Way> read(@Nullable String kind, @Nullable String text) {
        if (kind == null || text == null) return Optional.empty();
        return Optional.of(
                switch (kind) {
                    case "PAGE" -> new Way.Page(text);
                    case "REDIRECT" -> new Way.Redirect(text);
                    case "QR" -> new Way.Qr(text);
                    case "BY_HAND" -> new Way.ByHand();
                    default -> throw new IllegalStateException("no way " + kind);
                });
    }
}
