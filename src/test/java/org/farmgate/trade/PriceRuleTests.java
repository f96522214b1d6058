package org.farmgate.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Price;
import org.farmgate.platform.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceRuleTests {
    private static final PriceIndex INDEX = new PriceIndex("Hami melon, grade 1", "Xinfadi market");
    private static final IsoWeek WEEK = IsoWeek.parse("2027-W29");

    private static Optional<IndexQuote> quote(String yuan) {
        return Optional.of(new IndexQuote(
                INDEX, Price.parseYuanPerKilogram(yuan), WEEK.monday().minusDays(1)));
    }

    private static Price yuan(String text) {
        return Price.parseYuanPerKilogram(text);
    }

    @Test
    void aFixedPriceListensToNobody() {
        var rule = new PriceRule.Fixed(yuan("2.35"));
        assertThat(rule.priceIn(WEEK, Optional.empty())).isEqualTo(yuan("2.35"));
        assertThat(rule.priceIn(WEEK, quote("9.99"))).isEqualTo(yuan("2.35"));
    }

    /// floor, reference, share in basis points, index → price
    @ParameterizedTest
    @CsvSource({
        "2.00, 2.50, 5000, 3.50, 2.50",
        "2.00, 2.50, 5000, 2.50, 2.00",
        "2.00, 2.50, 5000, 1.00, 2.00",
        "2.00, 2.50, 10000, 3.00, 2.50",
        "2.00, 2.50, 3333, 2.51, 2.00333",
        // half of a fen per tonne is rounded up
        "2.00, 2.00, 5000, 2.00001, 2.00001",
        "2.00, 2.00, 4999, 2.00001, 2.00",
        "2.00, 2.50, 1, 2.60, 2.00001"
    })
    void aFloorWithUpsideSharesOnlyWhatLiesAboveTheReference(
            String floor, String reference, int share, String index, String price) {
        var rule = new PriceRule.FloorPlusUpside(yuan(floor), yuan(reference), share, INDEX);
        assertThat(rule.priceIn(WEEK, quote(index))).isEqualTo(yuan(price));
    }

    /// basis points, floor, ceiling, index → price
    @ParameterizedTest
    @CsvSource({
        "10000, 1.00, 5.00, 2.345, 2.345",
        "9500, 1.00, 5.00, 2.00, 1.90",
        "9500, 1.00, 5.00, 0.50, 1.00",
        "9500, 1.00, 5.00, 9.00, 5.00",
        "12000, 1.00, 5.00, 2.00, 2.40",
        "5000, 1.00, 5.00, 2.00001, 1.00001",
        "9999, 3.00, 3.00, 2.00, 3.00"
    })
    void aLinkedPriceStaysBetweenFloorAndCeiling(int points, String floor, String ceiling, String index, String price) {
        var rule = new PriceRule.MarketLinked(INDEX, points, yuan(floor), yuan(ceiling));
        assertThat(rule.priceIn(WEEK, quote(index))).isEqualTo(yuan(price));
    }

    /// days before the Monday of delivery
    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "28, true", "29, false", "-3, false"})
    void onlyAQuoteOfTheLastFourWeeksBeforeTheDeliveryCounts(int daysBefore, boolean counts) {
        var rule = new PriceRule.MarketLinked(INDEX, 10_000, yuan("1"), yuan("9"));
        LocalDate day = WEEK.monday().minusDays(daysBefore);
        assertThat(rule.priceIn(WEEK, Optional.of(new IndexQuote(INDEX, yuan("4"), day))))
                .isEqualTo(counts ? yuan("4") : yuan("1"));
    }

    @Test
    void withoutAQuoteTheFloorHolds() {
        assertThat(new PriceRule.FloorPlusUpside(yuan("2"), yuan("3"), 5000, INDEX).priceIn(WEEK, Optional.empty()))
                .isEqualTo(yuan("2"));
    }

    @Test
    void aQuoteOfAnotherIndexIsRefused() {
        var rule = new PriceRule.MarketLinked(new PriceIndex("Grapes", "Xinfadi market"), 10_000, yuan("1"), yuan("9"));
        assertThatThrownBy(() -> rule.priceIn(WEEK, quote("4")))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(TradeRule.CONTRACT_QUOTE_OF_ANOTHER_INDEX));
    }

    @Test
    void impossibleRulesAreRefused() {
        assertRefused(TradeRule.CONTRACT_PRICE_ZERO, () -> new PriceRule.Fixed(Price.ZERO));
        assertRefused(
                TradeRule.CONTRACT_PRICE_ZERO, () -> new PriceRule.FloorPlusUpside(yuan("1"), Price.ZERO, 5000, INDEX));
        assertRefused(
                TradeRule.CONTRACT_SHARE_OUT_OF_RANGE,
                () -> new PriceRule.FloorPlusUpside(yuan("1"), yuan("1"), 10_001, INDEX));
        assertRefused(
                TradeRule.CONTRACT_SHARE_OUT_OF_RANGE,
                () -> new PriceRule.MarketLinked(INDEX, 0, yuan("1"), yuan("2")));
        assertRefused(
                TradeRule.CONTRACT_PRICE_LIMITS_CROSSED,
                () -> new PriceRule.MarketLinked(INDEX, 1, yuan("2"), yuan("1")));
        assertRefused(TradeRule.CONTRACT_INDEX_UNNAMED, () -> new PriceIndex(" ", "x"));
    }

    private static void assertRefused(TradeRule rule, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    /// Against exact arithmetic with BigDecimal, over random rules and quotes; and never below the guaranteed
    /// price.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_271_122})
    void everyPriceIsTheExactOneRoundedHalfUp(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var floor = new Price(random.nextLong(1, 5_000_000_000L));
            var second = new Price(random.nextLong(1, 5_000_000_000L));
            var quoted = new Price(random.nextLong(0, 5_000_000_000L));
            int points = random.nextInt(1, 10_001);
            var quote = Optional.of(new IndexQuote(INDEX, quoted, WEEK.monday().minusDays(1)));
            var upside = new PriceRule.FloorPlusUpside(floor, second, points, INDEX);
            long excess = Math.max(0, quoted.fenPerTonne() - second.fenPerTonne());
            assertThat(upside.priceIn(WEEK, quote).fenPerTonne())
                    .as("seed %d round %d", seed, i)
                    .isEqualTo(floor.fenPerTonne() + part(excess, points))
                    .isGreaterThanOrEqualTo(upside.guaranteed().fenPerTonne());
            var low = floor.compareTo(second) < 0 ? floor : second;
            var high = floor.compareTo(second) < 0 ? second : floor;
            assertThat(new PriceRule.MarketLinked(INDEX, points, low, high)
                            .priceIn(WEEK, quote)
                            .fenPerTonne())
                    .as("seed %d round %d", seed, i)
                    .isEqualTo(Math.clamp(part(quoted.fenPerTonne(), points), low.fenPerTonne(), high.fenPerTonne()));
        }
    }

    private static long part(long fen, int points) {
        return BigDecimal.valueOf(fen)
                .multiply(BigDecimal.valueOf(points))
                .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
