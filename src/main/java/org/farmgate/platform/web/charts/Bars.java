package org.farmgate.platform.web.charts;

import java.util.List;
import org.farmgate.platform.web.charts.Drawing.Anchor;

/// Named amounts side by side, each as a bar from the same line; the name above it, so that long names have room on
/// phones.
public final class Bars {
    static final double ROW = 42;
    static final double WIDTH = 320;

    /// @param text the value as it is to be read, with its unit
    public record Bar(String label, long value, String text) {
        public Bar {
            if (value < 0) throw new IllegalArgumentException("a bar below zero: " + label);
        }
    }

    private Bars() {}

    public static Picture of(Words words, List<Bar> bars) {
        if (bars.isEmpty()) return words.nothing();
        long greatest = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        var drawing = new Drawing(WIDTH, ROW * bars.size(), words.rightToLeft());
        var table = new Table(words.say("name"), words.say("amount"));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = ROW * i;
            head(drawing, bar.label(), bar.text(), y, false);
            drawing.rect("track", 0, y + 20, WIDTH, 10, 3);
            if (bar.value() > 0)
                drawing.rect("supply", 0, y + 20, Math.max(2, WIDTH * ((double) bar.value() / greatest)), 10, 3);
            table.row(bar.label(), bar.text());
        }
        return words.figure("", drawing.svg("rows", words.title(), words.description()), table);
    }

    /// The line of words above a bar: the name is cut where the value needs the room.
    static void head(Drawing drawing, String label, String text, double y, boolean strong) {
        double room = WIDTH - Drawing.widthOf(text, Drawing.FONT) - 10;
        drawing.text(strong ? "t-strong" : "", 0, y + 14, Anchor.START, Drawing.fitted(label, room, Drawing.FONT))
                .text("t-strong", WIDTH, y + 14, Anchor.END, text);
    }
}
