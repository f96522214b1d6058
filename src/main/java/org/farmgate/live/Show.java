package org.farmgate.live;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// A show as it stands.
///
/// @param organiser the organisation whose show it is
/// @param host the person before the camera
/// @param region the county that it is about
/// @param series the first of the shows that it repeats; its own id where it is the first or stands alone
/// @param startsAt when it is announced for
/// @param liveAt when it went on air
/// @param slowSeconds how long a viewer waits between two messages; 0: not at all
/// @param delaySeconds how long a message waits before it is shown, so that it can be deleted first
public record Show(
        ShowId id,
        ShowId series,
        PartyId organiser,
        PartyId host,
        RegionId region,
        String title,
        String words,
        Instant startsAt,
        ShowState state,
        Optional<Instant> liveAt,
        Optional<Instant> endedAt,
        int slowSeconds,
        int delaySeconds) {
    public boolean isLive() {
        return state == ShowState.LIVE;
    }

    Show repeated(ShowId other, Instant at) {
        return new Show(
                other,
                series,
                organiser,
                host,
                region,
                title,
                words,
                at,
                state,
                liveAt,
                endedAt,
                slowSeconds,
                delaySeconds);
    }

    /// The page that announces it, where it is watched and where it is watched again.
    public String path() {
        return "/shows/" + id;
    }
}
