package org.farmgate.platform;

import java.util.Locale;

/// A name in the three languages: what products, grades and places carry. At most 120 characters each, none empty.
public record Multilingual(String english, String chinese, String uyghur) {
    public static final int LONGEST = 120;

    public Multilingual {
        english = checked("nameEn", english);
        chinese = checked("nameZh", chinese);
        uyghur = checked("nameUg", uyghur);
    }

    /// The field names are those of forms, JSON and CSV: `nameEn`, `nameZh`, `nameUg`.
    private static String checked(String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) throw new InputBroken(field, "missing");
        if (stripped.length() > LONGEST) throw new InputBroken(field, "too-long", LONGEST);
        return stripped;
    }

    public String in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "zh" -> chinese;
            case "ug" -> uyghur;
            default -> english;
        };
    }
}
