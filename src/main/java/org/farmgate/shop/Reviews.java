package org.farmgate.shop;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What buyers say of goods that they got. Nobody else can say anything, and nothing that was said is deleted.
@Service
@Transactional
public class Reviews {
    private final ReviewStore store;
    private final Orders orders;
    private final Listings listings;
    private final Audit audit;
    private final Clock clock;

    Reviews(ReviewStore store, Orders orders, Listings listings, Audit audit, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.listings = listings;
        this.audit = audit;
        this.clock = clock;
    }

    /// By a guest who knows the cart's key. The same again is once. Refuses by [NotFound], REVIEW_BEFORE_DELIVERY,
    /// REVIEW_ALREADY_WRITTEN.
    ///
    /// @param line from 0
    /// @param stars 1 to 5
    public Review write(OrderKey key, OrderId id, int line, int stars, String words) {
        return write(
                orders.ofKey(key).stream()
                        .filter(order -> order.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("order", id)),
                line,
                stars,
                words);
    }

    /// As the other, by a buyer who is signed in.
    public Review write(Actor actor, OrderId id, int line, int stars, String words) {
        Order order = orders.see(actor, id);
        if (order.buyer().filter(actor::actsFor).isEmpty()) throw new NotFound("order", id);
        return write(order, line, stars, words);
    }

    private Review write(Order order, int line, int stars, String words) {
        if (line < 0 || line >= order.lines().size()) throw new NotFound("order", order.id());
        boolean got = order.state() == OrderState.DELIVERED || order.state() == OrderState.SETTLED;
        if (!got) throw new RuleBroken(ReviewRule.REVIEW_BEFORE_DELIVERY);
        var review = new Review(
                ReviewId.of(order.id(), line),
                order.origin(),
                about(order.lines().get(line).listing()),
                order.id(),
                line,
                stars,
                words,
                Review.signed(orders.contact(order).name()),
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        if (store.insert(review)) return review;
        return store.find(review.origin(), review.id())
                .filter(review::saysTheSameAs)
                .orElseThrow(() -> new RuleBroken(ReviewRule.REVIEW_ALREADY_WRITTEN));
    }

    /// What was bought in a live show is reviewed where it is sold afterwards.
    private ListingId about(ListingId bought) {
        return listings.get(bought).venue().orElse(null) instanceof Venue.Show show ? show.like() : bought;
    }

    /// By the seller of the listing, once. Refuses by [NotFound], REVIEW_ALREADY_ANSWERED.
    public void answer(Actor actor, ListingId listing, ReviewId id, String words) {
        Listing own = listings.own(actor, listing);
        Review review = of(own, id);
        String told = words.strip();
        if (told.isEmpty()) throw new InputBroken("answer", "missing");
        if (told.length() > Review.LONGEST_WORDS) throw new InputBroken("answer", "too-long", Review.LONGEST_WORDS);
        if (review.answer().filter(there -> there.words().equals(told)).isPresent()) return;
        if (!store.answer(review, told, actor, clock.instant()))
            throw new RuleBroken(ReviewRule.REVIEW_ALREADY_ANSWERED);
        audit.record(actor, "review.answered", "review", id, Map.of("listing", listing.toString()));
    }

    /// By an administrator, with the reason; hidden already, it stays so. Refuses by [NotFound].
    public void hide(Actor actor, ListingId listing, ReviewId id, String reason) {
        actor.require(Right.ADMINISTER);
        Review review = of(listings.get(listing), id);
        String told = reason.strip();
        if (told.isEmpty()) throw new InputBroken("reason", "missing");
        if (told.length() > Review.LONGEST_REASON) throw new InputBroken("reason", "too-long", Review.LONGEST_REASON);
        if (store.hide(review, told, actor, clock.instant()))
            audit.record(actor, "review.hidden", "review", id, Map.of("listing", listing.toString(), "reason", told));
    }

    private Review of(Listing listing, ReviewId id) {
        return store.find(listing.origin(), id)
                .filter(review -> review.listing().equals(listing.id()))
                .orElseThrow(() -> new NotFound("review", id));
    }

    /// The latest first. Administrators see hidden ones too.
    @Transactional(readOnly = true)
    public Slice<Review> ofListing(Optional<Actor> actor, ListingId listing, Paging paging) {
        return store.ofListing(
                listing, paging, actor.filter(who -> who.may(Right.ADMINISTER)).isPresent());
    }

    @Transactional(readOnly = true)
    public List<Review> ofOrder(Order order) {
        return store.ofOrder(order.origin(), order.id());
    }

    /// Those without a review are missing.
    @Transactional(readOnly = true)
    public Map<ListingId, Rating> ratings(Collection<ListingId> ids) {
        return store.ratings(ids);
    }
}
