package org.farmgate.platform.web.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.web.charts.Drawing.Anchor;

/// Finds room for names on a map: tries places around each point, and takes the first that touches neither the
/// frame, another name, nor another point. A name without room is left out; the table beside the map has it.
final class Labels {
    record Box(double left, double top, double right, double bottom) {
        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /// @param x where the text is anchored
    /// @param y its base line
    record Spot(double x, double y, Anchor anchor, Box box) {}

    private final Box frame;
    private final double font;
    private final List<Box> taken = new ArrayList<>();

    Labels(double width, double height, double font) {
        this.frame = new Box(2, 2, width - 2, height - 2);
        this.font = font;
    }

    /// Keeps the room of a point's mark free.
    void mark(double x, double y, double radius) {
        taken.add(new Box(x - radius, y - radius, x + radius, y + radius));
    }

    Optional<Spot> place(String text, double x, double y, double radius) {
        double width = Drawing.widthOf(text, font);
        double away = radius + 2;
        double[][] offers = {
            {away, -font * 0.5},
            {-away - width, -font * 0.5},
            {-width / 2, -away - font},
            {-width / 2, away},
            {away * 0.7, -away - font * 0.7},
            {away * 0.7, away - font * 0.3},
            {-away * 0.7 - width, -away - font * 0.7},
            {-away * 0.7 - width, away - font * 0.3}
        };
        for (double[] offer : offers) {
            var box = new Box(x + offer[0], y + offer[1], x + offer[0] + width, y + offer[1] + font);
            if (box.left() < frame.left()
                    || box.right() > frame.right()
                    || box.top() < frame.top()
                    || box.bottom() > frame.bottom()
                    || taken.stream().anyMatch(box::touches)) continue;
            taken.add(box);
            // The width is only an estimate, so the text hangs on the side that is nearer to its point.
            double base = box.top() + font * 0.82;
            if (offer[0] > 0) return Optional.of(new Spot(box.left(), base, Anchor.START, box));
            if (offer[0] + width < 0) return Optional.of(new Spot(box.right(), base, Anchor.END, box));
            return Optional.of(new Spot((box.left() + box.right()) / 2, base, Anchor.MIDDLE, box));
        }
        return Optional.empty();
    }
}
