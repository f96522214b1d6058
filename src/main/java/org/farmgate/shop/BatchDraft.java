package org.farmgate.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.SellableId;
import org.jspecify.annotations.Nullable;

/// What becomes of a batch, decided in memory in the order of arrival. What was looked up beforehand
/// narrows it; without, it takes for granted that goods suffice, no limit is reached and no order is
/// there, and the database's guards tell when that was wrong.
final class BatchDraft {
    private final List<Arrival> arrivals;
    private final Map<ListingId, Offered> offered;
    private final Instant at;
    private final Instant expiresAt;
    private final OrderAnswer[] answers;
    private final Map<OrderId, Integer> first = new HashMap<>();
    private final List<NewOrder> orders = new ArrayList<>();
    private final SortedMap<SellableId, Long> packs = new TreeMap<>();
    private final Map<Taker, Long> takings = new LinkedHashMap<>();
    private final Set<ListingId> sold = new LinkedHashSet<>();
    private Map<OrderId, IntakeStore.Known> known = Map.of();
    private Map<Taker, Long> takenBefore = Map.of();
    private Optional<Map<SellableId, Long>> left = Optional.empty();

    BatchDraft(List<Arrival> arrivals, Map<ListingId, Offered> offered, Instant at, Instant expiresAt) {
        this.arrivals = arrivals;
        this.offered = offered;
        this.at = at;
        this.expiresAt = expiresAt;
        this.answers = new OrderAnswer[arrivals.size()];
    }

    /// One buyer of one listing that has a limit.
    record Taker(ListingId listing, UUID buyer) {}

    /// An order that is to be written.
    record NewOrder(
            Arrival arrival, List<OrderLine> lines, Money total, OrderState state, Optional<Instant> expiresAt) {}

    void known(Map<OrderId, IntakeStore.Known> orders) {
        known = orders;
    }

    void takenBefore(Map<Taker, Long> takings) {
        takenBefore = takings;
    }

    void left(Map<SellableId, Long> packsLeft) {
        left = Optional.of(new HashMap<>(packsLeft));
    }

    List<NewOrder> orders() {
        return orders;
    }

    boolean refuses() {
        return Arrays.stream(answers).anyMatch(OrderAnswer.Refused.class::isInstance);
    }

    List<OrderAnswer> answers() {
        return Arrays.asList(answers);
    }

    /// What all orders together take, in the order of keys.
    SortedMap<SellableId, Long> packs() {
        return packs;
    }

