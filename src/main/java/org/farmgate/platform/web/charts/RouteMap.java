package org.farmgate.platform.web.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.platform.web.charts.Drawing.Anchor;

/// Ways from place to place in one county: each a line of its own colour from its start through its places and back,
/// the places numbered in the order they are come to. There is no coast so near; a bar tells how far ten kilometres
/// are. Geography is never mirrored.
public final class RouteMap {
    /// How many colours there are; then they begin again.
    public static final int COLOURS = 8;

    private static final double WIDTH = 320;
    private static final double HEIGHT = 250;
    private static final double FONT = 12;
    private static final double RADIUS = 7;
    /// About three kilometres across: nearer, every lane would look like a journey.
    private static final double LEAST_SPAN = 0.0005;

    private static final int[] BAR_KILOMETRES = {100, 50, 20, 10, 5, 2, 1};

    public record Place(String name, double longitude, double latitude) {
        public Place {
            if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90))
                throw new IllegalArgumentException("no such place on earth: " + longitude + ", " + latitude);
        }
    }

    /// @param colour its number from 0
    /// @param text how long it is, as it is to be read
    public record Route(String name, int colour, Place start, List<Place> places, String text) {
        public Route {
            places = List.copyOf(places);
        }
    }

    private RouteMap() {}

    public static Picture of(Words words, String kilometre, List<Route> routes) {
        List<Route> drawn =
                routes.stream().filter(route -> !route.places().isEmpty()).toList();
        if (drawn.isEmpty()) return words.nothing();
        List<double[]> points = new ArrayList<>();
        for (Route route : drawn) {
            points.add(point(route.start()));
            route.places().forEach(place -> points.add(point(place)));
        }
        var projection = new Projection(points, WIDTH, HEIGHT, 26, 26, LEAST_SPAN);
        var drawing = new Drawing(WIDTH, HEIGHT, false);
        drawing.rect("land", 0, 0, WIDTH, HEIGHT, 0);
        var table = new Table(words.say("name"), words.say("amount"));
        for (Route route : drawn) {
            drawing.open(route.name() + ": " + route.text())
                    .raw("<path class=\"way way-%d\" d=\"%s\"/>"
                            .formatted(route.colour() % COLOURS, line(route, projection)))
                    .close();
            table.row(route.name(), route.text());
        }
        marks(drawing, drawn, projection);
        bar(drawing, projection, kilometre);
        return words.figure(legend(drawn), drawing.svg("map", words.title(), words.description()), table);
    }

    private static double[] point(Place place) {
        return new double[] {place.longitude(), place.latitude()};
    }

    private static String line(Route route, Projection projection) {
        var path = new StringBuilder();
        append(
                path,
                'M',
                projection.place(route.start().longitude(), route.start().latitude()));
        for (Place place : route.places()) append(path, 'L', projection.place(place.longitude(), place.latitude()));
        return path.append('Z').toString();
    }

    private static void append(StringBuilder path, char command, double[] at) {
        path.append(command).append(Drawing.number(at[0])).append(' ').append(Drawing.number(at[1]));
    }

    private static void marks(Drawing drawing, List<Route> routes, Projection projection) {
        var labels = new Labels(WIDTH, HEIGHT, FONT);
        Map<Place, double[]> starts = new HashMap<>();
        for (Route route : routes) {
            for (int i = 0; i < route.places().size(); i++) {
                Place place = route.places().get(i);
                double[] at = projection.place(place.longitude(), place.latitude());
                labels.mark(at[0], at[1], RADIUS);
                drawing.open(route.name() + " " + (i + 1) + ": " + place.name())
                        .raw("<circle class=\"halt way-%d\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                                .formatted(
                                        route.colour() % COLOURS,
                                        Drawing.number(at[0]),
                                        Drawing.number(at[1]),
                                        Drawing.number(RADIUS)))
                        .text("halt-number", at[0], at[1] + 3.2, Anchor.MIDDLE, String.valueOf(i + 1))
                        .close();
            }
            starts.putIfAbsent(
                    route.start(),
                    projection.place(route.start().longitude(), route.start().latitude()));
        }
        starts.forEach((place, at) -> {
            drawing.open(place.name())
                    .rect("box", at[0] - 6, at[1] - 6, 12, 12, 2)
                    .close();
            labels.place(place.name(), at[0], at[1], RADIUS)
                    .ifPresent(
                            spot -> drawing.text("t-halo t-strong", spot.x(), spot.y(), spot.anchor(), place.name()));
        });
    }

    private static void bar(Drawing drawing, Projection projection, String kilometre) {
        for (int kilometres : BAR_KILOMETRES) {
            double length = projection.length(kilometres * 1000.0);
            if (length > WIDTH / 3) continue;
            drawing.line("axis", 10, HEIGHT - 10, 10 + length, HEIGHT - 10)
                    .text("t-soft", 10, HEIGHT - 14, Anchor.START, kilometre.replace("#", String.valueOf(kilometres)));
            return;
        }
    }

    private static String legend(List<Route> routes) {
        var list = new StringBuilder("<ul class=\"legend\">");
        for (Route route : routes)
            list.append("<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"key way-")
                    .append(route.colour() % COLOURS)
                    .append("\" width=\"10\" height=\"10\" rx=\"2\"/></svg><bdi>")
                    .append(Drawing.escape(route.name()))
                    .append("</bdi></li>");
        return list.append("</ul>").toString();
    }
}
