package org.farmgate.platform.print;

import java.util.List;

/// One text in each language of a sheet, in the sheet's order of languages; or one text for all of them, such as
/// a name or a number.
public record Words(List<String> texts) {
    public Words {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("words need at least one text");
        }
        texts = List.copyOf(texts);
    }

    public static Words of(String... texts) {
        return new Words(List.of(texts));
    }

    /// The text for the language at this place; a missing language shows the first one rather than a gap in a paper
    /// people sign.
    String in(int language) {
        return language < texts.size() ? texts.get(language) : texts.getFirst();
    }

    boolean same() {
        return texts.size() == 1;
    }
}
