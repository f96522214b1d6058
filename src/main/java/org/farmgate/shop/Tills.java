package org.farmgate.shop;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.NewSellable;
import org.farmgate.stock.SellableId;
import org.farmgate.stock.Sellables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Counters that sell for cash what is set aside for them. A sale enters by the order intake like any other, and is
/// picked, paid and delivered at once.
@Service
public class Tills {
    /// Nobody asks a customer at a counter for their number.
    private static final String NO_TELEPHONE = "000000";

    private final TillStore store;
    private final Listings listings;
    private final ListingStore listingStore;
    private final Sellables sellables;
    private final Sites sites;
    private final OrderIntake intake;
    private final Orders orders;
    private final OrderStore orderStore;
    private final Fulfilment fulfilment;
    private final OrderPayments payments;
    private final Consignments consignments;
    private final Audit audit;
    private final Clock clock;

    Tills(
            TillStore store,
            Listings listings,
            ListingStore listingStore,
            Sellables sellables,
            Sites sites,
            OrderIntake intake,
            Orders orders,
            OrderStore orderStore,
            Fulfilment fulfilment,
            OrderPayments payments,
            Consignments consignments,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.listingStore = listingStore;
        this.sellables = sellables;
        this.sites = sites;
        this.intake = intake;
        this.orders = orders;
        this.orderStore = orderStore;
        this.fulfilment = fulfilment;
        this.payments = payments;
        this.consignments = consignments;
        this.audit = audit;
        this.clock = clock;
    }

    /// At one of the actor's own sites. The same again is once. Refuses by [NotFound], TILL_NAME_TAKEN.
    @Transactional
    public Till open(Actor actor, TillId id, org.farmgate.place.RegionId origin, SiteId site, String name) {
        actor.require(Right.SELL);
        if (!sites.get(site).operator().equals(actor.organisation())) throw new NotFound("site", site);
        var till = new Till(id, origin, actor.organisation(), site, name);
        if (!store.insert(till, actor, clock.instant())) {
            if (!store.find(id).equals(Optional.of(till))) throw new RuleBroken(TillRule.TILL_NAME_TAKEN);
            return till;
        }
        audit.record(actor, "till.opened", "till", id, Map.of("name", till.name()));
        return till;
    }

    /// One's own. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Till get(Actor actor, TillId id) {
        return store.find(id)
                .filter(till -> Listings.keeps(actor, till.seller()))
                .orElseThrow(() -> new NotFound("till", id));
    }

    @Transactional(readOnly = true)
    public List<Till> list(Actor actor) {
        actor.require(Right.SELL);
        return store.ofSeller(actor.organisation());
    }

    /// What it sells, by title.
    @Transactional(readOnly = true)
    public List<Listing> goods(Till till) {
        return store.goods(till);
    }

    /// Sets packs aside for the till, as a listing in the words and terms of one of the seller's own. The same addition
    /// again is once. Refuses by [NotFound] and as [Sellables#offer] and [Sellables#add].
    @Transactional
    public Listing stock(Actor actor, TillId id, ListingId like, HoldingId addition, long packs) {
        Till till = get(actor, id);
        Listing model = listings.own(actor, like);
        if (!model.origin().equals(till.origin())) throw new NotFound("listing", like);
        var own = new ListingId(Derived.id(id.value(), "sells " + like));
        Optional<Listing> there = listings.find(own);
        if (there.isPresent()) {
            sellables.add(till.origin(), there.get().sellable(), addition, packs);
            return there.get();
        }
        Listing listing = ofTill(id, model, own, new SellableId(addition.value()));
        if (!listingStore.insert(listing, actor, clock.instant())) throw new RuleBroken(ShopRule.LISTING_ID_TAKEN);
        sellables.offer(new NewSellable(
                listing.sellable(),
                till.origin(),
                own.value(),
                Optional.of(id.value()),
                till.seller(),
                listing.product(),
                listing.grade(),
                listing.pack(),
                packs,
                List.of(till.site())));
        audit.record(
                actor, "till.stocked", "till", id, Map.of("title", listing.title(), "packs", String.valueOf(packs)));
        return listing;
    }

    /// Without a limit: at a counter nobody is known.
    private static Listing ofTill(TillId till, Listing model, ListingId id, SellableId sellable) {
        ListingTerms terms = model.terms();
        return model.soldAt(
                new Venue.Counter(till),
                id,
                sellable,
                ListingState.OPEN,
                new ListingTerms(1, terms.price(), terms.tiers(), Optional.empty(), terms.split()));
    }

    /// Sells over the counter: ordered, picked, paid in cash and handed over. The same key again goes on where it was
    /// left and answers the same order. Refuses by [NotFound], TILL_DOES_NOT_SELL_THAT, and as the intake does.
    public Order sell(Actor actor, TillId id, OrderKey key, List<Wanted> lines) {
        return finish(actor, place(actor, get(actor, id), key, lines));
    }

    Order place(Actor actor, Till till, OrderKey key, List<Wanted> lines) {
        Collection<ListingId> sold = goods(till).stream().map(Listing::id).collect(java.util.stream.Collectors.toSet());
        for (Wanted line : lines)
            if (!sold.contains(line.listing())) throw new RuleBroken(TillRule.TILL_DOES_NOT_SELL_THAT);
        OrderAnswer answer = intake.place(new OrderRequest(
                        key,
                        Optional.empty(),
                        till.origin(),
                        new Contact(till.name(), NO_TELEPHONE, till.name()),
                        BatchDraft.AT_THE_DOOR,
                        Channel.TILL,
                        lines))
                .getFirst();
        return switch (answer) {
            case OrderAnswer.Taken taken -> orders.ofSeller(actor, taken.id());
            case OrderAnswer.Refused refused -> throw refused.why();
        };
    }

    /// Each step happens once, so a sale that was interrupted is finished by doing it again.
    Order finish(Actor actor, Order order) {
        OrderId id = order.id();
        if (order.state() == OrderState.CONFIRMED) fulfilment.pick(actor, id, Optional.empty());
        if (order.paidAt().isEmpty()) payments.takenAtTheDoor(actor, id);
        ConsignmentId consignment = Fulfilment.consignment(id);
        switch (orders.ofSeller(actor, id).state()) {
            case PICKED, SHIPPED -> {
                var known = consignments.see(actor, consignment);
                if (!known.stage().isFinal()) {
                    if (known.stage() == org.farmgate.logistics.ConsignmentStage.BOOKED)
                        consignments.handOver(
                                actor,
                                consignment,
                                new Carrier(Optional.of(actor.organisation()), actor.organisationName()),
                                Optional.empty(),
                                clock.instant());
                    consignments.deliver(actor, consignment, actor.personName(), known.mass(), clock.instant());
                }
            }
            case PLACED, CONFIRMED, GATHERING, DELIVERED, SETTLED, CANCELLED, EXPIRED, RETURNED -> {}
        }
        return orders.ofSeller(actor, id);
    }

    /// By the keys of sales, those that are in already.
    @Transactional(readOnly = true)
    public List<Order> sold(OrderKey key) {
        return orderStore.ofKey(key);
    }
}
