package org.farmgate.live;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// A show to be announced.
///
/// @param words what it is about, in the organiser's words
/// @param repeat empty: once
public record NewShow(
        ShowId id,
        PartyId host,
        RegionId region,
        String title,
        String words,
        Instant startsAt,
        Optional<Repeat> repeat) {
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST_WORDS = 2_000;

    /// @param everyDays 2: every other day, at the same time of day
    /// @param times how many shows there are in all
    public record Repeat(int everyDays, int times) {
        public static final int MOST_DAYS = 31;
        public static final int MOST_TIMES = 60;

        /// Refuses by the input error `out-of-range`.
        public Repeat {
            if (everyDays < 1 || everyDays > MOST_DAYS)
                throw new InputBroken("everyDays", "out-of-range", 1, MOST_DAYS);
            if (times < 1 || times > MOST_TIMES) throw new InputBroken("times", "out-of-range", 1, MOST_TIMES);
        }
    }

    /// Refuses by the input errors `missing` and `too-long`.
    public NewShow {
        title = title.strip();
        words = words.strip();
        if (title.isEmpty()) throw new InputBroken("title", "missing");
        if (title.length() > LONGEST_TITLE) throw new InputBroken("title", "too-long", LONGEST_TITLE);
        if (words.length() > LONGEST_WORDS) throw new InputBroken("words", "too-long", LONGEST_WORDS);
    }
}
