package org.farmgate.live.outside;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RequestSignature;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.farmgate.shop.Channel;
import org.farmgate.shop.GroupOffers;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingQuery;
import org.farmgate.shop.Listings;
import org.farmgate.shop.ShopRule;
import org.farmgate.shop.ShowOffers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The other platforms on which a seller sells too, and what they call its goods. Each seller sees its own.
@Service
@Transactional
public class OutsideChannels {
    private static final int MOST_LISTINGS = 200;

    private final OutsideStore store;
    private final Listings listings;
    private final ShowOffers shows;
    private final GroupOffers groups;
    private final Sealing sealing;
    private final Audit audit;
    private final Clock clock;

    OutsideChannels(
            OutsideStore store,
            Listings listings,
            ShowOffers shows,
            GroupOffers groups,
            Sealing sealing,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.shows = shows;
        this.groups = groups;
        this.sealing = sealing;
        this.audit = audit;
        this.clock = clock;
    }

    /// A channel that was made just now, and what that platform is to sign with: it is told this once.
    ///
    /// @param secret empty where the channel had been made before
    public record Made(OutsideChannel channel, Optional<String> secret) {}

    /// The same again is once. Refuses by OUTSIDE_NAME_TAKEN.
    public Made register(Actor actor, OutsideChannelId id, String name) {
        actor.require(Right.SELL);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var channel = new OutsideChannel(id, actor.organisation(), name, OutsideChannel.State.OPEN, at, at);
        String secret = RequestSignature.secret();
        if (store.insert(channel, sealing.seal(secret, OutsideGate.place(id)), actor)) {
            audit.record(actor, "outside.registered", "outside-channel", id, Map.of("name", channel.name()));
            return new Made(channel, Optional.of(secret));
        }
        return store.find(id)
                .filter(there -> actor.actsFor(there.seller()) && there.name().equals(channel.name()))
                .map(there -> new Made(there, Optional.empty()))
                .orElseThrow(() -> new RuleBroken(OutsideRule.OUTSIDE_NAME_TAKEN, channel.name()));
    }

    /// Another secret; the one before is worth nothing from now on.
    public String renew(Actor actor, OutsideChannelId id) {
        OutsideChannel channel = get(actor, id);
        String secret = RequestSignature.secret();
        store.renew(id, sealing.seal(secret, OutsideGate.place(id)), clock.instant());
        audit.record(actor, "outside.secret-renewed", "outside-channel", id, Map.of("name", channel.name()));
        return secret;
    }

    public void turn(Actor actor, OutsideChannelId id, OutsideChannel.State to) {
        OutsideChannel channel = get(actor, id);
        if (!store.turn(id, to)) return;
        String deed = switch (to) {
            case OPEN -> "outside.opened";
            case CLOSED -> "outside.closed";
        };
        audit.record(actor, deed, "outside-channel", id, Map.of("name", channel.name()));
    }

    /// One's own. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public OutsideChannel get(Actor actor, OutsideChannelId id) {
        actor.require(Right.SELL);
        return store.find(id)
                .filter(channel -> actor.everywhere() || actor.actsFor(channel.seller()))
                .orElseThrow(() -> new NotFound("outside-channel", id));
    }

    @Transactional(readOnly = true)
    public List<OutsideChannel> list(Actor actor) {
        actor.require(Right.SELL);
        return store.ofSeller(actor.organisation());
    }

    @Transactional(readOnly = true)
    public List<OutsideCode> codes(OutsideChannel channel) {
        return store.codes(channel.id());
    }

    /// What its codes may stand for: the seller's listings that are on sale, and those of shows on air or
    /// to come.
    @Transactional(readOnly = true)
    public List<Listing> sellable(Actor actor, OutsideChannel channel) {
        var all = new ArrayList<>(listings.search(
                        Optional.of(actor), ListingQuery.ofSeller(channel.seller(), new Paging(0, MOST_LISTINGS, "")))
                .rows());
        all.addAll(shows.ofSeller(channel.seller()));
        List<Listing> open = all.stream()
                .filter(listing -> isForOutside(listing) && maySell(listing))
                .toList();
        var grouped = groups.byIds(open.stream().map(Listing::id).toList());
        return open.stream().filter(one -> !grouped.containsKey(one.id())).toList();
    }

    private static boolean isForOutside(Listing listing) {
        return listing.venue().isEmpty()
                || listing.venue().filter(venue -> venue.takes(Channel.OUTSIDE)).isPresent();
    }

    /// A show's goods are named beforehand, and sold while it is on air.
    private static boolean maySell(Listing listing) {
        return switch (listing.state()) {
            case OPEN -> true;
            case DRAFT -> listing.venue().isPresent();
            case CLOSED -> false;
        };
    }

    /// From now on that code is so many packs of that listing, whatever it was before; orders that are in
    /// keep what they were. Refuses by [NotFound] (another's listing, or a till's), LISTING_NOT_OPEN,
    /// GROUP_NOT_AT_THE_DOOR and OUTSIDE_TOO_MANY_CODES.
    public void map(Actor actor, OutsideChannelId id, OutsideCode code) {
        OutsideChannel channel = get(actor, id);
        Listing listing = listings.ownAnywhere(actor, code.listing());
        if (!listing.seller().equals(channel.seller()) || !isForOutside(listing))
            throw new NotFound("listing", code.listing());
        if (!maySell(listing)) throw new RuleBroken(ShopRule.LISTING_NOT_OPEN);
        groups.checkWay(OutsideOrders.AT_THE_DOOR, List.of(listing.id()));
        List<OutsideCode> there = store.codes(id);
        if (there.contains(code)) return;
        boolean fresh = there.stream().noneMatch(one -> one.code().equals(code.code()));
        if (fresh && there.size() >= OutsideCode.MOST)
            throw new RuleBroken(OutsideRule.OUTSIDE_TOO_MANY_CODES, OutsideCode.MOST);
        store.map(id, code, actor, clock.instant());
        audit.record(
                actor,
                "outside.code-mapped",
                "outside-channel",
                id,
                Map.of("code", code.code(), "title", listing.title(), "packs", String.valueOf(code.packs())));
    }

    /// That code means nothing from now on.
    public void unmap(Actor actor, OutsideChannelId id, String code) {
        get(actor, id);
        if (store.unmap(id, code))
            audit.record(actor, "outside.code-removed", "outside-channel", id, Map.of("code", code));
    }
}
