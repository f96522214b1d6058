package org.farmgate.measure;

import java.math.BigDecimal;
import org.farmgate.measure.MeasureBroken.Reason;

/// A mass in grams, never negative.
public record Mass(long grams) implements Comparable<Mass> {
    public static final Mass ZERO = new Mass(0);
    /// Ten million tonnes: more than any county harvests, and a thousand such masses still fit a `long` priced per
    /// tonne.
    public static final long GREATEST_GRAMS = 10_000_000_000_000L;

    public Mass {
        if (grams < 0) throw new MeasureBroken(Reason.NEGATIVE, grams);
        if (grams > GREATEST_GRAMS) throw new MeasureBroken(Reason.TOO_LARGE, grams);
    }

    /// The units people weigh in. A jin is 500 g.
    public enum Unit {
        KILOGRAM("kg", 1_000),
        TONNE("t", 1_000_000),
        JIN("jin", 500),
        GRAM("g", 1);

        private final String symbol;
        private final long grams;

        Unit(String symbol, long grams) {
            this.symbol = symbol;
            this.grams = grams;
        }

        public String symbol() {
            return symbol;
        }

        public long grams() {
            return grams;
        }

        /// By symbol, Chinese name or English name. Refuses by UNKNOWN_UNIT.
        public static Unit of(String text) {
            return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
                case "kg", "公斤", "千克", "كىلوگرام" -> KILOGRAM;
                case "t", "吨", "tonne", "توننا" -> TONNE;
                case "jin", "斤", "市斤", "جىڭ" -> JIN;
                case "g", "克", "گرام" -> GRAM;
                default -> throw new MeasureBroken(Reason.UNKNOWN_UNIT, text.strip());
            };
        }
    }

    public static Mass kilograms(long kilograms) {
        return new Mass(Math.multiplyExact(kilograms, 1_000));
    }

    public static Mass tonnes(long tonnes) {
        return new Mass(Math.multiplyExact(tonnes, 1_000_000));
    }

    /// What a person wrote, in that unit: `12.5`. Refuses by NOT_A_NUMBER, NEGATIVE, TOO_FINE, TOO_LARGE.
    public static Mass parse(String text, Unit unit) {
        BigDecimal grams = Decimals.parse(text).multiply(BigDecimal.valueOf(unit.grams()));
        if (grams.signum() < 0) throw new MeasureBroken(Reason.NEGATIVE, text.strip());
        return new Mass(Decimals.exact(grams, text, GREATEST_GRAMS));
    }

    public Mass plus(Mass other) {
        return new Mass(Math.addExact(grams, other.grams));
    }

    /// Refuses by NEGATIVE when `other` is the greater.
    public Mass minus(Mass other) {
        return new Mass(grams - other.grams);
    }

    public boolean isZero() {
        return grams == 0;
    }

    public BigDecimal in(Unit unit) {
        return BigDecimal.valueOf(grams).divide(BigDecimal.valueOf(unit.grams()));
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(grams, other.grams);
    }

    @Override
    public String toString() {
        return in(Unit.KILOGRAM).toPlainString() + " kg";
    }
}
