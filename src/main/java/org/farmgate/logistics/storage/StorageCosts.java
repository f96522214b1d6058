package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What storage costs: per tonne and week begun, for each owner and lot, at the tariff in force when
/// the week began. Each week is posted once; what becomes known later is put right by another entry.
@Service
@Transactional
public class StorageCosts {
    public static final int MOST_WEEKS = 53;
    /// How far back the job looks for movements that were written down late.
    static final int WEEKS_LOOKED_BACK = 8;

    private static final String CAUSE = "storage";

    private final BillStore store;
    private final ShelfStore shelves;
    private final Keeping keeping;
    private final Postings postings;
    private final Warehouses warehouses;
    private final StorageAccess access;
    private final Sites sites;
    private final Clock clock;

    StorageCosts(
            BillStore store,
            ShelfStore shelves,
            Keeping keeping,
            Postings postings,
            Warehouses warehouses,
            StorageAccess access,
            Sites sites,
            Clock clock) {
        this.store = store;
        this.shelves = shelves;
        this.keeping = keeping;
        this.postings = postings;
        this.warehouses = warehouses;
        this.access = access;
        this.sites = sites;
        this.clock = clock;
    }

    /// Bills these weeks, or puts right what was billed of them; where nothing changed nothing is
    /// written. Needs KEEP_STOCK, for whoever runs the warehouse. Refuses by [NotFound], WEEK_NOT_OVER,
    /// TOO_MANY_WEEKS.
    ///
    /// @return what is new
    public List<StorageBill> reckon(Actor actor, SiteId site, IsoWeek first, IsoWeek last) {
        access.keeping(actor, site);
        if (!last.sunday().isBefore(LocalDate.now(clock))) throw new RuleBroken(StorageRule.WEEK_NOT_OVER, last);
        int weeks = first.weeksUntil(last) + 1;
        if (weeks < 1 || weeks > MOST_WEEKS) throw new RuleBroken(StorageRule.TOO_MANY_WEEKS, MOST_WEEKS);
        return reckon(sites.get(site), first, last, actor.personName());
    }

    /// The weeks that are over, of one warehouse, for the job.
    void reckonLately(SiteId site) {
        IsoWeek last = IsoWeek.of(LocalDate.now(clock)).plusWeeks(-1);
        reckon(sites.get(site), last.plusWeeks(1 - WEEKS_LOOKED_BACK), last, "");
    }

    private List<StorageBill> reckon(Site site, IsoWeek first, IsoWeek last, String by) {
        keeping.queueUp(site.id());
        keeping.align(site.id());
        List<ShelfStore.Moved> moves =
                shelves.until(site.id(), StorageWeeks.begins(last.plusWeeks(1), clock.getZone()));
        List<StorageBill> bills = new ArrayList<>();
        for (IsoWeek week = first; week.compareTo(last) <= 0; week = week.plusWeeks(1))
            bills.addAll(week(site, week, moves, by));
        bills.forEach(store::insert);
        postings.post(
                bills.stream().filter(StorageBill::posted).map(this::transfer).toList());
        return bills;
    }

    private record Side(RegionId origin, PartyId owner) {}

