package org.farmgate.live.audience;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.farmgate.live.OnAir;
import org.farmgate.live.ShowId;
import org.farmgate.live.ViewerId;
import org.farmgate.shop.ListingId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How many watch and watched a show: counted by the streams that are open, never taken from a client.
@Service
@Transactional
public class Audience {
    private final AudienceStore store;
    private final OnAir onAir;
    private final Clock clock;

    Audience(AudienceStore store, OnAir onAir, Clock clock) {
        this.store = store;
        this.onAir = onAir;
        this.clock = clock;
    }

    /// The greatest number who watched at once in that minute.
    public record Minute(Instant minute, int viewers) {}

    /// How many watch now, at all processes; a browser with streams at two of them counts twice.
    @Transactional(readOnly = true)
    public int now(ShowId show) {
        return store.sums(List.of(show)).getOrDefault(show, 0);
    }

    /// While it was on air, in the order of time; minutes without anybody are left out.
    @Transactional(readOnly = true)
    public List<Minute> minutes(ShowId show) {
        return store.minutes(show);
    }

    /// The greatest number who watched at once.
    @Transactional(readOnly = true)
    public int peak(ShowId show) {
        return store.minutes(show).stream().mapToInt(Minute::viewers).max().orElse(0);
    }

    /// How many browsers watched while it was on air, each once.
    @Transactional(readOnly = true)
    public long distinct(ShowId show) {
        return store.distinct(show);
    }

    /// How many browsers looked closer at an item, each once.
    @Transactional(readOnly = true)
    public Map<ListingId, Long> clicks(ShowId show) {
        return store.clicks(show);
    }

    /// Somebody looks closer at an item; again is once. Refuses by [org.farmgate.platform.NotFound],
    /// SHOW_NOT_IN_THAT_STATE, NOT_IN_LINE_UP.
    public void clicked(ShowId show, ViewerId viewer, ListingId listing) {
        onAir.require(show, listing);
        store.click(show, listing, viewer, clock.instant());
    }
}
