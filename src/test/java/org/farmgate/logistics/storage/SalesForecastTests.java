package org.farmgate.logistics.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.junit.jupiter.api.Test;

class SalesForecastTests {
    private static final LocalDate TODAY = LocalDate.of(2027, 7, 21);

    private static SalesForecast of(int days, ToLongFunction<LocalDate> kilograms) {
        var sold = new TreeMap<LocalDate, Mass>();
        for (int i = 1; i <= days; i++) {
            LocalDate day = TODAY.minusDays(i);
            sold.put(day, Mass.kilograms(kilograms.applyAsLong(day)));
        }
        return SalesForecast.of(sold, TODAY);
    }

    @Test
    void whatIsSoldEvenlyIsForecastEvenlyWithoutError() {
        SalesForecast forecast = of(40, _ -> 12);
        assertThat(forecast.on(TODAY)).isEqualTo(Mass.kilograms(12));
        assertThat(forecast.over(TODAY, TODAY.plusDays(6))).isEqualTo(Mass.kilograms(84));
        assertThat(forecast.errorBasisPoints()).hasValue(0);
        assertThat(forecast.over(TODAY, TODAY.minusDays(1))).isEqualTo(Mass.ZERO);
    }

    @Test
    void weekdaysAreToldApartWhereThatForecastsBetter() {
        ToLongFunction<LocalDate> weekend =
                day -> day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue() ? 30 : 10;
        SalesForecast forecast = of(56, weekend);
        assertThat(forecast.tellsWeekdaysApart()).isTrue();
        LocalDate saturday = LocalDate.of(2027, 7, 24);
        assertThat(forecast.on(saturday).grams()).isBetween(26_000L, 31_000L);
        assertThat(forecast.on(saturday.minusDays(1)).grams()).isBetween(9_000L, 12_500L);
        assertThat(forecast.errorBasisPoints().orElseThrow()).isLessThan(1_500);
        Random dice = new Random(7);
        assertThat(of(56, _ -> 8 + dice.nextInt(5)).errorBasisPoints().orElseThrow())
                .isLessThan(2_000);
    }

    @Test
    void daysThatNobodyReportedAreMissingAndNotZero() {
        var sold = new TreeMap<LocalDate, Mass>();
        for (int i = 1; i <= 20; i += 2) sold.put(TODAY.minusDays(i), Mass.kilograms(10));
        SalesForecast forecast = SalesForecast.of(sold, TODAY);
        assertThat(forecast.daysKnown()).isEqualTo(10);
        assertThat(forecast.usual()).isEqualTo(Mass.kilograms(10));
        assertThat(forecast.errorBasisPoints()).isEmpty();
        assertThat(SalesForecast.of(new TreeMap<>(), TODAY).usual()).isEqualTo(Mass.ZERO);
    }

    @Test
    void theNeedCountsWhatIsThereWhatComesAndWhatIsSoldUntilThen() {
        StoreLine line = new StoreLine(
                StoreLineId.next(),
                SiteId.next(),
                ProductId.next(),
                PartyId.next(),
                SiteId.next(),
                Mass.kilograms(5),
                2,
                3,
                2,
                4,
                false);
        StoreNeed need = StoreNeed.of(line, of(40, _ -> 12), Mass.kilograms(30), Mass.kilograms(10), TODAY);
        assertThat(need.arrivesOn()).isEqualTo(TODAY.plusDays(2));
        assertThat(need.freshUntil()).isEqualTo(TODAY.plusDays(6));
        assertThat(need.target()).isEqualTo(Mass.kilograms(36));
        assertThat(need.then()).isEqualTo(Mass.kilograms(16));
        assertThat(need.packs()).isEqualTo(4);
        assertThat(need.sellableBy(need.arrivesOn().plusDays(1), of(40, _ -> 12), line.pack()))
                .isEqualTo(1);
        StoreNeed unknown = StoreNeed.of(line, of(0, _ -> 0), Mass.ZERO, Mass.ZERO, TODAY);
        assertThat(unknown.packs()).isEqualTo(2);
        assertThat(unknown.least()).isTrue();
    }

    @Test
    void whatIsScarceIsSharedInTheSameShareToTheLastPack() {
        assertThat(Sharing.of(List.of(3, 4), 10)).containsExactly(3, 4);
        assertThat(Sharing.of(List.of(10, 10, 10), 10)).containsExactly(4, 3, 3);
        Random dice = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<Integer> wanted =
                    dice.ints(1 + dice.nextInt(20), 0, 50).boxed().toList();
            long sum = wanted.stream().mapToLong(Integer::longValue).sum();
            long available = dice.nextInt(400);
            List<Integer> shares = Sharing.of(wanted, available);
            assertThat(shares.stream().mapToLong(Integer::longValue).sum()).isEqualTo(Math.min(sum, available));
            for (int i = 0; i < wanted.size(); i++) assertThat(shares.get(i)).isBetween(0, wanted.get(i));
        }
    }
}
