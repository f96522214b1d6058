package org.farmgate.platform.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where printing has got to: fills pages from top to bottom and opens the next one when a line does not fit.
final class Flow {
    static final float MARGIN = 50;
    static final float BOTTOM = Paper.HEIGHT - 56;
    static final float GAP = 20;
    private static final float FULL = Paper.WIDTH - 2 * MARGIN;

    final Paper paper = new Paper();
    final List<Locale> languages;
    private final Lines lines = new Lines(new Shaper());
    private float y;
    private @Nullable Runnable onNewPage;

    Flow(List<Locale> languages) {
        this.languages = languages;
        turn();
    }

    /// Opens a page when fewer points than this are left. More than a page's height asks for a fresh page at most.
    void need(float height) {
        if (y + height > BOTTOM && y > MARGIN + 1) {
            turn();
        }
    }

    private void turn() {
        paper.addPage();
        y = MARGIN;
        if (onNewPage != null) {
            onNewPage.run();
        }
    }

    /// What every new page repeats, such as a table's header; null for nothing.
    void repeat(@Nullable Runnable header) {
        onNewPage = header;
    }

    float y() {
        return y;
    }

    void down(float points) {
        y += points;
    }

    List<Line> wrap(String text, Style style, float width) {
        return lines.wrap(text, style, width);
    }

    boolean rightToLeft() {
        return Style.rightToLeft(languages.getFirst());
    }

    /// Columns of the given weights over the full width; in a right-to-left sheet the first stands at the right.
    List<Span> spans(List<Integer> weights, float gap) {
        float total = weights.stream().mapToInt(Integer::intValue).sum();
        float room = FULL - gap * (weights.size() - 1);
        List<Span> spans = new ArrayList<>();
        float x = MARGIN;
        for (int weight : weights) {
            float width = room * weight / total;
            spans.add(new Span(rightToLeft() ? Paper.WIDTH - x - width : x, width));
            x += width + gap;
        }
        return spans;
    }

    /// One column per language of the sheet.
    List<Span> columns() {
        return spans(languages.stream().map(l -> 1).toList(), GAP);
    }

    /// Sets a line in a span, at its start or its end in the given direction.
    void set(Line line, Style style, Span span, float top, boolean atRight) {
        float x = atRight ? span.x() + span.width() - line.width() : span.x();
        paper.text(line, style, x, top + style.baseline());
    }

    /// A horizontal part of the page, in points.
    record Span(float x, float width) {
        Span inset(float points) {
            return new Span(x + points, Math.max(1, width - 2 * points));
        }
    }
}
