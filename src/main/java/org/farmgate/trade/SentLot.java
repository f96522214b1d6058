package org.farmgate.trade;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.LotId;

/// Part of a lot that goes with a consignment under a contract.
public record SentLot(LotId lot, Mass mass) {
    /// Refuses by DELIVERY_LOTS_DIFFER.
    public SentLot {
        if (mass.isZero()) throw new RuleBroken(TradeRule.DELIVERY_LOTS_DIFFER, mass, mass);
    }

    /// Divides an amount, of fen or grams, by mass: what is left over goes one by one to the largest remainders,
    /// the earlier lot first among equals.
    static List<Long> divide(long amount, List<SentLot> lots) {
        BigInteger whole = BigInteger.valueOf(
                lots.stream().mapToLong(lot -> lot.mass().grams()).sum());
        long[] parts = new long[lots.size()];
        BigInteger[] remainder = new BigInteger[lots.size()];
        long left = amount;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] exact = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(lots.get(i).mass().grams()))
                    .divideAndRemainder(whole);
            parts[i] = exact[0].longValueExact();
            remainder[i] = exact[1];
            left -= parts[i];
        }
        List<Integer> byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainder[i]).reversed())
                .toList();
        for (int i = 0; i < left; i++) parts[byRemainder.get(i)]++;
        return Arrays.stream(parts).boxed().toList();
    }
}
