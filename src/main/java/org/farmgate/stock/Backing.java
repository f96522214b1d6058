package org.farmgate.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Sets goods aside for sellable rows, and frees them when packs are taken off the market.
@Component
class Backing {
    /// No seller has as many places with goods of one kind.
    private static final int MOST_POSITIONS = 1_000;

    private final PositionStore positions;
    private final HoldingStore holdings;
    private final SellableStore sellables;
    private final Clock clock;

    Backing(PositionStore positions, HoldingStore holdings, SellableStore sellables, Clock clock) {
        this.positions = positions;
        this.holdings = holdings;
        this.sellables = sellables;
        this.clock = clock;
    }

    /// A box holds goods of one lot, so each position gives whole packs. Refuses by NOT_ENOUGH_GOOD_STOCK.
    void setAside(Offering offering, long packs) {
        long possible = setAsideUpTo(offering, packs);
        if (possible < packs) throw new RuleBroken(StockRule.NOT_ENOUGH_GOOD_STOCK, packs, possible);
    }

    /// As many as there are goods for; answers how many.
    long setAsideUpTo(Offering offering, long packs) {
        LocalDate today = LocalDate.now(clock);
        long pack = offering.pack().grams();
        List<Position> fitting =
                positions.lock(offering.origin(), positions.fitting(offering, today, MOST_POSITIONS)).stream()
                        .filter(position -> position.backsSalesOn(today))
                        .sorted(Comparator.comparing(Position::bestBefore).thenComparing(Position::key))
                        .toList();
        List<Holding> wanted = new ArrayList<>();
        long missing = packs;
        for (Position position : fitting) {
            long here = Math.min(missing, position.free().grams() / pack);
            if (here == 0) continue;
            missing -= here;
            wanted.add(new Holding(
                    position.key(),
                    offering.id().value(),
                    Holding.SALE,
                    here,
                    new Mass(here * pack),
                    position.bestBefore(),
                    offering.listing()));
        }
        holdings.add(wanted);
        positions.change(wanted.stream()
                .map(holding -> new PositionStore.Change(
                        holding.position(), 0, holding.mass().grams()))
                .toList());
        return packs - missing;
    }

    /// Of a row whose offering the caller has locked. Answers how many packs were unsold and are free now.
    long withdraw(Offering offering, long packs) {
        RegionId origin = offering.origin();
        SellableId id = offering.id();
        List<PositionKey> keys = holdings.ofHolder(origin, id.value()).stream()
                .map(Holding::position)
                .toList();
        positions.lock(origin, keys);
        PackCount count =
                Objects.requireNonNull(sellables.lock(origin, List.of(id)).get(id));
        long free = Math.min(packs, count.left());
        if (free == 0) return 0;
        List<Holding> now = new ArrayList<>();
        List<PositionStore.Change> changes = new ArrayList<>();
        long missing = free;
        for (Holding holding : holdings.ofHolder(origin, id.value()).reversed()) {
            long here = Math.min(missing, holding.packs());
            if (here == 0) break;
            missing -= here;
            now.add(holding.lessPacks(here));
            changes.add(new PositionStore.Change(holding.position(), 0, -here * holding.packGrams()));
        }
        if (missing > 0) throw new IllegalStateException("packs left without goods behind them: " + id);
        holdings.write(now);
        positions.change(changes);
        sellables.withdraw(origin, id, free);
        return free;
    }
}
