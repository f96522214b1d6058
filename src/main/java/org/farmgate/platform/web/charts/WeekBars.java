package org.farmgate.platform.web.charts;

import java.util.List;
import java.util.function.LongFunction;
import org.farmgate.platform.web.charts.Drawing.Anchor;

/// Supply against demand, week by week: two bars a week, and a shade where demand stands higher, which is what
/// the reader came to see.
public final class WeekBars {
    /// @param label short, such as `W29` or `12 Jul`; it stands under the bars
    /// @param name whole, for the table and the pointer's hint
    public record Week(String label, String name, long supply, long demand) {
        public Week {
            if (supply < 0 || demand < 0) throw new IllegalArgumentException("a bar below zero: " + label);
        }

        long greater() {
            return Math.max(supply, demand);
        }
    }

    private WeekBars() {}

    /// `amount` writes a value as a short text with its unit, such as `120 t`.
    public static Picture of(Words words, List<Week> weeks, LongFunction<String> amount) {
        if (weeks.stream().allMatch(week -> week.greater() == 0)) return words.nothing();
        var table = new Table(words.say("week"), words.say("supply"), words.say("demand"), words.say("short"));
        for (Week week : weeks)
            table.row(
                    week.name(),
                    amount.apply(week.supply()),
                    amount.apply(week.demand()),
                    week.demand() > week.supply() ? amount.apply(week.demand() - week.supply()) : "–");
        String legend =
                Words.legend("supply", words.say("supply"), "demand", words.say("demand"), "short", words.say("short"));
        return words.figure(
                legend,
                draw(words, weeks, amount, 320, 200, 11.5, "narrow") + draw(words, weeks, amount, 640, 250, 13, "wide"),
                table);
    }

    private static String draw(
            Words words,
            List<Week> weeks,
            LongFunction<String> amount,
            double width,
            double height,
            double font,
            String kind) {
        var drawing = new Drawing(width, height, words.rightToLeft());
        Scale scale = Scale.upTo(weeks.stream().mapToLong(Week::greater).max().orElse(0));
        double start = scale.values()
                        .mapToDouble(value -> Drawing.widthOf(amount.apply(value), font))
                        .max()
                        .orElse(0)
                + 8;
        double top = font;
        double foot = height - font * 2;
        double plot = foot - top;
        scale.values().forEach(value -> {
            double y = foot - plot * scale.share(value);
            drawing.line(value == 0 ? "axis" : "rule", start, y, width, y)
                    .text("t-soft", start - 6, y + font * 0.35, Anchor.END, amount.apply(value));
        });
        double room = (width - start) / weeks.size();
        double bar = Math.min(font * 2, room * 0.38);
        int every = labelEvery(weeks, room, font);
        for (int i = 0; i < weeks.size(); i++) {
            Week week = weeks.get(i);
            double middle = start + room * (i + 0.5);
            double supply = plot * scale.share(week.supply());
            double demand = plot * scale.share(week.demand());
            drawing.open(week.name() + ": " + words.say("supply") + " " + amount.apply(week.supply()) + ", "
                    + words.say("demand") + " " + amount.apply(week.demand()));
            if (demand > supply) drawing.rect("short", middle - bar, foot - demand, bar, demand - supply, 0);
            drawing.rect("supply", middle - bar, foot - supply, bar - 0.5, supply, Math.min(2, supply / 2))
                    .rect("demand", middle + 0.5, foot - demand, bar - 0.5, demand, Math.min(2, demand / 2))
                    .close();
            if (i % every == 0) {
                double half = Drawing.widthOf(week.label(), font) / 2;
                double place = Math.max(half, Math.min(width - half, middle));
                drawing.text("t-soft", place, height - font * 0.5, Anchor.MIDDLE, week.label());
            }
        }
        return drawing.svg(kind, words.title(), words.description());
    }

    /// Names every week where there is room, else every second, third and so on, so that no two touch.
    static int labelEvery(List<Week> weeks, double room, double font) {
        double widest = weeks.stream()
                .mapToDouble(week -> Drawing.widthOf(week.label(), font))
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.ceil((widest + font * 0.6) / room));
    }
}
