package org.farmgate.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.farmgate.measure.MeasureBroken.Reason;

/// A week of ISO 8601: Monday to Sunday, written `2027-W29`.
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-?W(\\d{2})");

    public IsoWeek {
        if (year < 2000 || year > 2199 || week < 1 || week > weeksIn(year))
            throw new MeasureBroken(Reason.NO_SUCH_WEEK, year + "-W" + week);
    }

    public static IsoWeek of(LocalDate date) {
        return new IsoWeek(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /// Refuses by NO_SUCH_WEEK.
    public static IsoWeek parse(String text) {
        Matcher parts = FORM.matcher(text.strip().toUpperCase(java.util.Locale.ROOT));
        if (!parts.matches()) throw new MeasureBroken(Reason.NO_SUCH_WEEK, text.strip());
        return new IsoWeek(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /// As one sortable number, 202729: how the database keeps it.
    public static IsoWeek fromNumber(int number) {
        return new IsoWeek(number / 100, number % 100);
    }

    public int number() {
        return year * 100 + week;
    }

    public LocalDate monday() {
        // The fourth of January always lies in week 1.
        return LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
    }

    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    public IsoWeek plusWeeks(long weeks) {
        return of(monday().plusWeeks(weeks));
    }

    /// How many weeks `later` lies after this one; negative when before.
    public int weeksUntil(IsoWeek later) {
        return Math.toIntExact(ChronoUnit.WEEKS.between(monday(), later.monday()));
    }

    private static int weeksIn(int year) {
        return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 7, 1))
                .getMaximum();
    }

    @Override
    public int compareTo(IsoWeek other) {
        return Integer.compare(number(), other.number());
    }

    @Override
    public String toString() {
        return "%d-W%02d".formatted(year, week);
    }
}
