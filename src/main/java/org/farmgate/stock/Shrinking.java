package org.farmgate.stock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.farmgate.place.RegionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Goods that were set aside are no longer there or no longer good: what they backed gives way in the same
/// transaction. What is unsold goes first, then what is set aside for other purposes, then what is sold; the latest
/// first among equals. Packs go whole, so a little more may become free than was lost.
@Component
class Shrinking {
    private final PositionStore positions;
    private final HoldingStore holdings;
    private final SellableStore sellables;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shrinking(
            PositionStore positions,
            HoldingStore holdings,
            SellableStore sellables,
            ApplicationEventPublisher events,
            Clock clock) {
        this.positions = positions;
        this.holdings = holdings;
        this.sellables = sellables;
        this.events = events;
        this.clock = clock;
    }

    /// All that is set aside of these positions, which the caller has locked.
    void freeAll(RegionId origin, List<Position> locked) {
        Map<PositionKey, Long> grams = new LinkedHashMap<>();
        for (Position position : locked)
            if (!position.held().isZero())
                grams.put(position.key(), position.held().grams());
        free(origin, grams);
    }

    /// At least these grams of what is set aside, of positions that the caller has locked.
    void free(RegionId origin, Map<PositionKey, Long> grams) {
        if (grams.isEmpty()) return;
        List<Holding> there = holdings.ofPositions(origin, grams.keySet());
        Map<SellableId, PackCount> counts = sellables.lock(
                origin,
                there.stream()
                        .filter(Holding::isForSale)
                        .map(holding -> new SellableId(holding.holder()))
                        .distinct()
                        .toList());
        var loss = new Loss(counts);
        grams.forEach((position, wanted) -> loss.of(
                there.stream()
                        .filter(holding -> holding.position().equals(position))
                        .toList(),
                wanted));
        holdings.write(loss.now);
        positions.change(loss.changes);
        if (!loss.packs.isEmpty())
            for (PackCount count : sellables.shrink(origin, loss.packs))
                events.publishEvent(
                        new SellableShrank(origin, count.id(), count.left(), count.shortPacks(), clock.instant()));
    }

    /// Which holdings give way, worked out before anything is written.
    private static final class Loss {
        final List<Holding> now = new ArrayList<>();
        final List<PositionStore.Change> changes = new ArrayList<>();
        final SortedMap<SellableId, Long> packs = new TreeMap<>();
        private final Map<SellableId, Long> unsold = new HashMap<>();

        Loss(Map<SellableId, PackCount> counts) {
            counts.forEach((id, count) -> unsold.put(id, count.left()));
        }

        void of(List<Holding> holdings, long wanted) {
            Holding[] left = holdings.toArray(Holding[]::new);
            long missing = wanted;
            for (int i = 0; i < left.length; i++)
                if (left[i].isForSale()) missing -= sale(left, i, missing, unsold(left[i]));
            for (int i = 0; i < left.length; i++)
                if (!left[i].isForSale() && missing > 0) {
                    long here = Math.min(missing, left[i].mass().grams());
                    left[i] = left[i].less(0, here);
                    missing -= here;
                }
            for (int i = 0; i < left.length; i++)
                if (left[i].isForSale()) missing -= sale(left, i, missing, left[i].packs());
            if (missing > 0) throw new IllegalStateException("more was lost than was set aside");
            long freed = 0;
            for (int i = 0; i < left.length; i++)
                if (!left[i].equals(holdings.get(i))) {
                    now.add(left[i]);
                    freed += holdings.get(i).mass().grams() - left[i].mass().grams();
                }
            changes.add(new PositionStore.Change(holdings.getFirst().position(), 0, -freed));
        }

        private long unsold(Holding holding) {
            return unsold.getOrDefault(new SellableId(holding.holder()), 0L);
        }

        private long sale(Holding[] left, int i, long missing, long most) {
            if (missing <= 0 || left[i].packs() == 0) return 0;
            long pack = left[i].packGrams();
            long here = Math.min(Math.ceilDiv(missing, pack), Math.min(most, left[i].packs()));
            if (here == 0) return 0;
            var id = new SellableId(left[i].holder());
            left[i] = left[i].lessPacks(here);
            packs.merge(id, here, Long::sum);
            unsold.merge(id, -here, (one, other) -> Math.max(0, one + other));
            return here * pack;
        }
    }
}
