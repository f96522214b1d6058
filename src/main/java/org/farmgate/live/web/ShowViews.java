package org.farmgate.live.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.farmgate.live.LineUp;
import org.farmgate.live.Participant;
import org.farmgate.live.Participants;
import org.farmgate.live.Pin;
import org.farmgate.live.Pins;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.ShowItem;
import org.farmgate.live.ShowQuery;
import org.farmgate.live.Shows;
import org.farmgate.party.Parties;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Shell;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Photo;
import org.farmgate.shop.Photos;
import org.springframework.stereotype.Component;

/// Puts together what pages of shows tell, each kind of fact in one query.
@Component
class ShowViews {
    private final Shows shows;
    private final LineUp lineUp;
    private final Pins pins;
    private final Participants participants;
    private final Listings listings;
    private final Photos photos;
    private final Parties parties;
    private final Regions regions;

    ShowViews(
            Shows shows,
            LineUp lineUp,
            Pins pins,
            Participants participants,
            Listings listings,
            Photos photos,
            Parties parties,
            Regions regions) {
        this.shows = shows;
        this.lineUp = lineUp;
        this.pins = pins;
        this.participants = participants;
        this.listings = listings;
        this.photos = photos;
        this.parties = parties;
        this.regions = regions;
    }

    ShowPage.All all(Optional<Actor> actor, Paging paging, boolean over, boolean own) {
        Optional<PartyId> party = own ? actor.map(Actor::organisation) : Optional.empty();
        Slice<Show> rows = shows.search(new ShowQuery(paging, party, over));
        boolean mayPlan = actor.filter(who -> who.may(Right.HOLD_SHOWS)).isPresent();
        return new ShowPage.All(rows, over, own, paging.search(), names(rows.rows(), Set.of()), mayPlan);
    }

    ShowPage show(Optional<Actor> actor, ShowId id, Shell shell) {
        Show show = shows.get(id);
        List<Participant> others = participants.of(id);
        List<ItemView> items = items(id);
        return new ShowPage(
                show,
                items,
                items.stream().filter(ItemView::pinned).findFirst(),
                show.state().isOver() ? moments(show, shell) : List.of(),
                shows.next(show),
                others,
                names(List.of(show), people(others, items)),
                actor.filter(who -> Shows.hosts(who, show)).isPresent());
    }

    static Set<PartyId> people(Collection<Participant> others, Collection<ItemView> items) {
        Set<PartyId> people = new HashSet<>();
        others.forEach(one -> people.add(one.party()));
        items.forEach(one -> people.add(one.listing().seller()));
        return people;
    }

    List<ItemView> items(ShowId id) {
        List<ShowItem> items = lineUp.of(id);
        return views(
                id, items, listings.byIds(items.stream().map(ShowItem::listing).toList()));
    }

    /// Refuses by [NotFound].
    ItemView item(ShowId id, ListingId listing) {
        return items(id).stream()
                .filter(one -> one.listing().id().equals(listing))
                .findFirst()
                .orElseThrow(() -> new NotFound("listing", listing));
    }

    private List<ItemView> views(ShowId id, List<ShowItem> items, Map<ListingId, Listing> sold) {
        Map<ListingId, Long> left = listings.left(sold.values());
        Map<ListingId, List<Photo>> pictures =
                photos.of(items.stream().map(ShowItem::model).toList());
        Optional<ListingId> now = pins.now(id).map(Pin::listing);
        List<ItemView> views = new ArrayList<>();
        for (ShowItem item : items) {
            Listing listing = sold.get(item.listing());
            if (listing == null) continue;
            views.add(new ItemView(
                    item,
                    listing,
                    left.getOrDefault(listing.id(), 0L),
                    pictures.getOrDefault(item.model(), List.of()).stream().findFirst(),
                    now.filter(listing.id()::equals).isPresent()));
        }
        return views;
    }

    private List<ShowPage.Moment> moments(Show show, Shell shell) {
        if (show.liveAt().isEmpty()) return List.of();
        Instant began = show.liveAt().get();
        Map<ListingId, ItemView> byId = new HashMap<>();
        items(show.id()).forEach(one -> byId.put(one.listing().id(), one));
        List<ShowPage.Moment> moments = new ArrayList<>();
        for (Pin pin : pins.of(show.id())) {
            ItemView item = byId.get(pin.listing());
            if (item == null) continue;
            Instant until = pin.unpinnedAt().or(show::endedAt).orElse(Instant.MAX);
            moments.add(new ShowPage.Moment(
                    item,
                    shell.money(pin.price()),
                    Math.max(0, pin.pinnedAt().getEpochSecond() - began.getEpochSecond()),
                    pin.pinnedAt().toEpochMilli(),
                    until.toEpochMilli()));
        }
        return moments;
    }

    LiveNames names(Collection<Show> some, Set<PartyId> more) {
        Set<PartyId> people = new HashSet<>(more);
        Set<RegionId> places = new HashSet<>();
        for (Show show : some) {
            people.add(show.organiser());
            people.add(show.host());
            places.add(show.region());
        }
        return new LiveNames(parties.byIds(people), regions.byIds(places));
    }

    /// Names by id, in the order given.
    Map<String, String> people(Collection<PartyId> ids) {
        var known = parties.byIds(new HashSet<>(ids));
        Map<String, String> names = new LinkedHashMap<>();
        for (PartyId id : ids)
            if (known.containsKey(id))
                names.put(id.toString(), Objects.requireNonNull(known.get(id)).name());
        return names;
    }
}
