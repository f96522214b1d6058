package org.farmgate.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.Distance;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruckKindTests {
    static final Multilingual NAME = new Multilingual("Cold articulated", "冷藏半挂", "سوغۇق پىرىسېپ");
    private static final TruckKind TRUCK =
            new TruckKind(TruckKindId.next(), NAME, Mass.tonnes(30), Money.yuan(800), new Money(650), true, 700, false);

    @Test
    void aTripCostsItsFixedPartAndEachKilometreBegun() {
        assertThat(TRUCK.cost(new Distance(2_387_001, false))).isEqualTo(new Money(80_000 + 650 * 2_388));
        assertThat(TRUCK.cost(new Distance(0, true))).isEqualTo(Money.yuan(800));
    }

    /// 800 + 6.50 × 1,000 = 7,300 yuan over 30 t, 24 t and 15 t.
    @ParameterizedTest
    @CsvSource({"100,24333", "80,30417", "50,48667"})
    void aTonneCostsMoreTheEmptierTheTruck(int filling, long fenPerTonne) {
        assertThat(TRUCK.costPerTonne(new Distance(1_000_000, true), filling)).isEqualTo(new Price(fenPerTonne));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "700000,1", "700001,2", "2387000,4"})
    void daysAreCountedWhole(long metres, int days) {
        assertThat(TRUCK.transitDays(new Distance(metres, false))).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,1,700",
        "100000001,1,1,700",
        "1000,-1,1,700",
        "1000,1,-1,700",
        "1000,100000001,1,700",
        "1000,1,100001,700",
        "1000,1,1,0",
        "1000,1,1,2001"
    })
    void refusesWhatNoTruckIs(long grams, long trip, long kilometre, int speed) {
        assertThatThrownBy(() -> new TruckKind(
                        TruckKindId.next(),
                        NAME,
                        new Mass(grams),
                        new Money(trip),
                        new Money(kilometre),
                        false,
                        speed,
                        false))
                .isInstanceOf(InputBroken.class);
    }

    @Test
    void theWayOnCostsEachKilometreBegun() {
        var rates = new LegRates(new Price(6_000), new Price(45));
        assertThat(rates.onwardPerTonne(new Distance(120_500, true))).isEqualTo(new Price(45 * 121));
        assertThatThrownBy(() -> new LegRates(new Price(10_000_001), new Price(1)))
                .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> new LegRates(new Price(1), new Price(100_001))).isInstanceOf(InputBroken.class);
    }
}
