package org.farmgate.shop;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.NewSellable;
import org.farmgate.stock.Sellable;
import org.farmgate.stock.SellableId;
import org.farmgate.stock.Sellables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What live shows sell: listings of their own, with goods set aside and a price for the show alone. For `live`,
/// which decides who may and when; orders enter by the intake like any others.
@Service
@Transactional
public class ShowOffers {
    private final Listings listings;
    private final ListingStore store;
    private final GroupStore groups;
    private final Sellables sellables;
    private final Clock clock;

    ShowOffers(Listings listings, ListingStore store, GroupStore groups, Sellables sellables, Clock clock) {
        this.listings = listings;
        this.store = store;
        this.groups = groups;
        this.sellables = sellables;
        this.clock = clock;
    }

    /// @param listing the show's own
    /// @param borrowed packs that were taken off the seller's open listing, and go back there
    public record Brought(Listing listing, long borrowed) {}

    /// Sets packs aside, as a listing that is not open yet: first those that the seller's own listing has not sold,
    /// then free goods at its sites. The same offer again is once.
    ///
    /// Refuses by [NotFound], LISTING_ID_TAKEN, LISTING_NOT_OPEN for group offers, as [ListingTerms], and as
    /// [Sellables#offer].
    public Brought offer(Actor actor, ShowOffer wanted) {
        Listing model = listings.own(actor, wanted.like());
        if (model.venue().isPresent()) throw new NotFound("listing", wanted.like());
        if (!groups.of(List.of(model.id())).isEmpty()) throw new RuleBroken(ShopRule.LISTING_NOT_OPEN);
        Listing listing = ofShow(wanted, model);
        if (!store.insert(listing, actor, clock.instant())) {
            Listing there = listings.get(listing.id());
            if (!there.seller().equals(model.seller()) || !there.venue().equals(listing.venue()))
                throw new RuleBroken(ShopRule.LISTING_ID_TAKEN);
            return there.sellable().equals(listing.sellable())
                    ? new Brought(there, 0)
                    : again(actor, there, model, wanted);
        }
        Sellable open = sellables.get(model.origin(), model.sellable());
        long borrowed = sellables.withdraw(model.origin(), model.sellable(), wanted.packs());
        sellables.offer(new NewSellable(
                listing.sellable(),
                listing.origin(),
                listing.id().value(),
                Optional.of(wanted.show()),
                listing.seller(),
                listing.product(),
                listing.grade(),
                listing.pack(),
                wanted.packs(),
                open.sites()));
        return new Brought(listing, borrowed);
    }

    /// What left a show comes into it again.
    private Brought again(Actor actor, Listing there, Listing model, ShowOffer wanted) {
        long borrowed = sellables.move(there.origin(), model.sellable(), there.sellable(), wanted.id(), wanted.packs());
        ListingTerms terms = ofShow(wanted, model).terms();
        return new Brought(
                listings.amend(actor, there, there.terms().version(), ListingText.of(there), terms), borrowed);
    }

    private static Listing ofShow(ShowOffer wanted, Listing model) {
        Split split = model.terms().split();
        return model.soldAt(
                new Venue.Show(wanted.show(), model.id()),
                new ListingId(Derived.id(wanted.show(), "shows " + model.id())),
                new SellableId(wanted.id().value()),
                ListingState.DRAFT,
                new ListingTerms(
                        1,
                        wanted.price(),
                        List.of(),
                        wanted.limitPerBuyer(),
                        wanted.host().map(host -> withHost(split, host)).orElse(split)));
    }

    /// The most that a host can get beside this split: something is left of its largest part.
    public static int mostForHost(Split split) {
        return largest(split).basisPoints() - 1;
    }

    private static Split.Part largest(Split split) {
        return split.parts().stream()
                .max(Comparator.comparingInt(Split.Part::basisPoints))
                .orElseThrow();
    }

    private static Split withHost(Split split, Split.Part host) {
        Split.Part largest = largest(split);
        List<Split.Part> parts = new ArrayList<>();
        for (Split.Part part : split.parts())
            parts.add(
                    part == largest
                            ? new Split.Part(part.share(), part.party(), part.basisPoints() - host.basisPoints())
                            : part);
        parts.add(host);
        return new Split(split.rule(), parts);
    }

    /// More packs for the show, taken as [#offer] takes them; answers how many of them are borrowed. The same
    /// addition again is once and answers none. Refuses as [Sellables#move].
    public long addPacks(Actor actor, ListingId id, ListingId like, HoldingId addition, long packs) {
        Listing listing = listings.ownAnywhere(actor, id);
        return sellables.move(listing.origin(), listings.get(like).sellable(), listing.sellable(), addition, packs);
    }

    /// Another price from now on; what was ordered stays as it was. Refuses by LISTING_CHANGED_MEANWHILE.
    public Listing reprice(Actor actor, ListingId id, int seen, Money price) {
        Listing listing = listings.ownAnywhere(actor, id);
        ListingTerms terms = listing.terms();
        var changed = new ListingTerms(seen, price, List.of(), terms.limitPerBuyer(), terms.split());
        return listings.amend(actor, listing, seen, ListingText.of(listing), changed);
    }

    /// On sale, or no longer.
    public void turn(Collection<Listing> some, boolean open) {
        store.setState(some, open ? ListingState.OPEN : ListingState.CLOSED, clock.instant());
    }

    /// Nothing is left in the show: of its unsold packs at most those that were borrowed are on sale again by the
    /// listing they came from, unless that is closed; the rest is free. Answers how many are on sale again.
    public long giveBack(Listing listing, Listing model, long borrowed) {
        long most = model.state() == ListingState.CLOSED ? 0 : borrowed;
        return sellables.moveUnsold(listing.origin(), listing.sellable(), model.sellable(), most);
    }

    /// What a seller offers in shows that are on air or to come.
    @Transactional(readOnly = true)
    public List<Listing> ofSeller(PartyId seller) {
        return store.inShows(seller);
    }
}
