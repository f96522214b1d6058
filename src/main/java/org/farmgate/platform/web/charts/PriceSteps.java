package org.farmgate.platform.web.charts;

import java.util.List;

/// How a price builds up, from the farm gate to the buyer's door: each step begins where the one before ended,
/// and sums stand on the ground.
public final class PriceSteps {
    /// @param amount in the smallest unit, such as fen per kilogram; below zero for what is taken off
    /// @param text the amount as it is to be read
    /// @param sum whether this is a state of the price (farm gate, delivered) rather than a step of it
    public record Step(String label, long amount, String text, boolean sum) {
        public static Step sum(String label, long amount, String text) {
            return new Step(label, amount, text, true);
        }

        public static Step change(String label, long amount, String text) {
            return new Step(label, amount, text, false);
        }
    }

    private PriceSteps() {}

    public static Picture of(Words words, List<Step> steps) {
        if (steps.isEmpty()) return words.nothing();
        double[] ends = ends(steps);
        double least = 0;
        double greatest = 0;
        for (double end : ends) {
            least = Math.min(least, end);
            greatest = Math.max(greatest, end);
        }
        double perUnit = greatest == least ? 0 : Bars.WIDTH / (greatest - least);
        var drawing = new Drawing(Bars.WIDTH, Bars.ROW * steps.size(), words.rightToLeft());
        var table = new Table(words.say("step"), words.say("price"));
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double y = Bars.ROW * i;
            double from = step.sum() || i == 0 ? 0 : ends[i - 1];
            double low = (Math.min(from, ends[i]) - least) * perUnit;
            double wide = Math.max(1.5, Math.abs(ends[i] - from) * perUnit);
            low = Math.min(low, Bars.WIDTH - wide);
            Bars.head(drawing, step.label(), step.text(), y, step.sum());
            drawing.rect("track", 0, y + 20, Bars.WIDTH, 10, 3)
                    .rect(step.sum() ? "total" : step.amount() < 0 ? "minus" : "third", low, y + 20, wide, 10, 2);
            if (i + 1 < steps.size()) {
                double x = (ends[i] - least) * perUnit;
                drawing.line("link", x, y + 30, x, y + Bars.ROW + 20);
            }
            table.row(step.label(), step.text());
        }
        return words.figure("", drawing.svg("rows", words.title(), words.description()), table);
    }

    private static double[] ends(List<Step> steps) {
        double[] ends = new double[steps.size()];
        double running = 0;
        for (int i = 0; i < ends.length; i++) {
            Step step = steps.get(i);
            running = step.sum() ? step.amount() : running + step.amount();
            ends[i] = running;
        }
        return ends;
    }
}
