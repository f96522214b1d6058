package org.farmgate.live;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is on screen, one item at a time.
@Service
@Transactional
public class Pins {
    private final PinStore store;
    private final ShowStore shows;
    private final LineUp lineUp;
    private final ShowNews news;
    private final Clock clock;

    Pins(PinStore store, ShowStore shows, LineUp lineUp, ShowNews news, Clock clock) {
        this.store = store;
        this.shows = shows;
        this.lineUp = lineUp;
        this.news = news;
        this.clock = clock;
    }

    /// On screen now, instead of what was there. The same again is once. For the host.
    ///
    /// Refuses by [NotFound], SHOW_NOT_IN_THAT_STATE unless it is on air, NOT_IN_LINE_UP.
    public Pin pin(Actor actor, ShowId id, PinId pin, ListingId listing) {
        store.lock(id);
        Show show = hosted(actor, id);
        Optional<Pin> there = store.find(id, pin);
        if (there.isPresent()) return there.get();
        if (!show.isLive()) throw new RuleBroken(ShowRule.SHOW_NOT_IN_THAT_STATE, show.state());
        Listing shown = lineUp.listings(id).get(listing);
        if (shown == null) throw new RuleBroken(ShowRule.NOT_IN_LINE_UP);
        store.takeDown(id, clock.instant());
        store.insert(new Pin(pin, id, listing, shown.terms().price(), clock.instant(), Optional.empty()));
        news.tell(id, ShowTopic.PIN);
        return store.find(id, pin).orElseThrow();
    }

    /// Nothing is on screen. For the host. Refuses by [NotFound].
    public void unpin(Actor actor, ShowId id) {
        hosted(actor, id);
        takeDown(id);
    }

    void takeDown(ShowId id) {
        store.lock(id);
        if (store.takeDown(id, clock.instant()) > 0) news.tell(id, ShowTopic.PIN);
    }

    private Show hosted(Actor actor, ShowId id) {
        return shows.find(id).filter(show -> Shows.hosts(actor, show)).orElseThrow(() -> new NotFound("show", id));
    }

    @Transactional(readOnly = true)
    public Optional<Pin> now(ShowId id) {
        return store.now(id);
    }

    /// All of a show, in the order of time: what a recording shows again.
    @Transactional(readOnly = true)
    public List<Pin> of(ShowId id) {
        return store.of(id);
    }
}
