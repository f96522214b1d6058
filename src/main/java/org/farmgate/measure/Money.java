package org.farmgate.measure;

import java.math.BigDecimal;

/// An amount in fen, a hundredth of a yuan. It may be negative: a difference, a claw-back.
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    /// Ten billion yuan. More than any sum here, and far enough from overflow that sums of a million of them
    /// still fit.
    public static final long GREATEST_FEN = 1_000_000_000_000L;

    public static Money yuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100));
    }

    /// What a person wrote, in yuan with at most two decimals: `1,250.50`. Refuses by NOT_A_NUMBER, TOO_FINE,
    /// TOO_LARGE.
    public static Money parseYuan(String text) {
        return new Money(Decimals.scaled(text, 2, GREATEST_FEN));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /// In yuan, for showing and for files.
    public BigDecimal inYuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return inYuan() + " CNY";
    }
}
