package org.farmgate.platform.web.charts;

/// Writes one SVG. Positions are given as for a left-to-right reader; for a right-to-left one every x is
/// mirrored, and text that starts at a place then runs the other way by itself.
final class Drawing {
    /// What `text-anchor` calls them; relative to the reader's direction.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// The font size, in units of the drawing, that the narrow pictures are laid out for: the style sheet only
    /// ever makes it smaller.
    static final double FONT = 13;

    private final double width;
    private final double height;
    private final boolean mirrored;
    private final StringBuilder out = new StringBuilder();

    Drawing(double width, double height, boolean mirrored) {
        this.width = width;
        this.height = height;
        this.mirrored = mirrored;
    }

    double width() {
        return width;
    }

    double x(double x) {
        return mirrored ? width - x : x;
    }

    Drawing rect(String kind, double x, double y, double w, double h, double round) {
        double left = mirrored ? width - x - w : x;
        out.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                .formatted(kind, number(left), number(y), number(Math.max(0, w)), number(Math.max(0, h))));
        if (round > 0) out.append(" rx=\"").append(number(round)).append('"');
        out.append("/>");
        return this;
    }

    Drawing line(String kind, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(kind, number(x(x1)), number(y1), number(x(x2)), number(y2)));
        return this;
    }

    Drawing text(String kind, double x, double y, Anchor anchor, String text) {
        out.append("<text class=\"%s\" x=\"%s\" y=\"%s\"".formatted(kind, number(x(x)), number(y)));
        if (anchor != Anchor.START)
            out.append(" text-anchor=\"")
                    .append(anchor == Anchor.END ? "end" : "middle")
                    .append('"');
        out.append('>').append(isolated(text)).append("</text>");
        return this;
    }

    /// Any other element, already written; its texts must have gone through [#escape].
    Drawing raw(String markup) {
        out.append(markup);
        return this;
    }

    /// What follows until [#close] belongs together and is named by this text.
    Drawing open(String title) {
        out.append("<g><title>").append(escape(title)).append("</title>");
        return this;
    }

    Drawing close() {
        out.append("</g>");
        return this;
    }

    String svg(String kind, String title, String description) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"%s viewBox=\"0 0 %s %s\" role=\"img\" direction=\"%s\"><title>%s</title>%s%s</svg>"
                .formatted(
                        kind.isEmpty() ? "" : " class=\"" + kind + "\"",
                        number(width),
                        number(height),
                        mirrored ? "rtl" : "ltr",
                        escape(title),
                        description.isEmpty() ? "" : "<desc>" + escape(description) + "</desc>",
                        out);
    }

    /// One decimal is finer than any screen shows.
    static String number(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("not a place in a drawing: " + value);
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    // XML has no way at all to write these
                    if (c >= 0x20 || c == '\n' || c == '\t') safe.appendCodePoint(c);
                }
            }
        });
        return safe.toString();
    }

    /// Numbers with a Latin unit must not be turned around inside right-to-left text, nor the other way.
    static String isolated(String text) {
        return "\u2068" + escape(text) + "\u2069";
    }

    /// About how wide a text is, on the wide side: Han characters are squares, others a little over half of one.
    static double widthOf(String text, double font) {
        return text.codePoints()
                        .mapToDouble(c ->
                                Character.isIdeographic(c) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF60)
                                        ? 1.02
                                        : Character.isUpperCase(c) ? 0.72 : 0.58)
                        .sum()
                * font;
    }

    /// The text, or as much of it as fits, with an ellipsis.
    static String fitted(String text, double room, double font) {
        if (widthOf(text, font) <= room) return text;
        int end = text.length();
        while (end > 0 && widthOf(text.substring(0, end) + "…", font) > room) end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end).stripTrailing() + "…";
    }
}
