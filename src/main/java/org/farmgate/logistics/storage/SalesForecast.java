package org.farmgate.logistics.storage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.farmgate.measure.Mass;

/// What a store will sell of a product on a day, from what it sold: simple exponential smoothing of the
/// daily mass (Brown 1956; smoothing constant 0.2), where weekdays tell apart divided by each weekday's
/// factor first and multiplied by it after. A day that nobody reported is left out, not taken for zero.
/// Weekdays are told apart from three weeks on, and only where that would have forecast the held-back
/// days better.
public final class SalesForecast {
    /// Days before that count no more.
    public static final int DAYS_LOOKED_BACK = 56;

    private static final double SMOOTHING = 0.2;
    private static final int LEAST_DAYS_FOR_WEEKDAYS = 21;
    private static final int LEAST_DAYS_FOR_ERROR = 14;
    /// As if each weekday had been seen once more, on a usual day: so that one odd Sunday is no rule.
    private static final double SHRINKAGE = 1;

    private final int daysKnown;
    private final Fit fit;
    private final OptionalInt errorBasisPoints;

    private SalesForecast(int daysKnown, Fit fit, OptionalInt errorBasisPoints) {
        this.daysKnown = daysKnown;
        this.fit = fit;
        this.errorBasisPoints = errorBasisPoints;
    }

    /// From the days before `today`.
    public static SalesForecast of(SortedMap<LocalDate, Mass> sold, LocalDate today) {
        List<Day> days = sold.entrySet().stream()
                .filter(entry ->
                        entry.getKey().isBefore(today) && !entry.getKey().isBefore(today.minusDays(DAYS_LOOKED_BACK)))
                .map(Day::of)
                .toList();
        Fit plain = Fit.of(days, false);
        if (days.size() < LEAST_DAYS_FOR_ERROR) return new SalesForecast(days.size(), plain, OptionalInt.empty());
        int heldBack = days.size() >= 28 ? 14 : 7;
        List<Day> known = days.subList(0, days.size() - heldBack);
        List<Day> tested = days.subList(days.size() - heldBack, days.size());
        OptionalInt error = Fit.of(known, false).error(tested);
        if (days.size() < LEAST_DAYS_FOR_WEEKDAYS) return new SalesForecast(days.size(), plain, error);
        OptionalInt withWeekdays = Fit.of(known, true).error(tested);
        boolean better = withWeekdays.isPresent() && withWeekdays.getAsInt() < error.orElse(Integer.MAX_VALUE);
        return better
                ? new SalesForecast(days.size(), Fit.of(days, true), withWeekdays)
                : new SalesForecast(days.size(), plain, error);
    }

    public int daysKnown() {
        return daysKnown;
    }

    public boolean tellsWeekdaysApart() {
        return fit.weekdays;
    }

    /// Of the last one or two weeks, forecast from those before: the sum of the differences in parts of
    /// ten thousand of what was sold (WAPE). Empty where too few days are known, or nothing was sold on
    /// them.
    public OptionalInt errorBasisPoints() {
        return errorBasisPoints;
    }

    /// On a usual day.
    public Mass usual() {
        return rounded(fit.level);
    }

    public Mass on(LocalDate day) {
        return rounded(fit.expected(day));
    }

    /// On these days together, both included; none where the last is before the first.
    public Mass over(LocalDate first, LocalDate last) {
        double sum = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) sum += fit.expected(day);
        return rounded(sum);
    }

    private static Mass rounded(double amount) {
        return new Mass(Math.min(Mass.GREATEST_GRAMS, Math.round(amount)));
    }

    private record Day(LocalDate on, double sold) {
        static Day of(Map.Entry<LocalDate, Mass> entry) {
            return new Day(entry.getKey(), entry.getValue().grams());
        }

        int weekday() {
            return on.getDayOfWeek().getValue() - 1;
        }
    }

    /// @param factors by weekday, Monday first; around one
    private record Fit(double level, List<Double> factors, boolean weekdays) {
        static Fit of(List<Day> days, boolean weekdays) {
            List<Double> factors = new ArrayList<>();
            double mean = days.stream().mapToDouble(Day::sold).average().orElse(0);
            for (int weekday = 0; weekday < 7; weekday++)
                factors.add(weekdays && mean > 0 ? factor(days, weekday, mean) : 1.0);
            double level = days.stream()
                    .limit(7)
                    .mapToDouble(day -> day.sold / factors.get(day.weekday()))
                    .average()
                    .orElse(0);
            for (Day day : days) level += SMOOTHING * (day.sold / factors.get(day.weekday()) - level);
            return new Fit(level, factors, weekdays);
        }

        private static double factor(List<Day> days, int weekday, double mean) {
            double sum = 0;
            int count = 0;
            for (Day day : days)
                if (day.weekday() == weekday) {
                    sum += day.sold;
                    count++;
                }
            return (sum + SHRINKAGE * mean) / ((count + SHRINKAGE) * mean);
        }

        double expected(LocalDate day) {
            return level * factors.get(day.getDayOfWeek().getValue() - 1);
        }

        OptionalInt error(List<Day> tested) {
            double differences = 0;
            double sold = 0;
            for (Day day : tested) {
                differences += Math.abs(expected(day.on) - day.sold);
                sold += day.sold;
            }
            return sold == 0
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) Math.min(1_000_000, Math.round(10_000 * differences / sold)));
        }
    }
}
