package org.farmgate.platform.print;

import java.util.Arrays;

/// A run of shaped glyphs of one font in one direction, left to right as they are drawn, with the text they stand for.
/// Advances and rises are in thousandths of the type size.
///
/// @param letters what each glyph stands for when read back; in joined text only a hint
/// @param heavy whether strokes are thickened, for a heading in a script without a bold font
record Glyphs(Typeface face, boolean heavy, String text, int[] ids, String[] letters, float[] advances, float[] rises) {
    float width(float size) {
        float sum = 0;
        for (float advance : advances) {
            sum += advance;
        }
        return sum * size * face.scale() / 1000f;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glyphs that
                && face == that.face
                && text.equals(that.text)
                && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
