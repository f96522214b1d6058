package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is to be sent from a warehouse to stores: proposed with the reason of each quantity, adjusted
/// by a person, released by a person. Released goods leave the warehouse and are booked as consignments
/// in one transaction.
@Service
@Transactional
public class Proposals {
    private final ProposalStore store;
    private final StoreLineStore lines;
    private final Proposing proposing;
    private final Sending sending;
    private final Shipments shipments;
    private final Keeping keeping;
    private final StorageAccess access;
    private final Positions positions;
    private final Sites sites;
    private final Clock clock;

    Proposals(
            ProposalStore store,
            StoreLineStore lines,
            Proposing proposing,
            Sending sending,
            Shipments shipments,
            Keeping keeping,
            StorageAccess access,
            Positions positions,
            Sites sites,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.proposing = proposing;
        this.sending = sending;
        this.shipments = shipments;
        this.keeping = keeping;
        this.access = access;
        this.positions = positions;
        this.sites = sites;
        this.clock = clock;
    }

    /// For all stores that get the owner's goods out of the warehouse; the same id again changes
    /// nothing. It waits for whoever brings in or sends out there, to reckon with it. Needs KEEP_STOCK,
    /// for the owner or whoever runs the warehouse. Refuses by [NotFound], NO_STORE_LINES,
    /// STORAGE_ID_TAKEN.
    public Proposal propose(Actor actor, ProposalId id, PartyId owner, SiteId warehouse) {
        access.sending(actor, warehouse, owner);
        keeping.queueUp(warehouse);
        List<StoreLine> wanted = lines.of(owner, warehouse);
        if (wanted.isEmpty()) throw new RuleBroken(StorageRule.NO_STORE_LINES);
        Proposal proposal = new Proposal(
                id,
                owner,
                warehouse,
                now(),
                actor.personName(),
                Proposal.Stage.OPEN,
                "",
                proposing.lines(owner, warehouse, wanted));
        if (!store.insert(proposal)) {
            Proposal there = get(id);
            if (!there.owner().equals(owner) || !there.warehouse().equals(warehouse))
                throw new RuleBroken(StorageRule.STORAGE_ID_TAKEN);
            return there;
        }
        return proposal;
    }

    /// A person says otherwise, for some lines. Refuses by [NotFound], PROPOSAL_CLOSED, and the input
    /// error `out-of-range` at `packs-<line>`.
    public Proposal adjust(Actor actor, ProposalId id, Map<StoreLineId, Integer> packs) {
        Proposal proposal = locked(actor, id);
        if (proposal.stage() != Proposal.Stage.OPEN) throw new RuleBroken(StorageRule.PROPOSAL_CLOSED);
        var known = proposal.lines().stream().map(Proposal.Line::line).collect(Collectors.toSet());
        packs.forEach((line, count) -> {
            if (!known.contains(line)) throw new NotFound("store-line", line);
            if (count < 0 || count > StoreNeed.MOST_PACKS)
                throw new InputBroken("packs-" + line, "out-of-range", 0, StoreNeed.MOST_PACKS);
        });
        store.adjust(id, packs);
        return get(id);
    }

    /// Goods leave for the stores, first those that expire first; of a lot that would not keep long
    /// enough, is on hold or is set aside nothing goes. Where there is less by now, less goes, and the
    /// line says so; a store that no longer gets a product is sent none of it. Other open ones of the
    /// owner at the warehouse reckoned without this one, so they are thrown away. The same again changes
    /// nothing. Needs KEEP_STOCK and MOVE_GOODS. Refuses by [NotFound], PROPOSAL_CLOSED, NOTHING_TO_SEND,
    /// NOT_ENOUGH_FREE.
    public Proposal release(Actor actor, ProposalId id) {
        actor.require(Right.MOVE_GOODS);
        Proposal proposal = see(actor, id);
        keeping.queueUp(proposal.warehouse());
        proposal = locked(actor, id);
        if (proposal.stage() == Proposal.Stage.RELEASED) return proposal;
        if (proposal.stage() == Proposal.Stage.DISCARDED) throw new RuleBroken(StorageRule.PROPOSAL_CLOSED);
        LocalDate today = LocalDate.now(clock);
        PartyId owner = proposal.owner();
        var goods = new FirstToExpire(
                positions.atSite(proposal.warehouse()).stream()
                        .filter(position -> position.owner().equals(owner))
                        .toList(),
                today);
        Map<StoreLineId, Integer> sent = new HashMap<>();
        List<Sending.Load> loads = loads(proposal, goods, sent, today);
        if (loads.isEmpty()) throw new RuleBroken(StorageRule.NOTHING_TO_SEND);
        sending.send(actor, loads);
        store.sent(id, sent);
        store.close(id, Proposal.Stage.RELEASED, actor.personName(), now());
        store.discardOpen(owner, proposal.warehouse(), actor.personName(), now());
        return get(id);
    }

