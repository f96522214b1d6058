package org.farmgate.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Group pre-orders: people order and pay, and their orders wait. At the end either enough packs are paid for, and all
/// go on, or everybody gets their money back.
@Service
@Transactional
public class GroupOffers {
    public static final Duration LONGEST = Duration.ofDays(90);
    private static final int DECIDED_AT_ONCE = 50;
    private static final int MOST_KEPT = 50_000;

    private final GroupStore store;
    private final Listings listings;
    private final ListingStore listingStore;
    private final OrderStore orders;
    private final StepStore steps;
    private final Undoing undoing;
    private final Refunds refunds;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<ListingId, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    GroupOffers(
            GroupStore store,
            Listings listings,
            ListingStore listingStore,
            OrderStore orders,
            StepStore steps,
            Undoing undoing,
            Refunds refunds,
            Audit audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.listingStore = listingStore;
        this.orders = orders;
        this.steps = steps;
        this.undoing = undoing;
        this.refunds = refunds;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /// Makes a draft a group pre-order. The same again is once. Refuses by [org.farmgate.platform.NotFound],
    /// GROUP_NOT_A_DRAFT, GROUP_SIZE_OUT_OF_RANGE, GROUP_END_OUT_OF_RANGE, GROUP_ALREADY_OPEN.
    public GroupOffer open(Actor actor, ListingId id, long leastPacks, Instant endsAt) {
        Listing listing = listings.own(actor, id);
        Instant now = clock.instant();
        Instant ends = endsAt.truncatedTo(ChronoUnit.SECONDS);
        Optional<GroupOffer> there = find(id);
        if (there.isPresent()) {
            if (there.get().leastPacks() == leastPacks && there.get().endsAt().equals(ends)) return there.get();
            throw new RuleBroken(GroupRule.GROUP_ALREADY_OPEN);
        }
        if (listing.state() != ListingState.DRAFT) throw new RuleBroken(GroupRule.GROUP_NOT_A_DRAFT);
        long offered = listings.left(List.of(listing)).getOrDefault(id, 0L);
        if (leastPacks < 2 || leastPacks > offered) throw new RuleBroken(GroupRule.GROUP_SIZE_OUT_OF_RANGE, offered);
        if (!ends.isAfter(now) || ends.isAfter(now.plus(LONGEST)))
            throw new RuleBroken(GroupRule.GROUP_END_OUT_OF_RANGE, LONGEST.toDays());
        var offer =
                new GroupOffer(id, listing.origin(), leastPacks, ends, GroupOffer.State.GATHERING, 0, Optional.empty());
        if (!store.insert(offer, actor, now)) throw new RuleBroken(GroupRule.GROUP_ALREADY_OPEN);
        audit.record(actor, "listing.group-opened", "listing", id, Map.of("packs", String.valueOf(leastPacks)));
        return offer;
    }

    @Transactional(readOnly = true)
    public Optional<GroupOffer> find(ListingId id) {
        return store.of(List.of(id)).stream().findFirst();
    }

    /// Those of them that are group pre-orders, decided ones too.
    @Transactional(readOnly = true)
    public Map<ListingId, GroupOffer> byIds(Collection<ListingId> ids) {
        return store.of(ids).stream().collect(Collectors.toMap(GroupOffer::listing, Function.identity()));
    }

    /// Refuses by GROUP_NOT_AT_THE_DOOR where any of these is a group pre-order and the provider is cash.
    @Transactional(propagation = Propagation.SUPPORTS)
    public void checkWay(String provider, Collection<ListingId> wanted) {
        if (provider.equals(BatchDraft.AT_THE_DOOR) && isAnyGroup(wanted))
            throw new RuleBroken(GroupRule.GROUP_NOT_AT_THE_DOOR);
    }

    /// Whether any of them is, or ever was, one. Only drafts become one, so what is known of a listing on sale is known
    /// for good.
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isAnyGroup(Collection<ListingId> wanted) {
        Map<ListingId, Boolean> there = known.getAllPresent(wanted);
        if (there.size() == wanted.size()) return there.containsValue(true);
        Map<ListingId, Boolean> found = store.onSale(wanted);
        known.putAll(found);
        return found.containsValue(true);
    }

    /// A paid order joins the groups that its goods belong to, in the transaction that confirmed it; where one has
    /// failed meanwhile, the money goes back at once.
    void join(OrderId id) {
        Order order = orders.find(id).orElseThrow();
        if (order.state() != OrderState.CONFIRMED) return;
        List<GroupOffer.State> states = store.join(
                order.origin(), order.lines().stream().map(OrderLine::listing).toList());
        if (states.contains(GroupOffer.State.FAILED)) {
            end(List.of(order), OrderState.CONFIRMED, clock.instant());
        } else if (states.contains(GroupOffer.State.GATHERING)) {
            Instant at = clock.instant();
            if (orders.turn(order.origin(), List.of(id), EnumSet.of(OrderState.CONFIRMED), OrderState.GATHERING, at)
                    .isEmpty()) return;
            store.insertMembers(order);
            steps.add(order.origin(), List.of(id), OrderState.GATHERING, Optional.empty(), "", at);
        }
    }

    /// Decides those whose time has come, each in a transaction of its own. Answers how many.
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public int decide() {
        int decided = 0;
        for (GroupStore.Due due : store.due(clock.instant(), DECIDED_AT_ONCE))
            if (Boolean.TRUE.equals(transaction.execute(_ -> decide(due)))) decided++;
        return decided;
    }

    private boolean decide(GroupStore.Due due) {
        Instant at = clock.instant();
        if (!store.lock(due, at)) return false;
        // Under the lock: whoever had joined is counted, whoever comes now sees what was decided.
        GroupOffer offer = find(due.listing()).orElseThrow();
        if (offer.paidPacks() >= offer.leastPacks()) {
            store.decide(due, GroupOffer.State.MADE, offer.paidPacks(), at);
            goOn(due, at);
        } else {
            store.decide(due, GroupOffer.State.FAILED, offer.paidPacks(), at);
            listingStore.setState(List.of(listings.get(due.listing())), ListingState.CLOSED, at);
            end(orders.byIds(due.origin(), store.members(due)), OrderState.GATHERING, at);
        }
        return true;
    }

    private void goOn(GroupStore.Due due, Instant at) {
        List<OrderId> waiting = store.waiting(due);
        List<OrderId> turned = List.copyOf(
                orders.turn(due.origin(), waiting, EnumSet.of(OrderState.GATHERING), OrderState.CONFIRMED, at));
        steps.add(due.origin(), turned, OrderState.CONFIRMED, Optional.empty(), "", at);
        for (Order order : orders.byIds(due.origin(), turned))
            events.publishEvent(new OrderConfirmed(order.id(), order.origin(), order.seller(), at));
    }

    private void end(List<Order> all, OrderState from, Instant at) {
        if (all.isEmpty()) return;
        List<Order> ended = undoing.end(
                all.getFirst().origin(), all, EnumSet.of(from), OrderState.CANCELLED, Optional.empty(), "group", at);
        for (Order order : ended)
            if (order.paidAt().isPresent()) refunds.allThatIsLeft(order, Optional.empty(), "group");
    }
}
