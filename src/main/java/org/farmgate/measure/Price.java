package org.farmgate.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.farmgate.measure.MeasureBroken.Reason;

/// Money per mass, in fen per tonne: a thousandth of a fen per kilogram, fine enough for freight. Never negative.
public record Price(long fenPerTonne) implements Comparable<Price> {
    public static final Price ZERO = new Price(0);
    /// A hundred thousand yuan per kilogram. With [Mass#GREATEST_GRAMS] the product still is computed exactly.
    public static final long GREATEST_FEN_PER_TONNE = 10_000_000_000L;

    private static final BigInteger GRAMS_PER_TONNE = BigInteger.valueOf(1_000_000);
    private static final BigInteger HALF_TONNE = BigInteger.valueOf(500_000);

    public Price {
        if (fenPerTonne < 0) throw new MeasureBroken(Reason.NEGATIVE, fenPerTonne);
        if (fenPerTonne > GREATEST_FEN_PER_TONNE) throw new MeasureBroken(Reason.TOO_LARGE, fenPerTonne);
    }

    public static Price perKilogram(Money money) {
        return new Price(Math.multiplyExact(money.fen(), 1_000));
    }

    public static Price perTonne(Money money) {
        return new Price(money.fen());
    }

    /// What a person wrote, in yuan per kilogram with at most three decimals: `2.35`. Refuses as [Mass#parse] does.
    public static Price parseYuanPerKilogram(String text) {
        return new Price(Decimals.unsigned(text, 5, GREATEST_FEN_PER_TONNE));
    }

    /// What that mass costs, rounded half up to the fen. Refuses by TOO_LARGE.
    public Money of(Mass mass) {
        BigInteger fen = BigInteger.valueOf(fenPerTonne)
                .multiply(BigInteger.valueOf(mass.grams()))
                .add(HALF_TONNE)
                .divide(GRAMS_PER_TONNE);
        if (fen.bitLength() > 62) throw new MeasureBroken(Reason.TOO_LARGE, this, mass);
        return new Money(fen.longValueExact());
    }

    public Price plus(Price other) {
        return new Price(Math.addExact(fenPerTonne, other.fenPerTonne));
    }

    /// Refuses by NEGATIVE when `other` is the greater.
    public Price minus(Price other) {
        return new Price(fenPerTonne - other.fenPerTonne);
    }

    public BigDecimal inYuanPerKilogram() {
        return BigDecimal.valueOf(fenPerTonne, 5);
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(fenPerTonne, other.fenPerTonne);
    }

    @Override
    public String toString() {
        return inYuanPerKilogram().stripTrailingZeros().toPlainString() + " CNY/kg";
    }
}
