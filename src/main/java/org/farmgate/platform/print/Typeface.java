package org.farmgate.platform.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// The bundled fonts. They are read on first use and kept: parsing the Chinese one takes longer than printing a
/// page. A font file reads lazily and is not safe for threads, so one sheet prints at a time (see [Sheet]).
enum Typeface {
    LATIN("NotoSans-Regular.ttf"),
    LATIN_BOLD("NotoSans-Bold.ttf"),
    HAN("NotoSansSC-Regular.ttf"),
    ARABIC("NotoNaskhArabic-Regular.ttf"),
    ARABIC_BOLD("NotoNaskhArabic-Bold.ttf");

    /// Drawn for whatever no font knows; only the Latin fonts have it.
    static final int REPLACEMENT = 0xFFFD;

    private final String file;
    private @Nullable TrueTypeFont outlines;
    private @Nullable CmapLookup characters;

    Typeface(String file) {
        this.file = file;
    }

    /// The font for a character. Spaces and marks stay in the Arabic font inside Arabic text, so that one run is
    /// shaped as a whole.
    static Typeface of(int codePoint, boolean bold, @Nullable Typeface before, boolean chinese) {
        Typeface arabic = bold ? ARABIC_BOLD : ARABIC;
        Typeface latin = bold ? LATIN_BOLD : LATIN;
        if (isArabic(codePoint) && arabic.has(codePoint)) {
            return arabic;
        }
        if (before == arabic && !Character.isLetterOrDigit(codePoint) && arabic.has(codePoint)) {
            return arabic;
        }
        boolean han = isHan(codePoint)
                || (chinese && Character.UnicodeBlock.of(codePoint) == Character.UnicodeBlock.GENERAL_PUNCTUATION);
        if (han && HAN.has(codePoint)) {
            return HAN;
        }
        if (latin.has(codePoint)) {
            return latin;
        }
        if (HAN.has(codePoint)) {
            return HAN;
        }
        return arabic.has(codePoint) ? arabic : latin;
    }

    static boolean isArabic(int codePoint) {
        return (codePoint >= 0x0600 && codePoint <= 0x06FF)
                || (codePoint >= 0x0750 && codePoint <= 0x077F)
                || (codePoint >= 0xFB50 && codePoint <= 0xFDFF)
                || (codePoint >= 0xFE70 && codePoint <= 0xFEFE);
    }

    private static boolean isHan(int codePoint) {
        return (codePoint >= 0x2E80 && codePoint <= 0x9FFF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE4F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFFEF)
                || codePoint >= 0x20000;
    }

    boolean isArabic() {
        return this == ARABIC || this == ARABIC_BOLD;
    }

    /// Naskh draws its letters small for its size; this much larger they look as large as the Latin and Chinese
    /// beside them.
    float scale() {
        return isArabic() ? 1.15f : 1f;
    }

    boolean has(int codePoint) {
        return characters().getGlyphId(codePoint) != 0;
    }

    int glyph(int codePoint) {
        int glyph = characters().getGlyphId(codePoint);
        return glyph != 0 ? glyph : characters().getGlyphId(REPLACEMENT);
    }

    /// In thousandths of the type size, rounded as the PDF's own table of widths has it.
    float advance(int glyph) {
        try {
            return outlines().getAdvanceWidth(glyph) * 1000f / outlines().getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrueTypeFont outlines() {
        if (outlines == null) {
            try (InputStream in = open()) {
                outlines = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the bundled font " + file, e);
            }
        }
        return outlines;
    }

    private CmapLookup characters() {
        if (characters == null) {
            try {
                characters = outlines().getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return characters;
    }

    private InputStream open() {
        return Objects.requireNonNull(
                Typeface.class.getResourceAsStream("/fonts/" + file),
                () -> "the font " + file + " is missing from the program");
    }
}
