package org.farmgate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.random.RandomGeneratorFactory;
import org.farmgate.measure.MeasureBroken.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.5|KILOGRAM|12500",
                "1,250|KILOGRAM|1250000",
                "3|JIN|1500",
                "0.000001|TONNE|1",
                "１２|KILOGRAM|12000",
                "٢٥|KILOGRAM|25000"
            })
    void readsMassAsPeopleWriteIt(String text, Mass.Unit unit, long grams) {
        assertThat(Mass.parse(text, unit).grams()).isEqualTo(grams);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|NEGATIVE",
                "abc|NOT_A_NUMBER",
                "''|NOT_A_NUMBER",
                "1e3|NOT_A_NUMBER",
                "NaN|NOT_A_NUMBER",
                "1,25|NOT_A_NUMBER",
                "0.0001|TOO_FINE",
                "99999999999999999999|TOO_LARGE",
                "<b>1</b>|NOT_A_NUMBER"
            })
    void refusesAMassThatCannotBe(String text, Reason reason) {
        assertThatThrownBy(() -> Mass.parse(text, Mass.Unit.KILOGRAM))
                .isInstanceOfSatisfying(
                        MeasureBroken.class,
                        broken -> assertThat(broken.reason()).isEqualTo(reason));
    }

    @Test
    void fifteenMuAreOneHectare() {
        assertThat(Area.parse("15", Area.Unit.MU)).isEqualTo(Area.parse("1", Area.Unit.HECTARE));
        assertThat(Area.parse("14500", Area.Unit.MU).in(Area.Unit.HECTARE)).isEqualByComparingTo("966.67");
    }

    @Test
    void aPriceTimesAMassIsExactToTheFen() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        for (int i = 0; i < 10_000; i++) {
            var price = new Price(random.nextLong(100_000_000));
            var mass = new Mass(random.nextLong(1_000_000_000_000L));
            BigInteger twice = BigInteger.valueOf(price.fenPerTonne())
                    .multiply(BigInteger.valueOf(mass.grams()))
                    .multiply(BigInteger.TWO);
            BigInteger error = BigInteger.valueOf(price.of(mass).fen())
                    .multiply(BigInteger.valueOf(2_000_000))
                    .subtract(twice)
                    .abs();
            assertThat(error).as("price %s mass %s", price, mass).isLessThanOrEqualTo(BigInteger.valueOf(1_000_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-W00", "2027-W53", "2027-29", "1999-W01", "W29", ""})
    void refusesAWeekThatDoesNotExist(String text) {
        assertThatThrownBy(() -> IsoWeek.parse(text)).isInstanceOf(MeasureBroken.class);
    }

    @Test
    void weeksFollowIso8601AcrossTheYear() {
        assertThat(IsoWeek.parse("2026-W53").plusWeeks(1)).isEqualTo(IsoWeek.parse("2027-W01"));
        assertThat(IsoWeek.of(LocalDate.of(2027, 1, 1))).isEqualTo(new IsoWeek(2026, 53));
        assertThat(new IsoWeek(2027, 1).monday()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(new WeekSpan(new IsoWeek(2026, 52), new IsoWeek(2027, 2))
                        .stream().map(IsoWeek::toString))
                .containsExactly("2026-W52", "2026-W53", "2027-W01", "2027-W02");
    }

    @Test
    void aSpanDoesNotEndBeforeItStarts() {
        assertThatThrownBy(() -> new WeekSpan(new IsoWeek(2027, 5), new IsoWeek(2027, 4)))
                .isInstanceOfSatisfying(
                        MeasureBroken.class,
                        broken -> assertThat(broken.reason()).isEqualTo(Reason.ENDS_BEFORE_START));
    }
}
