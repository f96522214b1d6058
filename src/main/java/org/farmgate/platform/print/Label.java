package org.farmgate.platform.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Small papers of one size on which everything stands where it is put: what is stuck on parcels and bags. All
/// measures are millimetres from the top left corner, type sizes points. As on a [Sheet], Uyghur is joined and
/// set from the right, and no text makes printing fail; one that is too long for its place is set smaller, and
/// cut when it is still too long.
///
/// ```java
/// Label.ofMillimetres(100, 150)
///         .page()
///         .text(new Label.Box(5, 5, 60, 12), Languages.UYGHUR, 14, true, "نەنخۇ يېزىلىق پونكىت")
///         .ink(5, 20, 0.5f, 30)
///         .print("label", Languages.CHINESE);
/// ```
public final class Label {
    private static final float POINTS = 72 / 25.4f;
    private static final float SMALLEST = 6;

    private final PDRectangle size;
    private final List<Mark> marks = new ArrayList<>();

    /// A part of the page.
    public record Box(float x, float y, float width, float height) {}

    private interface Mark {
        void draw(Paper paper, Lines lines);
    }

    private Label(PDRectangle size) {
        this.size = size;
    }

    public static Label ofMillimetres(float width, float height) {
        return new Label(new PDRectangle(width * POINTS, height * POINTS));
    }

    /// What follows stands on the next page.
    public Label page() {
        marks.add((paper, _) -> paper.addPage());
        return this;
    }

    /// Begins where its language begins: on the right for Uyghur. Lines break at the box's width.
    public Label text(Box box, Locale language, float points, boolean bold, String text) {
        marks.add((paper, lines) -> set(paper, lines, box, new Style(points, bold, 0, language), text, false));
        return this;
    }

    /// As [#text], in the middle of the box's width.
    public Label centred(Box box, Locale language, float points, boolean bold, String text) {
        marks.add((paper, lines) -> set(paper, lines, box, new Style(points, bold, 0, language), text, true));
        return this;
    }

    /// A black rectangle: a line, or a part of a code.
    public Label ink(float x, float y, float width, float height) {
        marks.add((paper, _) -> paper.fill(x * POINTS, y * POINTS, width * POINTS, height * POINTS, 0));
        return this;
    }

    /// The same label always gives the same bytes.
    public byte[] print(String title, Locale language) {
        Sheet.FONTS.lock();
        try {
            var paper = new Paper(size);
            var lines = new Lines(new Shaper());
            marks.forEach(mark -> mark.draw(paper, lines));
            return paper.finish(title, language);
        } finally {
            Sheet.FONTS.unlock();
        }
    }

    private static void set(Paper paper, Lines breaking, Box box, Style wished, String text, boolean centred) {
        Style style = wished;
        List<Line> lines = breaking.wrap(text, style, box.width() * POINTS);
        while (style.size() > SMALLEST && lines.size() > room(box, style)) {
            style = new Style(style.size() - 0.5f, style.bold(), style.grey(), style.locale());
            lines = breaking.wrap(text, style, box.width() * POINTS);
        }
        float top = box.y() * POINTS;
        for (Line line : lines.subList(0, Math.min(lines.size(), room(box, style)))) {
            float spare = box.width() * POINTS - line.width();
            float indent = centred ? spare / 2 : style.rightToLeft() ? spare : 0;
            paper.text(line, style, box.x() * POINTS + indent, top + style.baseline());
            top += style.lineHeight();
        }
    }

    private static int room(Box box, Style style) {
        return Math.max(1, (int) Math.floor(box.height() * POINTS / style.lineHeight() + 0.01f));
    }
}
