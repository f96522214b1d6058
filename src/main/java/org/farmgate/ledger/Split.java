package org.farmgate.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// Who gets how much of an amount, by a named rule. The whole is divided to the fen: each gets the whole fen
/// of their part, and the fen left over go one by one to the largest remainders (Hamilton's method), to the
/// earlier part where two are equal.
///
/// @param rule the word of the message `ledger.rule.<word>`
public record Split(String rule, List<Part> parts) {
    public static final int WHOLE_BASIS_POINTS = 10_000;

    /// For what somebody gets a part.
    public enum Share {
        GROWER,
        COOPERATIVE,
        FREIGHT,
        STATION,
        HOST,
        PLATFORM
    }

    public record Part(Share share, PartyId party, int basisPoints) {}

    public record Portion(Share share, PartyId party, Money amount) {}

    /// Refuses by SPLIT_NOT_WHOLE.
    public Split {
        parts = List.copyOf(parts);
        long sum = parts.stream().mapToLong(Part::basisPoints).sum();
        if (sum != WHOLE_BASIS_POINTS || parts.stream().anyMatch(part -> part.basisPoints() < 0))
            throw new RuleBroken(LedgerRule.SPLIT_NOT_WHOLE, sum);
    }

    /// One portion for each part, in their order; some may be zero. They add up to the amount exactly, and
    /// none is a whole fen away from its exact part. Of a negative amount each gets the same with the sign
    /// turned.
    public List<Portion> of(Money amount) {
        long whole = Math.absExact(amount.fen());
        long[] fen = new long[parts.size()];
        long[] remainder = new long[parts.size()];
        long left = whole;
        for (int i = 0; i < fen.length; i++) {
            long exact = Math.multiplyExact(whole, parts.get(i).basisPoints());
            fen[i] = exact / WHOLE_BASIS_POINTS;
            remainder[i] = exact % WHOLE_BASIS_POINTS;
            left -= fen[i];
        }
        // The sort is stable, so the earlier part wins where remainders are equal.
        List<Integer> byRemainder = IntStream.range(0, fen.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> remainder[i]).reversed())
                .toList();
        for (int i = 0; i < left; i++) fen[byRemainder.get(i)]++;
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < fen.length; i++)
            portions.add(new Portion(
                    parts.get(i).share(), parts.get(i).party(), new Money(amount.isNegative() ? -fen[i] : fen[i])));
        return List.copyOf(portions);
    }
}
