package org.farmgate.platform.web.charts;

import java.util.List;

/// From degrees to places in a drawing. Albers' equal-area conic with the parallels usual for China (25° and 47°
/// north, around 105° east), so that areas compare; then scaled so that all given points fit with room at the
/// edges.
final class Projection {
    private static final double FIRST = Math.toRadians(25);
    private static final double SECOND = Math.toRadians(47);
    private static final double CENTRE = 105;
    private static final double CONE = (Math.sin(FIRST) + Math.sin(SECOND)) / 2;
    private static final double C = Math.cos(FIRST) * Math.cos(FIRST) + 2 * CONE * Math.sin(FIRST);
    /// Never closer than about 1,200 km across: nearer, a coast drawn for the whole country looks wrong.
    private static final double LEAST_SPAN = 0.19;

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private final double scale;
    private final double shiftX;
    private final double shiftY;

    /// Points as longitude and latitude; at least one.
    Projection(List<double[]> points, double width, double height, double edgeX, double edgeY) {
        this(points, width, height, edgeX, edgeY, LEAST_SPAN);
    }

    /// @param leastSpan how much of the earth is shown at least, in radians
    Projection(List<double[]> points, double width, double height, double edgeX, double edgeY, double leastSpan) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double[] point : points) {
            double[] flat = flat(point[0], point[1]);
            left = Math.min(left, flat[0]);
            right = Math.max(right, flat[0]);
            top = Math.min(top, flat[1]);
            bottom = Math.max(bottom, flat[1]);
        }
        scale = Math.min(
                (width - 2 * edgeX) / Math.max(leastSpan, right - left),
                (height - 2 * edgeY) / Math.max(leastSpan, bottom - top));
        shiftX = width / 2 - scale * (left + right) / 2;
        shiftY = height / 2 - scale * (top + bottom) / 2;
    }

    double[] place(double longitude, double latitude) {
        double[] flat = flat(longitude, latitude);
        return new double[] {shiftX + scale * flat[0], shiftY + scale * flat[1]};
    }

    /// How long that many metres are in the drawing.
    double length(double metres) {
        return scale * metres / EARTH_RADIUS_METRES;
    }

    private static double[] flat(double longitude, double latitude) {
        double radius = Math.sqrt(Math.max(0, C - 2 * CONE * Math.sin(Math.toRadians(latitude)))) / CONE;
        double angle = CONE * Math.toRadians(longitude - CENTRE);
        return new double[] {radius * Math.sin(angle), radius * Math.cos(angle)};
    }
}