    /// What each buyer takes of listings with a limit.
    List<Taking> takings() {
        return takings.entrySet().stream()
                .map(one -> new Taking(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(
                                (Taking one) -> one.taker().listing().value())
                        .thenComparing(one -> one.taker().buyer()))
                .toList();
    }

    record Taking(Taker taker, long packs) {}

    /// By which version of its terms each listing was sold, and how much one buyer may have of it: it
    /// must be so still when the orders are written.
    List<Current> versions() {
        return sold.stream()
                .map(listing -> new Current(
                        listing,
                        Objects.requireNonNull(offered.get(listing)).terms().version(),
                        limit(listing)))
                .toList();
    }

    record Current(ListingId listing, int version, long most) {}

    Instant expiresAt() {
        return expiresAt;
    }

    Set<SellableId> sellables() {
        Set<SellableId> ids = new HashSet<>();
        offered.values().forEach(one -> ids.add(one.sellable()));
        return ids;
    }

    Set<Taker> limited() {
        Set<Taker> takers = new HashSet<>();
        for (Arrival arrival : arrivals)
            for (Wanted line : arrival.lines())
                if (limit(line.listing()) < Long.MAX_VALUE) takers.add(new Taker(line.listing(), arrival.buyerRef()));
        return takers;
    }

    private long limit(ListingId listing) {
        Offered one = offered.get(listing);
        return one == null
                ? Long.MAX_VALUE
                : one.terms().limitPerBuyer().map(Integer::longValue).orElse(Long.MAX_VALUE);
    }

    void decide() {
        for (int i = 0; i < answers.length; i++) {
            Arrival arrival = arrivals.get(i);
            Integer earlier = first.putIfAbsent(arrival.id(), i);
            answers[i] = earlier != null
                    ? repeated(arrival, arrivals.get(earlier).contentHash(), answers[earlier])
                    : fresh(arrival);
        }
    }

    private static OrderAnswer repeated(Arrival arrival, byte[] before, OrderAnswer answer) {
        return Arrays.equals(arrival.contentHash(), before)
                ? answer
                : refused(
                        arrival,
                        arrival.lines().stream().map(Wanted::listing).toList(),
                        new RuleBroken(ShopRule.ORDER_KEY_REUSED));
    }

    private OrderAnswer fresh(Arrival arrival) {
        IntakeStore.Known there = known.get(arrival.id());
        if (there != null) return repeated(arrival, there.contentHash(), there.answer(arrival));
        List<OrderLine> lines = new ArrayList<>(arrival.lines().size());
        Money total = Money.ZERO;
        for (Wanted wanted : arrival.lines()) {
            Offered one = offered.get(wanted.listing());
            Optional<RuleBroken> broken = broken(arrival, wanted, one);
            if (broken.isPresent()) return refused(arrival, List.of(wanted.listing()), broken.get());
            Money price = Objects.requireNonNull(one).terms().priceFor(wanted.packs());
            var line = new OrderLine(
                    wanted.listing(), one.terms().version(), one.sellable(), wanted.packs(), price, one.pack());
            lines.add(line);
            total = total.plus(line.amount());
        }
        // Only an order that stands as a whole takes anything.
        for (OrderLine line : lines) take(arrival, line);
        boolean atTheDoor = arrival.provider().equals(AT_THE_DOOR);
        OrderState state = atTheDoor ? OrderState.CONFIRMED : OrderState.PLACED;
        Optional<Instant> until = atTheDoor ? Optional.empty() : Optional.of(expiresAt);
        orders.add(new NewOrder(arrival, lines, total, state, until));
        return new OrderAnswer.Taken(arrival.id(), arrival.origin(), arrival.seller(), state, total, at, until);
    }

    /// Cash when the goods come.
    static final String AT_THE_DOOR = "cash";

    private Optional<RuleBroken> broken(Arrival arrival, Wanted wanted, @Nullable Offered one) {
        if (one == null) return Optional.of(new RuleBroken(ShopRule.LISTING_NOT_OPEN));
        Money price = one.terms().priceFor(wanted.packs());
        if (wanted.seenPrice().isPresent() && !wanted.seenPrice().get().equals(price))
            return Optional.of(new RuleBroken(ShopRule.PRICE_CHANGED, price));
        long limit = limit(wanted.listing());
        if (limit < Long.MAX_VALUE) {
            var taker = new Taker(wanted.listing(), arrival.buyerRef());
            long before = takenBefore.getOrDefault(taker, 0L) + takings.getOrDefault(taker, 0L);
            if (before + wanted.packs() > limit)
                return Optional.of(new RuleBroken(ShopRule.BUYER_LIMIT_REACHED, limit, Math.max(0, limit - before)));
        }
        if (left.isPresent()) {
            long there = left.get().getOrDefault(one.sellable(), 0L);
            if (there <= 0) return Optional.of(new RuleBroken(ShopRule.SOLD_OUT));
            if (there < wanted.packs()) return Optional.of(new RuleBroken(ShopRule.NOT_ENOUGH_LEFT, there));
        }
        return Optional.empty();
    }

    private void take(Arrival arrival, OrderLine line) {
        sold.add(line.listing());
        packs.merge(line.sellable(), (long) line.packs(), Long::sum);
        left.ifPresent(there -> there.merge(line.sellable(), (long) -line.packs(), Long::sum));
        if (limit(line.listing()) < Long.MAX_VALUE)
            takings.merge(new Taker(line.listing(), arrival.buyerRef()), (long) line.packs(), Long::sum);
    }

    private static OrderAnswer refused(Arrival arrival, List<ListingId> where, RuleBroken why) {
        return new OrderAnswer.Refused(arrival.origin(), arrival.seller(), where, why);
    }
}
