package org.farmgate.live;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.ShowOffer;
import org.farmgate.shop.ShowOffers;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.SellableId;
import org.farmgate.stock.Sellables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What a show sells. Each seller brings goods of their own: packs are set aside for the show alone when they come
/// into the line-up, and go back when they leave it or the show is over.
@Service
@Transactional
public class LineUp {
    public static final int MOST_ITEMS = 50;
    /// Orders of a show come to nothing within this time, if they do: not paid, not picked, cancelled.
    private static final Duration LOOKED_AFTER = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(LineUp.class);

    private final ItemStore store;
    private final ShowStore shows;
    private final Participants participants;
    private final ShowOffers offers;
    private final Listings listings;
    private final Sellables sellables;
    private final TransactionTemplate transaction;
    private final ShowNews news;
    private final Audit audit;
    private final Clock clock;

    LineUp(
            ItemStore store,
            ShowStore shows,
            Participants participants,
            ShowOffers offers,
            Listings listings,
            Sellables sellables,
            TransactionTemplate transaction,
            ShowNews news,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.shows = shows;
        this.participants = participants;
        this.offers = offers;
        this.listings = listings;
        this.sellables = sellables;
        this.transaction = transaction;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /// Sets packs of one of the actor's own listings aside for the show. The same again is once.
    ///
    /// Refuses by [NotFound], NOT_TAKING_PART, SHOW_NOT_IN_THAT_STATE, LINE_UP_FULL, ALREADY_IN_LINE_UP,
    /// HOST_SHARE_OUT_OF_RANGE, and as [ShowOffers#offer].
    public ShowItem add(Actor actor, ShowId id, NewItem wanted) {
        Show show = notOver(id);
        Listing model = listings.own(actor, wanted.model());
        if (!show.organiser().equals(model.seller()) && !participants.sells(id, model.seller()))
            throw new RuleBroken(ShowRule.NOT_TAKING_PART);
        int most = ShowOffers.mostForHost(model.terms().split());
        if (wanted.hostPoints() < 0 || wanted.hostPoints() > most)
            throw new RuleBroken(ShowRule.HOST_SHARE_OUT_OF_RANGE, most / 100);
        List<ShowItem> there = store.of(id);
        Optional<ShowItem> before =
                there.stream().filter(one -> one.model().equals(wanted.model())).findFirst();
        if (before.isPresent()) {
            if (!before.get().hold().equals(wanted.id())) throw new RuleBroken(ShowRule.ALREADY_IN_LINE_UP);
            return before.get();
        }
        if (there.size() >= MOST_ITEMS) throw new RuleBroken(ShowRule.LINE_UP_FULL, MOST_ITEMS);
        ShowOffers.Brought brought = offers.offer(
                actor,
                new ShowOffer(
                        id.value(),
                        wanted.model(),
                        wanted.id(),
                        wanted.packs(),
                        wanted.price(),
                        wanted.limitPerBuyer(),
                        wanted.hostPoints() == 0
                                ? Optional.empty()
                                : Optional.of(new Split.Part(Split.Share.HOST, show.host(), wanted.hostPoints()))));
        Listing listing = brought.listing();
        if (show.isLive()) offers.turn(List.of(listing), true);
        var item = new ShowItem(
                id,
                listing.id(),
                model.id(),
                listing.origin(),
                listing.sellable(),
                listing.seller(),
                wanted.id(),
                there.stream().mapToInt(ShowItem::ordinal).max().orElse(0) + 1,
                wanted.benefits());
        if (!store.insert(item, brought.borrowed(), clock.instant())) throw new RuleBroken(ShowRule.ALREADY_IN_LINE_UP);
        audit.record(
                actor,
                "show.item-added",
                "show",
                id,
                Map.of("title", listing.title(), "packs", String.valueOf(wanted.packs())));
        news.tell(id, ShowTopic.PIN);
        return item;
    }

    /// More packs of one's own item. The same addition again is once. Refuses by [NotFound], SHOW_NOT_IN_THAT_STATE,
    /// and as [ShowOffers#addPacks].
    public void addPacks(Actor actor, ShowId id, ListingId listing, HoldingId addition, long packs) {
        notOver(id);
        ShowItem item = item(id, listing);
        store.borrow(id, listing, offers.addPacks(actor, listing, item.model(), addition, packs));
        audit.record(
                actor,
                "show.item-added",
                "show",
                id,
                Map.of("title", listings.get(listing).title(), "packs", String.valueOf(packs)));
        news.tell(id, ShowTopic.PIN);
    }

    /// Another price of one's own item; whoever watches is shown it at once, and nobody is charged what they did not
    /// see. Refuses by [NotFound], LISTING_CHANGED_MEANWHILE, LISTING_PRICE_OUT_OF_RANGE.
    ///
    /// @param seen the version of the terms that is changed
    public Listing reprice(Actor actor, ShowId id, ListingId listing, int seen, Money price) {
        notOver(id);
        item(id, listing);
        Listing now = offers.reprice(actor, listing, seen, price);
        store.repricePin(id, listing, price);
        audit.record(actor, "show.price-changed", "show", id, Map.of("title", now.title(), "price", price.toString()));
        news.tell(id, ShowTopic.PIN);
        return now;
    }

    /// Takes one's own item out; unsold packs go back. Twice is once. Refuses by [NotFound], PINNED_NOW.
    public void remove(Actor actor, ShowId id, ListingId listing) {
        if (shows.held(id).isEmpty()) throw new NotFound("show", id);
        ItemStore.Lent lent = store.lent(id).stream()
                .filter(one -> one.listing().equals(listing))
                .findFirst()
                .orElseThrow(() -> new NotFound("listing", listing));
        Listing own = listings.ownAnywhere(actor, listing);
        if (store.isPinned(id, listing)) throw new RuleBroken(ShowRule.PINNED_NOW);
        if (!store.remove(id, listing, clock.instant())) return;
        offers.turn(List.of(own), false);
        giveBack(own, listings.get(lent.model()), lent);
        audit.record(actor, "show.item-removed", "show", id, Map.of("title", own.title()));
        news.tell(id, ShowTopic.PIN);
    }

    private void giveBack(Listing listing, Listing model, ItemStore.Lent lent) {
        long back = offers.giveBack(listing, model, lent.borrowed());
        if (back > 0) store.borrow(lent.show(), lent.listing(), -back);
    }

    /// On sale from now on.
    void open(ShowId id) {
        offers.turn(listings(id).values(), true);
    }

    /// Not on sale any more; unsold packs go back, also those of what left the line-up before.
    void close(ShowId id) {
        List<ItemStore.Lent> ever = store.lent(id);
        Map<ListingId, Listing> own =
                listings.byIds(ever.stream().map(ItemStore.Lent::listing).toList());
        Map<ListingId, Listing> models =
                listings.byIds(ever.stream().map(ItemStore.Lent::model).toList());
        offers.turn(own.values(), false);
        for (ItemStore.Lent lent : ever)
            giveBack(
                    Objects.requireNonNull(own.get(lent.listing())),
                    Objects.requireNonNull(models.get(lent.model())),
                    lent);
    }

    /// What came back to shows that are over goes back to where it came from. Answers how many shows had something.
    @Transactional(propagation = Propagation.NEVER)
    int tidy() {
        Map<RegionId, List<ItemStore.Lent>> lent = store
                .lent(shows.over(clock.instant().minus(LOOKED_AFTER)))
                .stream()
                .collect(Collectors.groupingBy(ItemStore.Lent::origin));
        Set<ShowId> some = new HashSet<>();
        lent.forEach((origin, here) -> {
            Map<SellableId, Long> left = sellables.left(
                    origin, here.stream().map(ItemStore.Lent::sellable).toList());
            here.stream()
                    .filter(one -> left.getOrDefault(one.sellable(), 0L) > 0)
                    .forEach(one -> some.add(one.show()));
        });
        for (ShowId id : some)
            try {
                transaction.executeWithoutResult(_ -> close(id));
            } catch (RuntimeException failed) {
                LOG.error("Goods left in show {} could not go back; it is tried again", id, failed);
            }
        return some.size();
    }

    private Show notOver(ShowId id) {
        Show show = shows.held(id).orElseThrow(() -> new NotFound("show", id));
        if (show.state().isOver()) throw new RuleBroken(ShowRule.SHOW_NOT_IN_THAT_STATE, show.state());
        return show;
    }

    /// In their order.
    @Transactional(readOnly = true)
    public List<ShowItem> of(ShowId id) {
        return store.of(id);
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public ShowItem item(ShowId id, ListingId listing) {
        return store.of(id).stream()
                .filter(one -> one.listing().equals(listing))
                .findFirst()
                .orElseThrow(() -> new NotFound("listing", listing));
    }

    /// The listings of its line-up.
    @Transactional(readOnly = true)
    public Map<ListingId, Listing> listings(ShowId id) {
        return listings.byIds(store.of(id).stream().map(ShowItem::listing).collect(Collectors.toList()));
    }

    /// Also of those that left the line-up: what was sold of them counts.
    @Transactional(readOnly = true)
    public Map<ListingId, Listing> everOffered(ShowId id) {
        return listings.byIds(store.everOf(id));
    }
}
