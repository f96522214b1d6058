package org.farmgate.logistics.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.farmgate.platform.RuleBroken;

/// From when to when somebody drives on a day.
public record Shift(LocalTime from, LocalTime to) {
    /// In China's time, which is the business's.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// A working day of eight hours with the three of overtime that the labour law (art. 41) allows at most.
    public static final Duration LONGEST = Duration.ofHours(11);

    /// Refuses by SHIFT_WRONG.
    public Shift {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0)
            throw new RuleBroken(RoundRule.SHIFT_WRONG, (int) LONGEST.toHours());
    }

    public Instant startsAt(LocalDate day) {
        return day.atTime(from).atZone(ZONE).toInstant();
    }

    public Instant endsAt(LocalDate day) {
        return day.atTime(to).atZone(ZONE).toInstant();
    }

    public boolean overlaps(Shift other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
