package org.farmgate.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.stock.LotId;
import org.junit.jupiter.api.Test;

class GrowerSharesTests {
    @Test
    void noFenIsLostOrMadeHoweverAnInvoiceIsDivided() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            var amount = new Money(random.nextLong(Money.GREATEST_FEN));
            List<SentLot> lots = IntStream.rangeClosed(0, random.nextInt(12))
                    .mapToObj(_ -> new SentLot(LotId.next(), new Mass(1 + random.nextLong(Mass.GREATEST_GRAMS))))
                    .toList();
            List<Money> parts = GrowerShares.divide(amount, lots);
            assertThat(parts.stream().mapToLong(Money::fen).sum()).isEqualTo(amount.fen());
            assertThat(parts).noneMatch(Money::isNegative);
        }
    }

    @Test
    void whatIsLeftOverGoesToTheLargestRemainder() {
        List<SentLot> lots = List.of(
                new SentLot(LotId.next(), Mass.kilograms(1)),
                new SentLot(LotId.next(), Mass.kilograms(1)),
                new SentLot(LotId.next(), Mass.kilograms(1)));
        assertThat(GrowerShares.divide(new Money(100), lots))
                .containsExactly(new Money(34), new Money(33), new Money(33));
    }
}
