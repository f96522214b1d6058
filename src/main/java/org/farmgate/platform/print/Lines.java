package org.farmgate.platform.print;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines of a width and puts each line's runs into the order in which they are drawn
/// (Unicode's bidirectional algorithm, UAX #9, as the Java runtime has it).
final class Lines {
    private final Shaper shaper;

    Lines(Shaper shaper) {
        this.shaper = shaper;
    }

    List<Line> wrap(String text, Style style, float width) {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : clean(text).split("\n", -1)) {
            if (paragraph.isEmpty()) {
                lines.add(Line.EMPTY);
            } else {
                new Paragraph(paragraph, style).wrap(width, lines);
            }
        }
        return lines;
    }

    /// Control characters and broken surrogates become the visible replacement character; they must never stop a
    /// paper.
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\t', ' ').codePoints().forEach(c -> {
            boolean broken = (c != '\n' && Character.isISOControl(c)) || (c >= 0xD800 && c <= 0xDFFF);
            clean.appendCodePoint(broken ? Typeface.REPLACEMENT : c);
        });
        return Normalizer.normalize(clean, Normalizer.Form.NFC)
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }

    private final class Paragraph {
        private final String text;
        private final Style style;
        private final Bidi bidi;
        private final Typeface[] faces;

        Paragraph(String text, Style style) {
            this.text = text;
            this.style = style;
            this.faces = faces();
            this.bidi = new Bidi(text, direction());
        }

        /// A Uyghur sentence may open with a Latin word, so any Arabic letter makes it one; a bare number or
        /// Latin name stays left to right.
        private int direction() {
            boolean arabic = text.codePoints().anyMatch(Typeface::isArabic);
            return style.rightToLeft() && arabic ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
        }

        private Typeface[] faces() {
            Typeface[] found = new Typeface[text.length()];
            boolean chinese = style.locale().getLanguage().equals("zh");
            Typeface before = null;
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                Typeface face = before != null && Shaper.isSilent(codePoint)
                        ? before
                        : Typeface.of(codePoint, style.bold(), before, chinese);
                for (int end = i + Character.charCount(codePoint); i < end; i++) {
                    found[i] = face;
                }
                before = face;
            }
            return found;
        }

        void wrap(float width, List<Line> lines) {
            BreakIterator breaks = BreakIterator.getLineInstance(style.locale());
            breaks.setText(text);
            int lineStart = 0;
            int start = 0;
            float used = 0;
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                if (used + width(start, trimmed(start, end)) > width && start > lineStart) {
                    lines.add(line(lineStart, trimmed(lineStart, start)));
                    lineStart = start;
                    used = 0;
                }
                if (width(start, trimmed(start, end)) > width) {
                    lineStart = breakWord(start, end, width, lines);
                    used = width(lineStart, end);
                } else {
                    used += width(start, end);
                }
                start = end;
            }
            if (lineStart < text.length()) {
                lines.add(line(lineStart, trimmed(lineStart, text.length())));
            }
        }

        /// A word wider than the line is cut between what a reader takes for letters; returns where the
        /// unfinished rest begins.
        private int breakWord(int start, int end, float width, List<Line> lines) {
            BreakIterator letters = BreakIterator.getCharacterInstance(style.locale());
            letters.setText(text);
            int lineStart = start;
            int last = start;
            for (int next = letters.following(start);
                    next != BreakIterator.DONE && next <= end;
                    next = letters.next()) {
                if (width(lineStart, next) > width && last > lineStart) {
                    lines.add(line(lineStart, last));
                    lineStart = last;
                }
                last = next;
            }
            return lineStart;
        }

        private int trimmed(int start, int end) {
            int trimmed = end;
            while (trimmed > start && Character.isWhitespace(text.charAt(trimmed - 1))) {
                trimmed--;
            }
            return trimmed;
        }

        private float width(int start, int end) {
            float width = 0;
            for (int from = start; from < end; ) {
                int to = runEnd(from, end);
                width += glyphs(from, to).width(style.size());
                from = to;
            }
            return width;
        }

        private int runEnd(int from, int end) {
            int to = from + 1;
            while (to < end && faces[to] == faces[from] && bidi.getLevelAt(to) == bidi.getLevelAt(from)) {
                to++;
            }
            return to;
        }

        private Glyphs glyphs(int from, int to) {
            return shaper.shape(faces[from], style.bold(), bidi.getLevelAt(from) % 2 == 1, text.substring(from, to));
        }

        private Line line(int start, int end) {
            if (start == end) {
                return Line.EMPTY;
            }
            List<Object> runs = new ArrayList<>();
            List<Integer> levels = new ArrayList<>();
            for (int from = start; from < end; ) {
                int to = runEnd(from, end);
                runs.add(glyphs(from, to));
                levels.add(bidi.getLevelAt(from));
                from = to;
            }
            byte[] order = new byte[levels.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = levels.get(i).byteValue();
            }
            Object[] visual = runs.toArray();
            Bidi.reorderVisually(order, 0, visual, 0, visual.length);
            List<Glyphs> placed = new ArrayList<>(visual.length);
            float width = 0;
            for (Object run : visual) {
                placed.add((Glyphs) run);
                width += ((Glyphs) run).width(style.size());
            }
            return new Line(List.copyOf(placed), width);
        }
    }
}
