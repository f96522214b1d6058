package org.farmgate.shop;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.farmgate.measure.Money;

/// Money divided in proportion to whole numbers, to the fen: each gets the whole fen of their part, and
/// what is left over goes one by one to the largest remainders, to the earlier one where two are equal.
final class Apportioned {
    private Apportioned() {}

    /// One amount for each weight, in their order; they add up to the whole. At least one weight is
    /// above zero.
    static List<Money> by(Money whole, List<Long> weights) {
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) sum = sum.add(BigInteger.valueOf(weight));
        long[] fen = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[fen.length];
        long left = whole.fen();
        for (int i = 0; i < fen.length; i++) {
            BigInteger[] parts = BigInteger.valueOf(whole.fen())
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(sum);
            fen[i] = parts[0].longValueExact();
            remainders[i] = parts[1];
            left -= fen[i];
        }
        List<Integer> order = IntStream.range(0, fen.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .toList();
        for (int i = 0; i < left; i++) fen[order.get(i)]++;
        List<Money> amounts = new ArrayList<>();
        for (long one : fen) amounts.add(new Money(one));
        return amounts;
    }
}
