package org.farmgate.platform.print;

import java.util.Locale;
import java.util.Set;

/// How a text is set: size in points, weight, shade (0 black to 1 white), language.
record Style(float size, boolean bold, float grey, Locale locale) {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ug", "ar", "fa", "ur", "he");

    boolean rightToLeft() {
        return rightToLeft(locale);
    }

    static boolean rightToLeft(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage());
    }

    /// Enough for Naskh's deep letters in every language, so that columns of two languages keep the same lines.
    float lineHeight() {
        return size * 1.55f;
    }

    float baseline() {
        return size * 1.1f;
    }
}
