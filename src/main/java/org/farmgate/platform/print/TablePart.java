package org.farmgate.platform.print;

import java.util.ArrayList;
import java.util.List;

/// A table over as many pages as it needs; each page repeats its header. A cell's languages stand under each other.
record TablePart(List<Column> columns, List<List<Words>> rows) implements Part {
    private static final float SIZE = 8.5f;
    private static final float PAD = 3;
    /// A header taller than this many lines would leave no room for rows.
    private static final int MOST_HEADER_LINES = 6;

    @Override
    public void print(Flow flow) {
        List<Flow.Span> spans = flow.spans(columns.stream().map(Column::weight).toList(), 6);
        List<List<Line>> header = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Line> lines = cell(flow, columns.get(i).title(), spans.get(i), true);
            header.add(lines.subList(0, Math.min(lines.size(), MOST_HEADER_LINES)));
        }
        flow.need(lineHeight(flow) * 5);
        header(flow, spans, header);
        flow.repeat(() -> header(flow, spans, header));
        for (List<Words> row : rows) {
            row(flow, spans, row);
        }
        flow.repeat(null);
        flow.down(8);
    }

    private void header(Flow flow, List<Flow.Span> spans, List<List<Line>> header) {
        float height = tallest(header) * lineHeight(flow) + 2 * PAD;
        flow.paper.fill(Flow.MARGIN, flow.y(), Paper.WIDTH - 2 * Flow.MARGIN, height, 0.93f);
        for (int i = 0; i < spans.size(); i++) {
            for (int line = 0; line < header.get(i).size(); line++) {
                float top = flow.y() + PAD + line * lineHeight(flow);
                flow.set(
                        header.get(i).get(line),
                        style(flow, 0, true),
                        spans.get(i).inset(PAD),
                        top,
                        atRight(flow, i));
            }
        }
        flow.down(height);
    }

    private void row(Flow flow, List<Flow.Span> spans, List<Words> row) {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            cells.add(cell(flow, row.get(i), spans.get(i), false));
        }
        int count = tallest(cells);
        flow.need(PAD + Math.min(count, 12) * lineHeight(flow));
        flow.down(PAD / 2);
        for (int line = 0; line < count; line++) {
            flow.need(lineHeight(flow));
            for (int i = 0; i < spans.size(); i++) {
                if (line < cells.get(i).size()) {
                    flow.set(
                            cells.get(i).get(line),
                            style(flow, 0, false),
                            spans.get(i).inset(PAD),
                            flow.y(),
                            atRight(flow, i));
                }
            }
            flow.down(lineHeight(flow));
        }
        flow.down(PAD / 2);
        flow.paper.rule(Flow.MARGIN, Paper.WIDTH - Flow.MARGIN, flow.y(), 0.4f, 0.8f);
    }

    private boolean atRight(Flow flow, int column) {
        return flow.rightToLeft() != columns.get(column).numeric();
    }

    private static List<Line> cell(Flow flow, Words words, Flow.Span span, boolean bold) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < words.texts().size(); i++) {
            lines.addAll(flow.wrap(
                    words.texts().get(i), style(flow, i, bold), span.inset(PAD).width()));
        }
        return lines;
    }

    private static int tallest(List<List<Line>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    private static Style style(Flow flow, int language, boolean bold) {
        return new Style(SIZE, bold, 0, flow.languages.get(Math.min(language, flow.languages.size() - 1)));
    }

    private static float lineHeight(Flow flow) {
        return style(flow, 0, false).lineHeight();
    }
}
