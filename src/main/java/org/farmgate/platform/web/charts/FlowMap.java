package org.farmgate.platform.web.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where goods go: the coast, the places, and between them arcs as wide as the amount. It shows land and sea
/// only, no borders and no names of lands. Geography is never mirrored, whatever way the reader reads.
public final class FlowMap {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 250;
    private static final double FONT = 12;
    private static final double THICKEST = 7;
    private static final double THINNEST = 0.8;

    public enum Kind {
        ORIGIN,
        WAREHOUSE,
        DESTINATION
    }

    /// @param id by which flows name the place
    public record Place(String id, String name, double longitude, double latitude, Kind kind) {
        public Place {
            if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90))
                throw new IllegalArgumentException("no such place on earth: " + longitude + ", " + latitude);
        }
    }

    /// @param amount in any one unit, such as kilograms; it gives the width
    /// @param text the amount as it is to be read
    public record Flow(String from, String to, long amount, String text) {
        public Flow {
            if (amount < 0) throw new IllegalArgumentException("a flow below zero: " + from + " " + to);
        }
    }

    private record Pin(Place place, double x, double y, long amount) {
        double radius() {
            return place.kind() == Kind.DESTINATION ? 2.6 : 4;
        }
    }

    private FlowMap() {}

    /// Every flow's ends must be among the places; places without flows are drawn too.
    public static Picture of(Words words, List<Place> places, List<Flow> flows) {
        if (places.isEmpty()) return words.nothing();
        var projection = new Projection(
                places.stream()
                        .map(p -> new double[] {p.longitude(), p.latitude()})
                        .toList(),
                WIDTH,
                HEIGHT,
                34,
                26);
        Map<String, Pin> pins = pins(places, flows, projection);
        var drawing = new Drawing(WIDTH, HEIGHT, false);
        drawing.rect("sea", 0, 0, WIDTH, HEIGHT, 0).raw("<path class=\"land\" d=\"" + coast(projection) + "\"/>");
        var table = new Table(words.say("from"), words.say("to"), words.say("amount"));
        long greatest = Math.max(1, flows.stream().mapToLong(Flow::amount).max().orElse(1));
        List<Flow> widestFirst = flows.stream()
                .sorted(Comparator.comparingLong(Flow::amount).reversed())
                .toList();
        for (Flow flow : widestFirst) {
            Pin from = pin(pins, flow.from());
            Pin to = pin(pins, flow.to());
            double thick = Math.max(THINNEST, THICKEST * ((double) flow.amount() / greatest));
            drawing.open(from.place().name() + " → " + to.place().name() + ": " + flow.text())
                    .raw("<path class=\"flow\" stroke-width=\"" + Drawing.number(thick) + "\" d=\"" + arc(from, to)
                            + "\"/>")
                    .close();
            table.row(from.place().name(), to.place().name(), flow.text());
        }
        pins.values().forEach(pin -> mark(drawing, pin));
        names(drawing, pins.values().stream().toList());
        String legend = Words.legend(
                "supply", words.say("origin"), "third", words.say("warehouse"), "demand", words.say("destination"));
        String credit =
                "<p class=\"soft small\">" + Drawing.escape(words.message().apply("ui.credits.land")) + "</p>";
        return words.figure(legend, drawing.svg("map", words.title(), words.description()) + credit, table);
    }

    private static Map<String, Pin> pins(List<Place> places, List<Flow> flows, Projection projection) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (Flow flow : flows) {
            amounts.merge(flow.from(), flow.amount(), Math::addExact);
            amounts.merge(flow.to(), flow.amount(), Math::addExact);
        }
        Map<String, Pin> pins = new LinkedHashMap<>();
        for (Place place : places) {
            double[] at = projection.place(place.longitude(), place.latitude());
            pins.put(place.id(), new Pin(place, at[0], at[1], amounts.getOrDefault(place.id(), 0L)));
        }
        return pins;
    }

    private static Pin pin(Map<String, Pin> pins, String id) {
        Pin pin = pins.get(id);
        if (pin == null) throw new IllegalArgumentException("a flow to or from a place that is not on the map: " + id);
        return pin;
    }

    /// Bends to the north, so that a flow and its return, or two neighbours, do not lie on one another.
    private static String arc(Pin from, Pin to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double side = dx >= 0 ? 1 : -1;
        double bendX = (from.x() + to.x()) / 2 + side * dy * 0.16;
        double bendY = (from.y() + to.y()) / 2 - side * dx * 0.16;
        return "M%s %sQ%s %s %s %s"
                .formatted(
                        Drawing.number(from.x()),
                        Drawing.number(from.y()),
                        Drawing.number(bendX),
                        Drawing.number(bendY),
                        Drawing.number(to.x()),
                        Drawing.number(to.y()));
    }

    private static void mark(Drawing drawing, Pin pin) {
        double r = pin.radius();
        drawing.open(pin.place().name());
        switch (pin.place().kind()) {
            case WAREHOUSE -> drawing.rect("box", pin.x() - r, pin.y() - r, 2 * r, 2 * r, 1);
            case ORIGIN -> drawing.raw(circle("dot", pin));
            case DESTINATION -> drawing.raw(circle("end", pin));
        }
        drawing.close();
    }

    private static String circle(String kind, Pin pin) {
        return "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                .formatted(kind, Drawing.number(pin.x()), Drawing.number(pin.y()), Drawing.number(pin.radius()));
    }

    /// Origins and warehouses first, then whoever gets most.
    private static void names(Drawing drawing, List<Pin> pins) {
        var labels = new Labels(WIDTH, HEIGHT, FONT);
        pins.forEach(pin -> labels.mark(pin.x(), pin.y(), pin.radius()));
        List<Pin> inOrder = new ArrayList<>(pins);
        inOrder.sort(Comparator.comparing((Pin pin) -> pin.place().kind() == Kind.DESTINATION)
                .thenComparing(Comparator.comparingLong(Pin::amount).reversed()));
        for (Pin pin : inOrder)
            labels.place(pin.place().name(), pin.x(), pin.y(), pin.radius())
                    .ifPresent(spot -> drawing.text(
                            pin.place().kind() == Kind.DESTINATION ? "t-halo" : "t-halo t-strong",
                            spot.x(),
                            spot.y(),
                            spot.anchor(),
                            pin.place().name()));
    }

    /// The land that lies in the frame. What is farther out is cut off, and steps below half a unit are left out:
    /// it keeps the page small.
    private static String coast(Projection projection) {
        var path = new StringBuilder();
        for (double[] ring : Land.RINGS) {
            List<double[]> points = new ArrayList<>(ring.length / 2);
            for (int i = 0; i < ring.length; i += 2) points.add(projection.place(ring[i], ring[i + 1]));
            List<double[]> cut = Clip.toFrame(points, -8, -8, WIDTH + 8, HEIGHT + 8);
            if (cut.size() < 3) continue;
            double lastX = Double.NaN;
            double lastY = Double.NaN;
            for (double[] point : cut) {
                if (Math.abs(point[0] - lastX) < 0.5 && Math.abs(point[1] - lastY) < 0.5) continue;
                path.append(Double.isNaN(lastX) ? 'M' : 'L')
                        .append(Drawing.number(point[0]))
                        .append(' ')
                        .append(Drawing.number(point[1]));
                lastX = point[0];
                lastY = point[1];
            }
            path.append('Z');
        }
        return path.toString();
    }
}
