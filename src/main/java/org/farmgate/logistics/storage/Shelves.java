package org.farmgate.logistics.storage;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.Mass;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.stock.Lots;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where within a warehouse goods lie. How much of a lot is at the site says `stock`; the bins of a lot
/// add up to it.
@Service
@Transactional
public class Shelves {
    private final BinStore bins;
    private final ShelfStore store;
    private final Keeping keeping;
    private final StorageAccess access;
    private final Warehouses warehouses;
    private final Sites sites;
    private final Positions positions;
    private final Lots lots;
    private final Products products;
    private final Clock clock;

    Shelves(
            BinStore bins,
            ShelfStore store,
            Keeping keeping,
            StorageAccess access,
            Warehouses warehouses,
            Sites sites,
            Positions positions,
            Lots lots,
            Products products,
            Clock clock) {
        this.bins = bins;
        this.store = store;
        this.keeping = keeping;
        this.access = access;
        this.warehouses = warehouses;
        this.sites = sites;
        this.positions = positions;
        this.lots = lots;
        this.products = products;
        this.clock = clock;
    }

    /// A new bin; the same again changes nothing. The first one brings what lay there already to the
    /// dock. Needs KEEP_STOCK. Refuses by [NotFound], BIN_CODE_TAKEN, STORAGE_ID_TAKEN.
    public Bin add(Actor actor, Bin bin) {
        access.keeping(actor, bin.site());
        if (bin.dock()) throw new RuleBroken(StorageRule.DOCK_STAYS);
        keeping.queueUp(bin.site());
        keeping.align(bin.site());
        if (bins.insert(bin)) return bin;
        Bin there = bins.find(bin.id()).orElseThrow(() -> new RuleBroken(StorageRule.BIN_CODE_TAKEN, bin.code()));
        if (!there.equals(bin)) throw new RuleBroken(StorageRule.STORAGE_ID_TAKEN);
        return there;
    }

    /// Needs KEEP_STOCK. Refuses by [NotFound], DOCK_STAYS, BIN_ELSEWHERE, BIN_CODE_TAKEN,
    /// BIN_TOO_FULL, BIN_NOT_EMPTY, GOODS_NEED_COLD.
    public Bin amend(Actor actor, Bin bin) {
        access.keeping(actor, bin.site());
        Bin there = bins.lock(bin.id()).orElseThrow(() -> new NotFound("bin", bin.id()));
        if (there.dock() || bin.dock()) throw new RuleBroken(StorageRule.DOCK_STAYS);
        if (!there.site().equals(bin.site())) throw new RuleBroken(StorageRule.BIN_ELSEWHERE);
        Mass inIt = store.inBin(bin.id(), bin.site());
        if (inIt.compareTo(bin.capacity()) > 0) throw new RuleBroken(StorageRule.BIN_TOO_FULL, bin.capacity(), inIt);
        if (bin.closed() && !inIt.isZero()) throw new RuleBroken(StorageRule.BIN_NOT_EMPTY, inIt);
        if (there.cold() && !bin.cold() && !inIt.isZero()) throw new RuleBroken(StorageRule.BIN_NOT_EMPTY, inIt);
        if (!bins.update(bin)) throw new RuleBroken(StorageRule.BIN_CODE_TAKEN, bin.code());
        return bin;
    }

    /// Goods go from one bin to another within the warehouse; the same again changes nothing. Needs
    /// KEEP_STOCK. Refuses by [NotFound], BIN_ELSEWHERE, BIN_CLOSED, BIN_HAS_LESS, BIN_TOO_FULL,
    /// GOODS_NEED_COLD, STORAGE_ID_TAKEN.
    public void putAway(Actor actor, SiteId site, PutAway wanted) {
        access.keeping(actor, site);
        Bin to = bins.lock(wanted.to()).orElseThrow(() -> new NotFound("bin", wanted.to()));
        Bin from = bins.find(wanted.from()).orElseThrow(() -> new NotFound("bin", wanted.from()));
        if (!to.site().equals(site) || !from.site().equals(site)) throw new RuleBroken(StorageRule.BIN_ELSEWHERE);
        PositionKey key = new PositionKey(lots.get(wanted.lot()).origin(), wanted.lot(), site);
        store.lock(key);
        if (isRepeat(wanted)) return;
        Position position = positions.get(key);
        if (to.closed()) throw new RuleBroken(StorageRule.BIN_CLOSED, to.code());
        Storage needs = products.get(position.product()).storage();
        if (needs != Storage.AMBIENT && !to.cold() && !to.dock()) throw new RuleBroken(StorageRule.GOODS_NEED_COLD);
        List<Shelf> there = store.of(key);
        Mass inFrom = there.stream()
                .filter(shelf -> shelf.bin().equals(from.id()))
                .map(Shelf::mass)
                .findFirst()
                .orElse(Mass.ZERO);
        if (inFrom.compareTo(wanted.mass()) < 0) throw new RuleBroken(StorageRule.BIN_HAS_LESS, from.code(), inFrom);
        Mass inTo = store.inBin(to.id(), site);
        if (!to.dock() && inTo.plus(wanted.mass()).compareTo(to.capacity()) > 0)
            throw new RuleBroken(StorageRule.BIN_TOO_FULL, to.capacity(), inTo);
        var since = Keeping.since(there).orElse(wanted.at());
        var now = clock.instant();
        store.move(moved(wanted, position, from, -wanted.mass().grams()), since, now);
        store.move(moved(wanted, position, to, wanted.mass().grams()), since, now);
    }

