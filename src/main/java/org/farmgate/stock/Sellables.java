package org.farmgate.stock;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What can be sold: packs left of a listing, each backed by good goods that are set aside. For modules; who may
/// sell what is decided by the module that sells.
@Service
@Transactional
public class Sellables {
    private final SellableStore store;
    private final OfferingStore offerings;
    private final HoldingStore holdings;
    private final Backing backing;
    private final Clock clock;

    Sellables(SellableStore store, OfferingStore offerings, HoldingStore holdings, Backing backing, Clock clock) {
        this.store = store;
        this.offerings = offerings;
        this.holdings = holdings;
        this.backing = backing;
        this.clock = clock;
    }

    /// Sets packs aside, whole packs of one lot each, the first to expire first, on good positions of the owner at
    /// these sites. All or none; sent again it changes nothing.
    ///
    /// Refuses by NOT_ENOUGH_GOOD_STOCK, which says how many packs there would be, and SELLABLE_ID_TAKEN.
    public Sellable offer(NewSellable wanted) {
        Offering offering = Offering.of(wanted);
        if (offerings.insert(offering, clock.instant())) {
            backing.setAside(offering, wanted.packs());
            store.insert(offering, wanted.packs());
        } else if (!offerings.find(wanted.origin(), wanted.id()).equals(Optional.of(offering)))
            throw new RuleBroken(StockRule.SELLABLE_ID_TAKEN);
        return get(wanted.origin(), wanted.id());
    }

    /// More packs of the same kind. Those sold and short are served first; the rest can be sold. Sent again it
    /// changes nothing.
    ///
    /// Refuses by [NotFound], NOT_ENOUGH_GOOD_STOCK, PACKS_OUT_OF_RANGE, HOLDING_ID_TAKEN.
    public Sellable add(RegionId origin, SellableId id, HoldingId addition, long packs) {
        NewSellable.checkPacks(packs);
        Offering offering = lock(origin, id);
        if (offerings.insertAddition(origin, id, addition, packs, clock.instant())) {
            backing.setAside(offering, packs);
            store.add(origin, id, packs);
        } else if (!offerings.isAddition(origin, id, addition, packs)) throw new RuleBroken(StockRule.HOLDING_ID_TAKEN);
        return get(origin, id);
    }

    /// Takes packs off the market, at most what is unsold, those that keep longest first; their goods are free
    /// again. Answers how many.
    ///
    /// Refuses by [NotFound] and PACKS_OUT_OF_RANGE.
    public long withdraw(RegionId origin, SellableId id, long packs) {
        NewSellable.checkPacks(packs);
        Offering offering = lock(origin, id);
        return backing.withdraw(offering, packs);
    }

    /// Takes packs of one row off the market and puts as many on it by another of the same goods: both or neither.
    /// Where the first has fewer unsold, the rest comes from goods that are free. Sent again it changes nothing.
    /// Answers how many were taken off the first row; none where it was sent again.
    ///
    /// Refuses by [NotFound], NOT_ENOUGH_GOOD_STOCK, PACKS_OUT_OF_RANGE, HOLDING_ID_TAKEN.
    public long move(RegionId origin, SellableId from, SellableId to, HoldingId addition, long packs) {
        NewSellable.checkPacks(packs);
        Pair both = lock(origin, from, to);
        if (offerings.insertAddition(origin, to, addition, packs, clock.instant())) {
            long taken = backing.withdraw(both.from(), packs);
            backing.setAside(both.to(), packs);
            store.add(origin, to, packs);
            return taken;
        }
        if (!offerings.isAddition(origin, to, addition, packs)) throw new RuleBroken(StockRule.HOLDING_ID_TAKEN);
        return 0;
    }

    /// Takes all that is unsold of one row off the market; at most so many of those packs, and no more than there
    /// are good goods for, go on sale by another row of the same goods, the rest is free. Answers how many went on
    /// sale. Refuses by [NotFound].
    public long moveUnsold(RegionId origin, SellableId from, SellableId to, long most) {
        Pair both = lock(origin, from, to);
        long unsold = backing.withdraw(both.from(), NewSellable.MOST_PACKS);
        long wanted = Math.min(unsold, most);
        if (wanted == 0) return 0;
        long back = backing.setAsideUpTo(both.to(), wanted);
        if (back > 0) store.add(origin, to, back);
        return back;
    }

    private record Pair(Offering from, Offering to) {}

    /// In one order, so that two that move to and fro do not wait for one another.
    private Pair lock(RegionId origin, SellableId from, SellableId to) {
        if (from.value().compareTo(to.value()) < 0) {
            Offering first = lock(origin, from);
            return new Pair(first, lock(origin, to));
        }
        Offering first = lock(origin, to);
        return new Pair(lock(origin, from), first);
    }

    private Offering lock(RegionId origin, SellableId id) {
        return offerings.lock(origin, id).orElseThrow(() -> new NotFound("sellable", id));
    }

    /// How many packs can be sold of each; those that are not known are left out.
    @Transactional(readOnly = true)
    public Map<SellableId, Long> left(RegionId origin, Collection<SellableId> ids) {
        return store.left(origin, ids);
    }

    /// Sells packs of several rows of one origin, in one statement and in the caller's transaction. True: all were
    /// taken. False: some had too few, and the caller must roll back, since the others were taken. Two processes
    /// that sell the same rows may, rarely, be told of a deadlock (SQLSTATE 40P01): then begin again.
    ///
    /// Refuses by PACKS_OUT_OF_RANGE.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(RegionId origin, SortedMap<SellableId, Long> packs) {
        packs.values().forEach(NewSellable::checkPacks);
        return packs.isEmpty() || store.take(origin, packs) == packs.size();
    }

    /// What was taken can be sold again; where packs are short, they are no longer. Not idempotent: the caller
    /// knows which order it is.
    ///
    /// Refuses by GIVEN_BACK_MORE_THAN_SOLD and PACKS_OUT_OF_RANGE.
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(RegionId origin, SortedMap<SellableId, Long> packs) {
        packs.values().forEach(NewSellable::checkPacks);
        if (!packs.isEmpty() && store.giveBack(origin, packs) < packs.size())
            throw new RuleBroken(StockRule.GIVEN_BACK_MORE_THAN_SOLD);
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Sellable get(RegionId origin, SellableId id) {
        return Optional.ofNullable(byIds(origin, List.of(id)).get(id)).orElseThrow(() -> new NotFound("sellable", id));
    }

    /// Those that exist.
    @Transactional(readOnly = true)
    public Map<SellableId, Sellable> byIds(RegionId origin, Collection<SellableId> ids) {
        return with(origin, offerings.byIds(origin, ids));
    }

    /// The rows of a listing: the one open to all and those of shows, the oldest first.
    @Transactional(readOnly = true)
    public List<Sellable> ofListing(RegionId origin, UUID listing) {
        return List.copyOf(with(origin, offerings.ofListing(origin, listing)).values());
    }

    /// The goods behind a row, in the order in which they are to leave.
    @Transactional(readOnly = true)
    public List<Holding> backing(RegionId origin, SellableId id) {
        return holdings.ofHolder(origin, id.value());
    }

    private Map<SellableId, Sellable> with(RegionId origin, List<Offering> found) {
        Map<SellableId, PackCount> counts =
                store.counts(origin, found.stream().map(Offering::id).toList());
        Map<SellableId, Sellable> sellables = new LinkedHashMap<>();
        for (Offering offering : found)
            sellables.put(offering.id(), offering.with(Objects.requireNonNull(counts.get(offering.id()))));
        return sellables;
    }
}
