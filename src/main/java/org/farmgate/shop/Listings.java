package org.farmgate.shop;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.NewSellable;
import org.farmgate.stock.Sellable;
import org.farmgate.stock.SellableId;
import org.farmgate.stock.Sellables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is on sale. A seller keeps their own; everybody sees what is open. What stands behind a listing
/// is set aside in `stock` when it is made, so a listing never promises what is not there.
@Service
@Transactional
public class Listings {
    private final ListingStore store;
    private final ListingReadStore reading;
    private final GroupStore groups;
    private final Sellables sellables;
    private final Products products;
    private final Regions regions;
    private final Audit audit;
    private final Clock clock;

    Listings(
            ListingStore store,
            ListingReadStore reading,
            GroupStore groups,
            Sellables sellables,
            Products products,
            Regions regions,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.groups = groups;
        this.sellables = sellables;
        this.products = products;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A draft with its goods set aside. The same listing twice is one. Refuses by LISTING_ID_TAKEN, as
    /// [ListingTerms] and [Listing] do, and as [Sellables#offer] where goods are missing.
    public Listing draft(Actor actor, NewListing wanted) {
        actor.require(Right.SELL);
        products.get(wanted.product());
        regions.get(wanted.origin());
        var listing = new Listing(
                wanted.id(),
                wanted.origin(),
                actor.organisation(),
                wanted.product(),
                wanted.grade(),
                wanted.pack(),
                wanted.title(),
                wanted.story(),
                wanted.harvestedOn(),
                wanted.bestBefore(),
                new SellableId(wanted.id().value()),
                ListingState.DRAFT,
                wanted.terms().asVersion(1),
                Optional.empty());
        if (!store.insert(listing, actor, clock.instant())) {
            Listing there = find(listing.id()).orElseThrow(() -> new RuleBroken(ShopRule.LISTING_ID_TAKEN));
            if (!there.as(ListingState.DRAFT).equals(listing)) throw new RuleBroken(ShopRule.LISTING_ID_TAKEN);
            return there;
        }
        sellables.offer(new NewSellable(
                listing.sellable(),
                listing.origin(),
                listing.id().value(),
                Optional.empty(),
                listing.seller(),
                listing.product(),
                listing.grade(),
                listing.pack(),
                wanted.packs(),
                wanted.sites()));
        audit.record(actor, "listing.drafted", "listing", listing.id(), Map.of("title", listing.title()));
        return listing;
    }

    /// On sale from now on. Refuses by GROUP_HAS_FAILED.
    public Listing open(Actor actor, ListingId id) {
        if (groups.of(List.of(id)).stream().anyMatch(group -> group.state() == GroupOffer.State.FAILED))
            throw new RuleBroken(GroupRule.GROUP_HAS_FAILED);
        return turn(actor, id, ListingState.OPEN, "listing.opened");
    }

    public Listing close(Actor actor, ListingId id) {
        return turn(actor, id, ListingState.CLOSED, "listing.closed");
    }

    private Listing turn(Actor actor, ListingId id, ListingState state, String deed) {
        Listing listing = own(actor, id);
        if (listing.state() == state) return listing;
        store.setState(List.of(listing), state, clock.instant());
        audit.record(actor, deed, "listing", id, Map.of("title", listing.title()));
        return listing.as(state);
    }

    /// Other terms from now on; what was ordered keeps the terms it was ordered by. Refuses by
    /// LISTING_CHANGED_MEANWHILE when `seen` is no longer the version that stands.
    public Listing change(Actor actor, ListingId id, int seen, ListingTerms terms) {
        return amend(actor, id, seen, ListingText.of(own(actor, id)), terms);
    }

    /// As [#change], with other words too.
    public Listing amend(Actor actor, ListingId id, int seen, ListingText text, ListingTerms terms) {
        return amend(actor, own(actor, id), seen, text, terms);
    }

    Listing amend(Actor actor, Listing listing, int seen, ListingText text, ListingTerms terms) {
        Listing changed = listing.with(text, terms.asVersion(seen + 1));
        if (!store.moveOn(changed, seen)) throw new RuleBroken(ShopRule.LISTING_CHANGED_MEANWHILE);
        store.insertTerms(changed, actor, clock.instant());
        audit.record(
                actor,
                "listing.terms-changed",
                "listing",
                listing.id(),
                Map.of("price", terms.price().toString()));
        return changed;
    }

    /// More packs on sale, from the sites named when it was drafted. The same addition twice is one. Refuses as
    /// [Sellables#add].
    public Sellable addPacks(Actor actor, ListingId id, HoldingId addition, long packs) {
        Listing listing = own(actor, id);
        Sellable now = sellables.add(listing.origin(), listing.sellable(), addition, packs);
        audit.record(actor, "listing.packs-added", "listing", id, Map.of("packs", String.valueOf(packs)));
        return now;
    }

    /// Takes unsold packs off the market; answers how many there were of those.
    public long withdrawPacks(Actor actor, ListingId id, long packs) {
        Listing listing = own(actor, id);
        long taken = sellables.withdraw(listing.origin(), listing.sellable(), packs);
        audit.record(actor, "listing.packs-withdrawn", "listing", id, Map.of("packs", String.valueOf(taken)));
        return taken;
    }

    /// How many packs can be bought of each now.
    @Transactional(readOnly = true)
    public Map<ListingId, Long> left(Collection<Listing> asked) {
        Map<ListingId, Long> left = new HashMap<>();
        asked.stream().collect(Collectors.groupingBy(Listing::origin)).forEach((origin, here) -> {
            Map<SellableId, Long> there =
                    sellables.left(origin, here.stream().map(Listing::sellable).toList());
            for (Listing one : here) left.put(one.id(), there.getOrDefault(one.sellable(), 0L));
        });
        return left;
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Listing get(ListingId id) {
        return find(id).orElseThrow(() -> new NotFound("listing", id));
    }

    /// As [#get], but another's draft, or what is sold at a till or in a show, is not found.
    @Transactional(readOnly = true)
    public Listing see(Optional<Actor> actor, ListingId id) {
        return find(id).filter(listing -> listing.state() != ListingState.DRAFT
                                && listing.venue().isEmpty()
                        || actor.filter(who -> keeps(who, listing.seller())).isPresent())
                .orElseThrow(() -> new NotFound("listing", id));
    }

    @Transactional(readOnly = true)
    public Optional<Listing> find(ListingId id) {
        return Optional.ofNullable(store.byIds(List.of(id)).get(id));
    }

    /// One version of a listing's terms, as orders name it.
    public record Version(ListingId listing, int number) {}

    /// The terms of these versions of listings of one county; those that are not known are left out.
    @Transactional(readOnly = true)
    public Map<Version, ListingTerms> terms(RegionId origin, Collection<Version> versions) {
        Map<Version, ListingTerms> terms = new HashMap<>();
        store.terms(
                        origin,
                        versions.stream()
                                .map(one -> new OfferedTerms.Version(one.listing(), one.number()))
                                .toList())
                .forEach((one, offered) -> terms.put(new Version(one.listing(), one.number()), offered.terms()));
        return terms;
    }

    @Transactional(readOnly = true)
    public Map<ListingId, Listing> byIds(Collection<ListingId> ids) {
        return store.byIds(ids);
    }

    /// What is open; of one's own also what is not.
    @Transactional(readOnly = true)
    public Slice<Listing> search(Optional<Actor> actor, ListingQuery query) {
        boolean own = query.seller()
                .filter(seller -> actor.filter(who -> keeps(who, seller)).isPresent())
                .isPresent();
        return reading.search(query, own);
    }

    /// Where something is on sale, and of what.
    public record OnSale(Set<RegionId> origins, Set<ProductId> products) {}

    @Transactional(readOnly = true)
    public OnSale onSale() {
        ListingReadStore.Kinds kinds = reading.kinds();
        return new OnSale(kinds.origins(), kinds.products());
    }

    static boolean keeps(Actor actor, PartyId seller) {
        return actor.may(Right.SELL) && (actor.everywhere() || actor.actsFor(seller));
    }

    /// For its seller. What a live show alone sells is not found: it changes in its line-up, where those who watch
    /// see it. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Listing own(Actor actor, ListingId id) {
        Listing listing = ownAnywhere(actor, id);
        if (listing.venue().orElse(null) instanceof Venue.Show) throw new NotFound("listing", id);
        return listing;
    }

    /// As [#own], also where a live show alone sells it. For modules.
    @Transactional(readOnly = true)
    public Listing ownAnywhere(Actor actor, ListingId id) {
        actor.require(Right.SELL);
        Listing listing = get(id);
        if (!keeps(actor, listing.seller())) throw new NotFound("listing", id);
        return listing;
    }
}
