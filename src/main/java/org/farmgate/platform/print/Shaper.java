package org.farmgate.platform.print;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Turns a run of text into glyphs. Latin and Chinese need one glyph per character, straight from the font's table;
/// Arabic script is
/// shaped by the Java runtime's engine (HarfBuzz), which joins the letters.
final class Shaper {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String MIRRORED = "()[]{}<>«»‹›（）［］【】《》〈〉";
    private static final int MOST_KEPT = 20_000;

    private record Key(Typeface face, boolean heavy, boolean rightToLeft, String text) {}

    private final Map<Key, Glyphs> shaped = new HashMap<>();

    Glyphs shape(Typeface face, boolean bold, boolean rightToLeft, String text) {
        if (shaped.size() > MOST_KEPT) {
            shaped.clear();
        }
        Key key = new Key(face, bold && face == Typeface.HAN, rightToLeft, text);
        return shaped.computeIfAbsent(key, k -> face.isArabic() ? joined(k) : plain(k));
    }

    private static Glyphs plain(Key key) {
        int[] codePoints = key.text().codePoints().filter(c -> !isSilent(c)).toArray();
        int count = codePoints.length;
        int[] ids = new int[count];
        String[] letters = new String[count];
        float[] advances = new float[count];
        for (int i = 0; i < count; i++) {
            int codePoint = key.rightToLeft() ? mirror(codePoints[count - 1 - i]) : codePoints[i];
            ids[i] = key.face().glyph(codePoint);
            letters[i] = Character.toString(codePoint);
            advances[i] = key.face().advance(ids[i]);
        }
        return new Glyphs(key.face(), key.heavy(), key.text(), ids, letters, advances, new float[count]);
    }

    private static Glyphs joined(Key key) {
        char[] chars = key.text().toCharArray();
        int flags = key.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        GlyphVector vector = key.face().shaping().layoutGlyphVector(EXACT, chars, 0, chars.length, flags);
        int count = vector.getNumGlyphs();
        float[] positions = vector.getGlyphPositions(0, count + 1, null);
        int[] ids = vector.getGlyphCodes(0, count, null);
        int visible = 0;
        String[] letters = new String[count];
        float[] advances = new float[count];
        float[] rises = new float[count];
        for (int i = 0; i < count; i++) {
            if (ids[i] >= 0xFFFE) {
                continue;
            }
            ids[visible] = ids[i];
            letters[visible] = String.valueOf(chars[vector.getGlyphCharIndex(i)]);
            advances[visible] = (positions[2 * i + 2] - positions[2 * i]) * 10f;
            rises[visible] = -positions[2 * i + 1] * 10f;
            visible++;
        }
        return new Glyphs(
                key.face(),
                key.heavy(),
                key.text(),
                Arrays.copyOf(ids, visible),
                Arrays.copyOf(letters, visible),
                Arrays.copyOf(advances, visible),
                Arrays.copyOf(rises, visible));
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
