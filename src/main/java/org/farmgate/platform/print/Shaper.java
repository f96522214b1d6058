package org.farmgate.platform.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns a run of text into glyphs. Latin and Chinese need one glyph per character; Arabic letters are joined first.
final class Shaper {
    private static final String MIRRORED = "()[]{}<>«»‹›（）［］【】《》〈〉";
    private static final int MOST_KEPT = 20_000;

    private record Key(Typeface face, boolean heavy, boolean rightToLeft, String text) {}

    private final Map<Key, Glyphs> shaped = new HashMap<>();

    Glyphs shape(Typeface face, boolean bold, boolean rightToLeft, String text) {
        if (shaped.size() > MOST_KEPT) {
            shaped.clear();
        }
        return shaped.computeIfAbsent(new Key(face, bold && face == Typeface.HAN, rightToLeft, text), Shaper::glyphs);
    }

    private static Glyphs glyphs(Key key) {
        List<Glyphs.Glyph> glyphs = new ArrayList<>();
        for (Joining.Shape shape : Joining.shapes(key.text())) {
            int drawn = key.rightToLeft() ? mirror(shape.codePoint()) : shape.codePoint();
            glyphs.add(new Glyphs.Glyph(key.face().glyph(drawn), shape.letters()));
        }
        if (key.rightToLeft()) {
            Collections.reverse(glyphs);
        }
        return Glyphs.of(key.face(), key.heavy(), key.text(), glyphs);
    }

    /// Marks that order or join text and leave no ink of their own.
    static boolean isSilent(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
    }

    private static int mirror(int codePoint) {
        int at = MIRRORED.indexOf(codePoint);
        return at < 0 ? codePoint : MIRRORED.charAt(at ^ 1);
    }
}
