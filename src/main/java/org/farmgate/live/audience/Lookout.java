package org.farmgate.live.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.live.LineUp;
import org.farmgate.live.Pin;
import org.farmgate.live.Pins;
import org.farmgate.live.Show;
import org.farmgate.live.ShowItem;
import org.farmgate.live.ShowTopic;
import org.farmgate.live.Shows;
import org.farmgate.place.RegionId;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Photo;
import org.farmgate.shop.Photos;
import org.farmgate.stock.SellableId;
import org.farmgate.stock.Sellables;
import org.springframework.stereotype.Component;

/// Reads what a show's watchers are to see, again whenever something is new. What it finds is compared with what was
/// told, so that reading too often tells nothing twice, and a word that was lost is made good by the next look.
@Component
class Lookout {
    private final Shows shows;
    private final Pins pins;
    private final LineUp lineUp;
    private final Photos photos;
    private final Sellables sellables;
    private final ChatLookout chat;
    private final Wording wording;

    Lookout(
            Shows shows,
            Pins pins,
            LineUp lineUp,
            Photos photos,
            Sellables sellables,
            ChatLookout chat,
            Wording wording) {
        this.shows = shows;
        this.pins = pins;
        this.lineUp = lineUp;
        this.photos = photos;
        this.sellables = sellables;
        this.chat = chat;
        this.wording = wording;
    }

    /// All of it, for the first watcher. Refuses by [org.farmgate.platform.NotFound].
    void load(Stage stage) {
        synchronized (stage) {
            state(stage);
            items(stage);
            chat.load(stage);
        }
    }

    /// What is new of these.
    void again(Stage stage, Set<ShowTopic> topics) {
        synchronized (stage) {
            if (topics.contains(ShowTopic.STATE)) state(stage);
            if (topics.contains(ShowTopic.STATE) || topics.contains(ShowTopic.PIN)) items(stage);
            if (topics.contains(ShowTopic.CHAT)) chat.again(stage);
        }
    }

    void release(Stage stage) {
        chat.release(stage);
    }

    private void state(Stage stage) {
        Show show = shows.get(stage.show);
        stage.state = show;
        Frame frame = wording.state(show);
        stage.change(scene -> frame.tellsAs(scene.state()) ? scene : scene.withState(frame));
    }

    private void items(Stage stage) {
        Optional<Pin> pin = pins.now(stage.show);
        stage.items = lineUp.of(stage.show);
        Map<ListingId, Long> left = left(stage.items);
        Map<ListingId, Listing> listings = lineUp.listings(stage.show);
        pin(stage, pin, listings, left);
        // On air the regular look tells it, so that it is told no more often than that.
        if (!stage.isReady() || !isLive(stage)) tell(stage, left);
    }

    /// Told again only where it is another pin or its listing changed; what is left of it is told apart.
    private void pin(Stage stage, Optional<Pin> pin, Map<ListingId, Listing> listings, Map<ListingId, Long> left) {
        Optional<ShowItem> item = pin.flatMap(one -> stage.items.stream()
                .filter(some -> some.listing().equals(one.listing()))
                .findFirst());
        Listing listing = pin.map(one -> listings.get(one.listing())).orElse(null);
        if (pin.isEmpty() || item.isEmpty() || listing == null) {
            Frame none = wording.noPin();
            stage.pinTold = List.of();
            stage.change(scene -> none.tellsAs(scene.pin()) ? scene : scene.withPin(none));
            return;
        }
        var model = item.get().model();
        Optional<Photo> photo = photos.of(List.of(model)).getOrDefault(model, List.of()).stream()
                .findFirst();
        List<Object> told = List.of(pin.get(), listing, item.get().benefits(), photo);
        if (told.equals(stage.pinTold)) return;
        stage.pinTold = told;
        long packs = left.getOrDefault(listing.id(), 0L);
        Frame frame = wording.pin(pin.get(), listing, item.get().benefits(), packs, photo);
        stage.change(scene -> scene.withPin(frame));
    }

    /// What is left of all that is in the line-up of these, in one query for each county.
    void stock(Collection<Stage> stages) {
        Map<Stage, List<ShowItem>> wanted = new LinkedHashMap<>();
        for (Stage stage : stages)
            synchronized (stage) {
                if (isLive(stage) && !stage.watchers.isEmpty()) wanted.put(stage, stage.items);
            }
        Map<ListingId, Long> left =
                left(wanted.values().stream().flatMap(List::stream).toList());
        for (Stage stage : wanted.keySet())
            synchronized (stage) {
                tell(stage, left);
            }
    }

    private static boolean isLive(Stage stage) {
        return stage.state != null && stage.state.isLive();
    }

    /// All items at once, which replaces what was told before: whoever missed some misses nothing.
    private void tell(Stage stage, Map<ListingId, Long> left) {
        Map<ListingId, Long> told = new LinkedHashMap<>();
        for (ShowItem item : stage.items) {
            Long packs = left.get(item.listing());
            if (packs != null) told.put(item.listing(), packs);
        }
        Frame frame = wording.stock(told);
        stage.change(scene -> frame.tellsAs(scene.stock()) ? scene : scene.withStock(frame));
    }

    private Map<ListingId, Long> left(List<ShowItem> items) {
        Map<RegionId, Map<SellableId, ListingId>> origins = new LinkedHashMap<>();
        for (ShowItem item : items)
            origins.computeIfAbsent(item.origin(), _ -> new LinkedHashMap<>()).put(item.sellable(), item.listing());
        Map<ListingId, Long> left = new HashMap<>();
        origins.forEach((origin, rows) -> sellables
                .left(origin, new ArrayList<>(rows.keySet()))
                .forEach((row, packs) -> left.put(java.util.Objects.requireNonNull(rows.get(row)), packs)));
        return left;
    }
}
