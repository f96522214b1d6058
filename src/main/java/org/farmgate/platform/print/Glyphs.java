package org.farmgate.platform.print;

import java.util.List;

/// A run of glyphs of one font in one direction, left to right as they are drawn, with the text they stand for.
///
/// @param heavy whether strokes are thickened, for a heading in a script without a bold font
/// @param ems the run's width at a type size of one point
record Glyphs(Typeface face, boolean heavy, String text, List<Glyph> glyphs, float ems) {
    /// @param letters what the glyph stands for when it is read back
    record Glyph(int id, String letters) {}

    static Glyphs of(Typeface face, boolean heavy, String text, List<Glyph> glyphs) {
        float thousandths = 0;
        for (Glyph glyph : glyphs) {
            thousandths += face.advance(glyph.id());
        }
        return new Glyphs(face, heavy, text, List.copyOf(glyphs), thousandths * face.scale() / 1000f);
    }

    float width(float size) {
        return ems * size;
    }
}
