package org.farmgate.live.web;

import java.util.List;
import java.util.Optional;
import org.farmgate.live.Participant;
import org.farmgate.live.Show;
import org.farmgate.live.ShowState;
import org.farmgate.platform.Slice;

/// A show as everybody sees it: announced, on air, over.
///
/// @param items in their order
/// @param pinned what is on screen
/// @param moments what was on screen when, once it is over
/// @param next the others of its series that are still to come
/// @param hosts whether the reader leads it
public record ShowPage(
        Show show,
        List<ItemView> items,
        Optional<ItemView> pinned,
        List<Moment> moments,
        List<Show> next,
        List<Participant> participants,
        LiveNames names,
        boolean hosts) {
    /// @param at seconds since it went on air
    /// @param milli the same as time since 1970, by which the player finds it
    public record Moment(ItemView item, String price, long at, long milli, long untilMilli) {
        public String clock() {
            return "%d:%02d".formatted(at / 60, at % 60);
        }
    }

    /// @param own whether only one's own are listed
    public record All(Slice<Show> rows, boolean over, boolean own, String search, LiveNames names, boolean mayPlan) {}

    public static String tone(ShowState state) {
        return switch (state) {
            case PLANNED -> "info";
            case LIVE -> "bad";
            case ENDED -> "";
            case CANCELLED -> "warn";
        };
    }
}