    private List<StorageBill> week(Site site, IsoWeek week, List<ShelfStore.Moved> moves, String by) {
        Map<StorageWeeks.Kept, Mass> most = StorageWeeks.most(moves, week, clock.getZone());
        Map<StorageWeeks.Kept, Long> billed = new HashMap<>();
        store.billed(site.id(), week).forEach(one -> billed.put(one.kept(), one.fen()));
        Optional<Price> price = price(site.id(), week);
        if (price.isEmpty()) return List.of();
        Set<StorageWeeks.Kept> all = new TreeSet<>(Comparator.comparing(
                (StorageWeeks.Kept kept) -> kept.origin() + "/" + kept.owner() + "/" + kept.lot()));
        all.addAll(most.keySet());
        all.addAll(billed.keySet());
        Map<Side, List<StorageBill.Line>> lines =
                new TreeMap<>(Comparator.comparing((Side side) -> side.origin() + "/" + side.owner()));
        for (StorageWeeks.Kept kept : all) {
            Mass mass = most.getOrDefault(kept, Mass.ZERO);
            Money before = new Money(billed.getOrDefault(kept, 0L));
            Money costs = price.get().of(mass);
            if (costs.equals(before)) continue;
            lines.computeIfAbsent(new Side(kept.origin(), kept.owner()), _ -> new ArrayList<>())
                    .add(new StorageBill.Line(kept.lot(), mass, price.get(), costs, before));
        }
        return lines.entrySet().stream()
                .map(entry -> bill(site, week, entry.getKey(), entry.getValue(), by))
                .toList();
    }

    /// Whoever ran the warehouse when a week was first billed is who its corrections are between.
    private StorageBill bill(Site site, IsoWeek week, Side side, List<StorageBill.Line> lines, String by) {
        int round = store.rounds(site.id(), week, side.origin(), side.owner());
        Money amount = lines.stream().map(StorageBill.Line::difference).reduce(Money.ZERO, Money::plus);
        BillId id = new BillId(Sending.named(
                "storage/" + site.id() + "/" + week + "/" + side.origin() + "/" + side.owner() + "/" + round));
        PartyId operator =
                store.operator(site.id(), week, side.origin(), side.owner()).orElse(site.operator());
        boolean posted = !side.owner().equals(operator) && amount.fen() != 0;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new StorageBill(
                id, side.origin(), site.id(), side.owner(), operator, week, round, amount, posted, now, by, lines);
    }

    /// What the week cost when it began; a warehouse that came later has the price that it came with.
    private Optional<Price> price(SiteId site, IsoWeek week) {
        return warehouses
                .at(site, StorageWeeks.begins(week, clock.getZone()))
                .or(() -> warehouses.at(site, StorageWeeks.begins(week.plusWeeks(1), clock.getZone())))
                .or(() -> warehouses.find(site))
                .map(NearMarketWarehouse::perTonneWeek);
    }

    private Transfer transfer(StorageBill bill) {
        AccountKey cost = AccountKey.of(bill.origin(), AccountKind.STORAGE_COST, bill.owner());
        AccountKey owed = AccountKey.payable(bill.origin(), bill.owner(), bill.operator());
        boolean more = bill.amount().fen() > 0;
        return new Transfer(
                TransferId.of(CAUSE, bill.id().value(), ""),
                more ? cost : owed,
                more ? owed : cost,
                new Money(Math.abs(bill.amount().fen())),
                LocalDate.now(clock),
                CAUSE,
                bill.id().value(),
                Particulars.of(
                        bill.round() == 0 ? "storage" : "storage-corrected",
                        CAUSE,
                        bill.id().value()));
    }

    /// For whoever runs the warehouse, and the owner. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public StorageBill see(Actor actor, BillId id) {
        if (!actor.may(Right.SEE_STOCK) && !actor.may(Right.SEE_BOOKS)) actor.require(Right.KEEP_STOCK);
        StorageBill bill = store.find(id).orElseThrow(() -> new NotFound("storage-bill", id));
        boolean seen = actor.actsFor(bill.owner()) || actor.actsFor(bill.operator()) || actor.everywhere();
        if (!seen) throw new NotFound("storage-bill", id);
        return bill;
    }

    /// The latest week first: all for whoever runs the warehouse, else one's own.
    @Transactional(readOnly = true)
    public List<StorageBill> at(Actor actor, SiteId site, Paging paging) {
        return store.at(site, access.only(actor, site), paging);
    }

    /// For the job: where storage is reckoned.
    List<SiteId> sites() {
        return warehouses.list().stream().map(NearMarketWarehouse::site).toList();
    }
}