    private boolean isRepeat(PutAway wanted) {
        List<ShelfStore.Moved> before = store.ofIds(List.of(wanted.id()));
        if (before.isEmpty()) return false;
        boolean same = before.size() == 2
                && before.stream()
                        .allMatch(one -> one.lot().equals(wanted.lot())
                                && one.bin().equals(one.grams() > 0 ? wanted.to() : wanted.from())
                                && Math.abs(one.grams()) == wanted.mass().grams());
        if (!same) throw new RuleBroken(StorageRule.STORAGE_ID_TAKEN);
        return true;
    }

    private static ShelfStore.Moved moved(PutAway wanted, Position position, Bin bin, long grams) {
        return new ShelfStore.Moved(
                wanted.id(),
                position.origin(),
                position.lot(),
                position.site(),
                bin.id(),
                position.owner(),
                grams,
                true,
                wanted.at());
    }

    /// The dock first. Whoever only owns goods there sees the bins that these lie in. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public List<Bin> bins(Actor actor, SiteId site) {
        var only = access.only(actor, site);
        if (only.isEmpty()) return bins.of(site);
        Set<BinId> theirs = store.at(site, only).stream().map(Shelf::bin).collect(Collectors.toSet());
        return bins.of(site).stream().filter(bin -> theirs.contains(bin.id())).toList();
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Bin bin(Actor actor, SiteId site, BinId id) {
        access.keeping(actor, site);
        return bins.find(id).filter(bin -> bin.site().equals(site)).orElseThrow(() -> new NotFound("bin", id));
    }

    /// What lies in the bins: all of it for whoever runs the warehouse, else one's own.
    @Transactional(readOnly = true)
    public List<Shelf> contents(Actor actor, SiteId site) {
        return store.at(site, access.only(actor, site));
    }

    /// In which bins a lot lies at a site, empty ones left out. Needs KEEP_STOCK. Refuses by
    /// [NotFound].
    @Transactional(readOnly = true)
    public List<Shelf> ofLot(Actor actor, PositionKey key) {
        access.keeping(actor, key.site());
        return store.of(key).stream().filter(shelf -> !shelf.mass().isZero()).toList();
    }

    /// The positions behind [#contents], by lot.
    @Transactional(readOnly = true)
    public Map<PositionKey, Position> positions(Actor actor, SiteId site) {
        var only = access.only(actor, site);
        return positions.atSite(site).stream()
                .filter(position -> only.isEmpty() || only.get().equals(position.owner()))
                .collect(Collectors.toMap(
                        Position::key, position -> position, (one, _) -> one, java.util.LinkedHashMap::new));
    }

    /// What bins and stock say differently: nothing, unless goods lay there before it became a
    /// warehouse.
    @Transactional(readOnly = true)
    public List<BinDifference> check(Actor actor, SiteId site) {
        access.keeping(actor, site);
        return keeping.check(site);
    }

    /// Brings what lay there before to the dock. Needs KEEP_STOCK. Answers how many lots were put
    /// right.
    public int align(Actor actor, SiteId site) {
        access.keeping(actor, site);
        keeping.queueUp(site);
        return keeping.align(site);
    }

    /// Capacity, price and cold as the tariff has them now. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public NearMarketWarehouse terms(SiteId site) {
        return warehouses.get(site);
    }

    /// Whether the actor keeps the goods there.
    @Transactional(readOnly = true)
    public boolean mayKeep(Actor actor, SiteId site) {
        return access.keeps(actor, sites.get(site));
    }

    /// The warehouses near the market that the actor runs or has goods in, with what lies there and
    /// they see.
    @Transactional(readOnly = true)
    public List<Filling> list(Actor actor) {
        Map<SiteId, NearMarketWarehouse> terms =
                warehouses.list().stream().collect(Collectors.toMap(NearMarketWarehouse::site, warehouse -> warehouse));
        Map<SiteId, Site> known = sites.byIds(terms.keySet());
        boolean may = actor.may(Right.SEE_STOCK) || actor.may(Right.KEEP_STOCK);
        return known.values().stream()
                .filter(_ -> may)
                .map(site -> filling(actor, site, java.util.Objects.requireNonNull(terms.get(site.id()))))
                .filter(filling -> filling.runs() || !filling.lying().isZero())
                .sorted(java.util.Comparator.comparing(filling -> filling.site().name()))
                .toList();
    }

    private Filling filling(Actor actor, Site site, NearMarketWarehouse terms) {
        boolean runs = StorageAccess.runs(actor, site);
        Mass lying = runs
                ? store.atSite(site.id())
                : store.at(site.id(), Optional.of(actor.organisation())).stream()
                        .map(Shelf::mass)
                        .reduce(Mass.ZERO, Mass::plus);
        return new Filling(site, terms, lying, runs);
    }

    /// @param lying all of it for whoever runs the warehouse, else one's own
    public record Filling(Site site, NearMarketWarehouse terms, Mass lying, boolean runs) {}
}
