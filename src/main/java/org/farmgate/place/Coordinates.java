package org.farmgate.place;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.farmgate.platform.InputBroken;

/// A point on the earth in degrees, WGS 84. North and east are positive.
public record Coordinates(double latitude, double longitude) {
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,12})?");
    /// Mean radius of the earth (IUGG), in metres.
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /// Refuses by the input errors of the fields `latitude` and `longitude`.
    public Coordinates {
        if (!(Math.abs(latitude) <= 90)) throw new InputBroken("latitude", "out-of-range", -90, 90);
        if (!(Math.abs(longitude) <= 180)) throw new InputBroken("longitude", "out-of-range", -180, 180);
        // Minus zero would be another record than zero, though the same place.
        latitude += 0.0;
        longitude += 0.0;
    }

    public static double parseLatitude(String text) {
        return parse("latitude", text, 90);
    }

    public static double parseLongitude(String text) {
        return parse("longitude", text, 180);
    }

    private static double parse(String field, String text, int greatest) {
        String plain = Gs1.foldDigits(Normalizer.normalize(text.strip(), Normalizer.Form.NFKC))
                .replace('−', '-');
        if (!DEGREES.matcher(plain).matches()) throw new InputBroken(field, "not-degrees");
        double degrees = Double.parseDouble(plain);
        if (Math.abs(degrees) > greatest) throw new InputBroken(field, "out-of-range", -greatest, greatest);
        return degrees + 0.0;
    }

    /// Metres along the great circle, by the haversine formula. The earth being no perfect ball, this is off by at
    /// most half a percent, far less than any road differs from it.
    public double greatCircleMetres(Coordinates other) {
        double phi1 = Math.toRadians(latitude);
        double phi2 = Math.toRadians(other.latitude);
        double halfLatitude = Math.sin((phi2 - phi1) / 2);
        double halfLongitude = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double a = halfLatitude * halfLatitude + Math.cos(phi1) * Math.cos(phi2) * halfLongitude * halfLongitude;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    @Override
    public String toString() {
        return latitude + ", " + longitude;
    }
}
