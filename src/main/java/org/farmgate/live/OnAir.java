package org.farmgate.live;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.Orders;
import org.springframework.stereotype.Component;

/// Whether a show sells something just now, for routes that thousands ask at once: what was read is good for a
/// second. Nothing is sold by it after the show's end, since the intake looks at the listing itself.
@Component
public class OnAir {
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final int MOST_KEPT = 1_000;

    private final LoadingCache<ShowId, Now> shows;
    private final Orders orders;

    private record Now(ShowState state, Set<ListingId> items) {}

    OnAir(Shows shows, LineUp lineUp, Orders orders) {
        this.orders = orders;
        this.shows = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(GOOD_FOR)
                .build(id -> new Now(
                        shows.get(id).state(),
                        lineUp.of(id).stream().map(ShowItem::listing).collect(Collectors.toUnmodifiableSet())));
    }

    /// As the other, for an order. One that came before and is sent again after a lost answer goes on to the intake,
    /// which answers it, whatever has become of the show.
    public void require(ShowId id, ListingId listing, OrderKey key) {
        try {
            require(id, listing);
        } catch (RuleBroken refused) {
            if (!orders.isKnown(key)) throw refused;
        }
    }

    /// Refuses by [org.farmgate.platform.NotFound], SHOW_NOT_IN_THAT_STATE, NOT_IN_LINE_UP.
    public void require(ShowId id, ListingId listing) {
        Now now = shows.get(id);
        if (now.state != ShowState.LIVE) throw new RuleBroken(ShowRule.SHOW_NOT_IN_THAT_STATE, now.state);
        if (!now.items.contains(listing)) throw new RuleBroken(ShowRule.NOT_IN_LINE_UP);
    }
}
