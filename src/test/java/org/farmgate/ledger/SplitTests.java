package org.farmgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.farmgate.ledger.Split.Part;
import org.farmgate.ledger.Split.Portion;
import org.farmgate.ledger.Split.Share;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTests {
    private static final PartyId SOMEBODY = PartyId.next();

    @Test
    void theLeftOverFenGoToTheLargestRemainders() {
        // 101 fen: 70.7, 20.2, 10.1, so the one fen left over goes to the first.
        assertThat(fen(split(7_000, 2_000, 1_000).of(new Money(101)))).containsExactly(71L, 20L, 10L);
    }

    @Test
    void ofEqualRemaindersTheEarlierPartWins() {
        assertThat(fen(split(2_500, 2_500, 2_500, 2_500).of(new Money(2)))).containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void aSplitThatIsNotWholeIsRefused() {
        assertThatThrownBy(() -> split(5_000, 4_999))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(LedgerRule.SPLIT_NOT_WHOLE));
        assertThatThrownBy(() -> split(11_000, -1_000)).isInstanceOf(RuleBroken.class);
    }

    /// Of any amount and any parts: nothing is lost, nobody is a whole fen off, and turning the sign turns all.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noFenIsEverLost(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            Split split = anySplit(random);
            Money amount =
                    new Money(random.nextInt(4) == 0 ? random.nextLong(0, 20) : random.nextLong(0, Money.GREATEST_FEN));
            List<Portion> portions = split.of(amount);
            String where = "seed " + seed + " round " + round + " " + split + " of " + amount;
            assertThat(portions.stream().mapToLong(p -> p.amount().fen()).sum())
                    .as(where)
                    .isEqualTo(amount.fen());
            for (int i = 0; i < portions.size(); i++) {
                BigInteger exact = BigInteger.valueOf(amount.fen())
                        .multiply(BigInteger.valueOf(split.parts().get(i).basisPoints()));
                BigInteger given = BigInteger.valueOf(portions.get(i).amount().fen())
                        .multiply(BigInteger.valueOf(Split.WHOLE_BASIS_POINTS));
                assertThat(given.subtract(exact).abs())
                        .as(where)
                        .isLessThan(BigInteger.valueOf(Split.WHOLE_BASIS_POINTS));
            }
            assertThat(fen(split.of(amount.negated())))
                    .as(where)
                    .isEqualTo(fen(portions).stream().map(fen -> -fen).toList());
        }
    }

    private static Split anySplit(Random random) {
        List<Integer> cuts = new ArrayList<>(List.of(0, Split.WHOLE_BASIS_POINTS));
        int parts = random.nextInt(1, 7);
        for (int i = 1; i < parts; i++) cuts.add(random.nextInt(Split.WHOLE_BASIS_POINTS + 1));
        cuts.sort(null);
        int[] points = new int[parts];
        for (int i = 0; i < parts; i++) points[i] = cuts.get(i + 1) - cuts.get(i);
        return split(points);
    }

    private static Split split(int... points) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < points.length; i++) parts.add(new Part(Share.values()[i], SOMEBODY, points[i]));
        return new Split("test", parts);
    }

    private static List<Long> fen(List<Portion> portions) {
        return portions.stream().map(portion -> portion.amount().fen()).toList();
    }
}
