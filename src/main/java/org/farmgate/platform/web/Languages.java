package org.farmgate.platform.web;

import java.util.List;
import java.util.Locale;

/// The languages Farmgate speaks.
public final class Languages {
    public static final Locale ENGLISH = Locale.forLanguageTag("en");
    public static final Locale CHINESE = Locale.forLanguageTag("zh-CN");
    public static final Locale UYGHUR = Locale.forLanguageTag("ug");
    public static final List<Locale> ALL = List.of(CHINESE, UYGHUR, ENGLISH);

    private Languages() {}

    /// The one of ours that is nearest, by language alone; Chinese where none is.
    public static Locale nearest(Locale wanted) {
        return ALL.stream()
                .filter(ours -> ours.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(CHINESE);
    }

    public static boolean isRightToLeft(Locale locale) {
        return locale.getLanguage().equals("ug");
    }

    /// How the language calls itself.
    public static String ownName(Locale locale) {
        return switch (locale.getLanguage()) {
            case "zh" -> "中文";
            case "ug" -> "ئۇيغۇرچە";
            default -> "English";
        };
    }
}