    private List<Sending.Load> loads(
            Proposal proposal, FirstToExpire goods, Map<StoreLineId, Integer> sent, LocalDate today) {
        Map<StoreLineId, StoreLine> terms = lines.of(proposal.owner(), proposal.warehouse()).stream()
                .collect(Collectors.toMap(StoreLine::id, line -> line));
        Map<SiteId, List<Sending.Pick>> picks = new LinkedHashMap<>();
        Map<SiteId, LocalDate> by = new HashMap<>();
        List<Proposal.Line> ordered = proposal.lines().stream()
                .sorted(Comparator.comparing(Proposal.Line::freshUntil))
                .toList();
        for (Proposal.Line line : ordered) {
            StoreLine known = terms.get(line.line());
            if (known == null) {
                sent.put(line.line(), 0);
                continue;
            }
            LocalDate arrives = today.plusDays(known.transitDays());
            List<Sending.Pick> taken =
                    goods.take(line.product(), line.pack(), line.packs(), arrives.plusDays(known.freshDays()));
            sent.put(line.line(), taken.stream().mapToInt(Sending.Pick::packs).sum());
            if (taken.isEmpty()) continue;
            picks.computeIfAbsent(line.store(), _ -> new ArrayList<>()).addAll(taken);
            by.merge(line.store(), arrives, (one, other) -> one.isAfter(other) ? one : other);
        }
        Map<SiteId, Site> stores = sites.byIds(picks.keySet());
        return picks.entrySet().stream()
                .map(entry -> new Sending.Load(
                        Shipment.Kind.REPLENISHMENT,
                        proposal.id().value(),
                        proposal.owner(),
                        proposal.warehouse(),
                        entry.getKey(),
                        Objects.requireNonNull(stores.get(entry.getKey()))
                                .operator()
                                .equals(proposal.owner()),
                        today,
                        Objects.requireNonNull(by.get(entry.getKey())),
                        merged(entry.getValue())))
                .toList();
    }

    /// Two lines of a store may take of one lot.
    private static List<Sending.Pick> merged(List<Sending.Pick> picks) {
        Map<org.farmgate.stock.PositionKey, Sending.Pick> byKey = new TreeMap<>();
        for (Sending.Pick pick : picks)
            byKey.merge(
                    pick.position().key(),
                    pick,
                    (one, other) -> new Sending.Pick(
                            one.position(), one.mass().plus(other.mass()), one.packs() + other.packs()));
        return List.copyOf(byKey.values());
    }

    /// Nothing is sent. The same again changes nothing. Refuses by [NotFound], PROPOSAL_CLOSED.
    public Proposal discard(Actor actor, ProposalId id) {
        Proposal proposal = locked(actor, id);
        if (proposal.stage() == Proposal.Stage.RELEASED) throw new RuleBroken(StorageRule.PROPOSAL_CLOSED);
        store.close(id, Proposal.Stage.DISCARDED, actor.personName(), now());
        return get(id);
    }

    /// For the owner and whoever runs the warehouse. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Proposal see(Actor actor, ProposalId id) {
        actor.require(Right.KEEP_STOCK);
        Proposal proposal = get(id);
        if (!actor.actsFor(proposal.owner()) && !StorageAccess.runs(actor, sites.get(proposal.warehouse())))
            throw new NotFound("proposal", id);
        return proposal;
    }

    /// What became of a released one.
    @Transactional(readOnly = true)
    public List<Shipment> sent(Actor actor, ProposalId id) {
        return shipments.ofCause(see(actor, id).id().value());
    }

    /// Without their lines, the latest first.
    @Transactional(readOnly = true)
    public Slice<Proposal> search(Actor actor, Paging paging) {
        actor.require(Right.KEEP_STOCK);
        return store.search(actor.everywhere() ? Optional.empty() : Optional.of(actor.organisation()), paging);
    }

    private Proposal locked(Actor actor, ProposalId id) {
        see(actor, id);
        return store.lock(id).orElseThrow();
    }

    private Proposal get(ProposalId id) {
        return store.find(id).orElseThrow(() -> new NotFound("proposal", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
