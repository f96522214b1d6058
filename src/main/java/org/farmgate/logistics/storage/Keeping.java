package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Storage;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Component;

/// Keeps the bins in line with stock's positions: whatever comes in lies at the dock, whatever leaves
/// is taken from there first, then from the bins with the least in them.
///
/// Who changes several things locks them in this order: the bin (the dock's for whoever brings in or
/// sends out), stock's positions, the lot's bins.
@Component
class Keeping {
    private final BinStore bins;
    private final ShelfStore shelves;
    private final Positions positions;
    private final Warehouses warehouses;
    private final Clock clock;

    Keeping(BinStore bins, ShelfStore shelves, Positions positions, Warehouses warehouses, Clock clock) {
        this.bins = bins;
        this.shelves = shelves;
        this.positions = positions;
        this.warehouses = warehouses;
        this.clock = clock;
    }

    /// Whether bins are kept there: a warehouse near the market, or what was one.
    boolean keptAt(SiteId site) {
        return bins.find(Bin.dockId(site)).isPresent() || warehouses.find(site).isPresent();
    }

    /// Whoever brings in or sends out waits here for whoever does so at the same site.
    void queueUp(SiteId site) {
        bins.insert(Bin.dockOf(site));
        bins.lock(Bin.dockId(site));
    }

    /// Refuses by WAREHOUSE_FULL and GOODS_NEED_COLD. Call [#queueUp] before.
    void requireRoom(SiteId site, Mass coming, Storage storage) {
        NearMarketWarehouse terms = warehouses.get(site);
        if (storage != Storage.AMBIENT && !terms.cold()) throw new RuleBroken(StorageRule.GOODS_NEED_COLD);
        Mass there = shelves.atSite(site);
        if (there.plus(coming).compareTo(terms.capacity()) > 0)
            throw new RuleBroken(
                    StorageRule.WAREHOUSE_FULL,
                    terms.capacity(),
                    there.compareTo(terms.capacity()) > 0
                            ? Mass.ZERO
                            : terms.capacity().minus(there));
    }

    /// Makes the bins add up to the position, as it is in this transaction.
    ///
    /// @param movement by which it changed
    void follow(PositionKey key, UUID movement, Instant at) {
        shelves.lock(key);
        List<Shelf> there = shelves.of(key);
        Optional<Position> position = positions.byKeys(List.of(key)).stream().findFirst();
        if (position.isEmpty()) return;
        PartyId owner = position.get().owner();
        long inBins = there.stream().mapToLong(shelf -> shelf.mass().grams()).sum();
        long difference = position.get().onHand().grams() - inBins;
        if (difference > 0) {
            bins.insert(Bin.dockOf(key.site()));
            write(
                    key,
                    movement,
                    Bin.dockId(key.site()),
                    owner,
                    difference,
                    at,
                    since(there).orElse(at));
        }
        long missing = -difference;
        for (Shelf shelf : there) {
            if (missing <= 0) break;
            long here = Math.min(missing, shelf.mass().grams());
            if (here == 0) continue;
            missing -= here;
            write(key, movement, shelf.bin(), owner, -here, at, shelf.since());
        }
    }

    static Optional<Instant> since(List<Shelf> shelves) {
        return shelves.stream()
                .filter(shelf -> !shelf.mass().isZero())
                .map(Shelf::since)
                .min(java.util.Comparator.naturalOrder());
    }

    private void write(PositionKey key, UUID id, BinId bin, PartyId owner, long grams, Instant at, Instant since) {
        shelves.move(
                new ShelfStore.Moved(id, key.origin(), key.lot(), key.site(), bin, owner, grams, false, at),
                since,
                clock.instant());
    }

    /// What stock and bins say differently.
    List<BinDifference> check(SiteId site) {
        Map<PositionKey, Long> inBins = shelves.at(site, Optional.empty()).stream()
                .collect(Collectors.groupingBy(
                        Shelf::position,
                        Collectors.summingLong(shelf -> shelf.mass().grams())));
        Map<PositionKey, Long> onHand = new HashMap<>();
        for (Position position : positions.atSite(site))
            onHand.put(position.key(), position.onHand().grams());
        List<BinDifference> differences = new ArrayList<>();
        java.util.Set<PositionKey> all = new java.util.TreeSet<>(onHand.keySet());
        all.addAll(inBins.keySet());
        for (PositionKey key : all) {
            Mass books = new Mass(onHand.getOrDefault(key, 0L));
            Mass bins = new Mass(inBins.getOrDefault(key, 0L));
            if (!books.equals(bins)) differences.add(new BinDifference(key, books, bins));
        }
        return differences;
    }

    /// Goods that lay at a site before it became a warehouse come to its dock now. Answers how many
    /// lots were put right.
    int align(SiteId site) {
        List<BinDifference> differences = check(site);
        differences.forEach(difference -> follow(difference.key(), org.farmgate.platform.Id.next(), clock.instant()));
        return differences.size();
    }
}
