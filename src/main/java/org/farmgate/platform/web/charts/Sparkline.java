package org.farmgate.platform.web.charts;

import java.util.List;

/// How a value went, small enough for a table's cell: the shape only, the words stand beside it.
public final class Sparkline {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 24;

    private Sparkline() {}

    /// Oldest first. `label` tells it in words; with fewer than two values there is no course to draw, only the
    /// words.
    public static Picture of(String label, List<Long> values, boolean rightToLeft) {
        if (values.size() < 2) return new Picture("<span class=\"soft\">" + Drawing.escape(label) + "</span>");
        double least = values.stream().mapToLong(Long::longValue).min().orElse(0);
        double greatest = values.stream().mapToLong(Long::longValue).max().orElse(0);
        var drawing = new Drawing(WIDTH, HEIGHT, rightToLeft);
        var points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double x = 2 + (WIDTH - 4) * i / (values.size() - 1);
            double share = greatest == least ? 0.5 : (values.get(i) - least) / (greatest - least);
            points.append(Drawing.number(drawing.x(x)))
                    .append(',')
                    .append(Drawing.number(HEIGHT - 3 - (HEIGHT - 6) * share))
                    .append(' ');
        }
        drawing.raw("<polyline class=\"line\" points=\"" + points.toString().strip() + "\"/>");
        return new Picture("<span class=\"chart spark\">" + drawing.svg("", label, "") + "</span>");
    }
}
