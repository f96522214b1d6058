package org.farmgate.measure;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.farmgate.measure.MeasureBroken.Reason;

/// Whole weeks from the first to the last, both included: a delivery window, a season. At most two years.
public record WeekSpan(IsoWeek first, IsoWeek last) {
    public static final int LONGEST_WEEKS = 106;

    public WeekSpan {
        if (last.compareTo(first) < 0) throw new MeasureBroken(Reason.ENDS_BEFORE_START, first, last);
        if (first.weeksUntil(last) >= LONGEST_WEEKS) throw new MeasureBroken(Reason.TOO_LARGE, first, last);
    }

    public int weeks() {
        return first.weeksUntil(last) + 1;
    }

    public boolean contains(IsoWeek week) {
        return week.compareTo(first) >= 0 && week.compareTo(last) <= 0;
    }

    public boolean overlaps(WeekSpan other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    public Stream<IsoWeek> stream() {
        return IntStream.range(0, weeks()).mapToObj(first::plusWeeks);
    }

    @Override
    public String toString() {
        return first + "/" + last;
    }
}
