package org.farmgate.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.farmgate.measure.MeasureBroken.Reason;

/// A surface in whole square metres, never negative.
public record Area(long squareMetres) implements Comparable<Area> {
    public static final Area ZERO = new Area(0);
    /// A million hectares.
    public static final long GREATEST_SQUARE_METRES = 10_000_000_000L;

    public Area {
        if (squareMetres < 0) throw new MeasureBroken(Reason.NEGATIVE, squareMetres);
        if (squareMetres > GREATEST_SQUARE_METRES) throw new MeasureBroken(Reason.TOO_LARGE, squareMetres);
    }

    /// The units land is counted in. Fifteen mu are one hectare.
    public enum Unit {
        MU("mu", new BigDecimal(10_000), 15),
        HECTARE("ha", new BigDecimal(10_000), 1),
        SQUARE_METRE("m2", BigDecimal.ONE, 1);

        private final String symbol;
        private final BigDecimal numerator;
        private final long denominator;

        Unit(String symbol, BigDecimal numerator, long denominator) {
            this.symbol = symbol;
            this.numerator = numerator;
            this.denominator = denominator;
        }

        public String symbol() {
            return symbol;
        }

        /// By symbol, Chinese name or English name. Refuses by UNKNOWN_UNIT.
        public static Unit of(String text) {
            return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
                case "mu", "亩", "مو" -> MU;
                case "ha", "公顷", "hectare", "گېكتار" -> HECTARE;
                case "m2", "m²", "平方米", "كۋادرات مېتىر" -> SQUARE_METRE;
                default -> throw new MeasureBroken(Reason.UNKNOWN_UNIT, text.strip());
            };
        }
    }

    /// What a person wrote, rounded half up to the square metre: a mu is 666⅔ m². Refuses as [Mass#parse] does.
    public static Area parse(String text, Unit unit) {
        BigDecimal number = Decimals.parse(text);
        if (number.signum() < 0) throw new MeasureBroken(Reason.NEGATIVE, text.strip());
        BigDecimal squareMetres =
                number.multiply(unit.numerator).divide(BigDecimal.valueOf(unit.denominator), 0, RoundingMode.HALF_UP);
        return new Area(Decimals.exact(squareMetres, text, GREATEST_SQUARE_METRES));
    }

    public Area plus(Area other) {
        return new Area(Math.addExact(squareMetres, other.squareMetres));
    }

    /// With two decimals.
    public BigDecimal in(Unit unit) {
        return BigDecimal.valueOf(squareMetres)
                .multiply(BigDecimal.valueOf(unit.denominator))
                .divide(unit.numerator, 2, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Area other) {
        return Long.compare(squareMetres, other.squareMetres);
    }

    @Override
    public String toString() {
        return squareMetres + " m2";
    }
}
