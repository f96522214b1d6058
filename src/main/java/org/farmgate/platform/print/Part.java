package org.farmgate.platform.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A piece of a sheet that knows how to print itself.
sealed interface Part permits Part.Prose, Part.Facts, Part.Signatures, TablePart {
    void print(Flow flow);

    /// Text in one column per language, whose lines stand side by side. Words that are the same in all languages run
    /// over the full width.
    record Prose(Words words, float size, boolean bold, float before, float after) implements Part {
        @Override
        public void print(Flow flow) {
            boolean wide = words.same();
            List<Flow.Span> spans = wide ? flow.spans(List.of(1), 0) : flow.columns();
            List<List<Line>> columns = new ArrayList<>();
            for (int i = 0; i < spans.size(); i++) {
                columns.add(flow.wrap(words.in(i), style(flow, i), spans.get(i).width()));
            }
            int count = columns.stream().mapToInt(List::size).max().orElse(0);
            float height = style(flow, 0).lineHeight();
            flow.need(before + height * (bold ? 3 : Math.min(count, 2)));
            flow.down(before);
            for (int row = 0; row < count; row++) {
                flow.need(height);
                for (int i = 0; i < columns.size(); i++) {
                    if (row < columns.get(i).size()) {
                        Style style = style(flow, i);
                        flow.set(columns.get(i).get(row), style, spans.get(i), flow.y(), style.rightToLeft());
                    }
                }
                flow.down(height);
            }
            flow.down(after);
        }

        private Style style(Flow flow, int language) {
            return new Style(size, bold, 0, flow.languages.get(language));
        }
    }

    record Fact(Words label, Words value) {}

    /// Labels and values in two narrow columns, once per language.
    record Facts(List<Fact> facts) implements Part {
        private static final float SIZE = 9.5f;

        @Override
        public void print(Flow flow) {
            List<Flow.Span> spans = flow.columns();
            for (Fact fact : facts) {
                List<List<Line>> labels = new ArrayList<>();
                List<List<Line>> values = new ArrayList<>();
                for (int i = 0; i < spans.size(); i++) {
                    Locale locale = flow.languages.get(i);
                    labels.add(flow.wrap(
                            fact.label().in(i),
                            labelStyle(locale),
                            labelSpan(spans.get(i), locale).width()));
                    values.add(flow.wrap(
                            fact.value().in(i),
                            valueStyle(locale),
                            valueSpan(spans.get(i), locale).width()));
                }
                int count = IntStream.concat(
                                labels.stream().mapToInt(List::size),
                                values.stream().mapToInt(List::size))
                        .max()
                        .orElse(0);
                row(flow, spans, labels, values, count);
            }
            flow.down(4);
        }

        private static void row(
                Flow flow, List<Flow.Span> spans, List<List<Line>> labels, List<List<Line>> values, int count) {
            float height = labelStyle(flow.languages.getFirst()).lineHeight();
            flow.need(height * Math.min(count, 4));
            for (int line = 0; line < count; line++) {
                flow.need(height);
                for (int i = 0; i < spans.size(); i++) {
                    Locale locale = flow.languages.get(i);
                    boolean right = Style.rightToLeft(locale);
                    if (line < labels.get(i).size()) {
                        flow.set(
                                labels.get(i).get(line),
                                labelStyle(locale),
                                labelSpan(spans.get(i), locale),
                                flow.y(),
                                right);
                    }
                    if (line < values.get(i).size()) {
                        flow.set(
                                values.get(i).get(line),
                                valueStyle(locale),
                                valueSpan(spans.get(i), locale),
                                flow.y(),
                                right);
                    }
                }
                flow.down(height);
            }
            spans.forEach(span -> flow.paper.rule(span.x(), span.x() + span.width(), flow.y() + 0.5f, 0.4f, 0.8f));
            flow.down(2.5f);
        }

        private static Style labelStyle(Locale locale) {
            return new Style(SIZE, false, 0.35f, locale);
        }

        private static Style valueStyle(Locale locale) {
            return new Style(SIZE, false, 0, locale);
        }

        private static Flow.Span labelSpan(Flow.Span span, Locale locale) {
            float width = span.width() * 0.36f;
            return new Flow.Span(Style.rightToLeft(locale) ? span.x() + span.width() - width : span.x(), width);
        }

        private static Flow.Span valueSpan(Flow.Span span, Locale locale) {
            float width = span.width() * 0.61f;
            return new Flow.Span(Style.rightToLeft(locale) ? span.x() : span.x() + span.width() - width, width);
        }
    }

    /// Boxes to sign in, two beside each other, never torn apart by a page's end.
    record Signatures(List<Signature> signatures) implements Part {
        private static final float PAD = 7;

        @Override
        public void print(Flow flow) {
            for (int i = 0; i < signatures.size(); i += 2) {
                List<Signature> pair = signatures.subList(i, Math.min(i + 2, signatures.size()));
                List<Flow.Span> spans = flow.spans(List.of(1, 1), Flow.GAP);
                float height = 46
                        + pair.stream()
                                        .mapToInt(s -> stacked(flow, s, spans.getFirst())
                                                .size())
                                        .max()
                                        .orElse(0)
                                * style(flow, 0).lineHeight();
                flow.need(height + 10);
                for (int k = 0; k < pair.size(); k++) {
                    box(flow, pair.get(k), spans.get(k), height);
                }
                flow.down(height + 10);
            }
        }

        private static void box(Flow flow, Signature signature, Flow.Span span, float height) {
            flow.paper.box(span.x(), flow.y(), span.width(), height, 0.5f);
            Style style = style(flow, 0);
            float y = flow.y() + PAD;
            for (Line line : stacked(flow, signature, span)) {
                flow.set(line, style, span.inset(PAD), y, flow.rightToLeft());
                y += style.lineHeight();
            }
            boolean signed = signature.signed().texts().stream().anyMatch(text -> !text.isBlank());
            if (!signed) {
                Flow.Span pen = span.inset(PAD);
                flow.paper.rule(pen.x(), pen.x() + pen.width(), flow.y() + height - 14, 0.5f, 0.4f);
            }
        }

        private static List<Line> stacked(Flow flow, Signature signature, Flow.Span span) {
            List<Line> lines = new ArrayList<>();
            for (Words words : List.of(signature.role(), signature.name(), signature.signed())) {
                for (int i = 0; i < words.texts().size(); i++) {
                    String text = words.texts().get(i);
                    if (!text.isBlank()) {
                        lines.addAll(
                                flow.wrap(text, style(flow, i), span.inset(PAD).width()));
                    }
                }
            }
            return lines;
        }

        private static Style style(Flow flow, int language) {
            return new Style(9.5f, false, 0, flow.languages.get(Math.min(language, flow.languages.size() - 1)));
        }
    }
}
