package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What buyers want. With POST_DEMAND one posts and changes one's own organisation's; with SEE_DEMAND or
/// PLAN_SEASON one sees everybody's.
@Service
@Transactional
public class Demands {
    private final DemandStore store;
    private final DemandReadStore reading;
    private final TradeWords words;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Demands(
            DemandStore store,
            DemandReadStore reading,
            TradeWords words,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// Posts a demand of one's own organisation. The same one twice is one. Refuses by DEMAND_WINDOW_PAST,
    /// DEMAND_PLACE_NOT_THE_BUYERS, DEMAND_REFERENCE_TAKEN, DEMAND_ID_TAKEN.
    public Demand post(Actor actor, Demand demand) {
        return postAll(actor, List.of(demand)).getFirst();
    }

    /// As [#post] for many at once: all or none, in a handful of statements.
    public List<Demand> postAll(Actor actor, List<Demand> demands) {
        if (demands.isEmpty()) return List.of();
        Map<DemandId, Demand> there = new HashMap<>();
        reading.byIds(demands.stream().map(Demand::id).toList()).forEach(demand -> there.put(demand.id(), demand));
        List<Demand> fresh = new ArrayList<>();
        for (Demand demand : demands) {
            requireOwn(actor, demand.buyer());
            Demand known = there.get(demand.id());
            if (known == null) fresh.add(demand);
            else if (!known.sameWish(demand)) throw new RuleBroken(TradeRule.DEMAND_ID_TAKEN);
        }
        if (!fresh.isEmpty()) insert(actor, fresh);
        return demands;
    }

    private void insert(Actor actor, List<Demand> fresh) {
        fresh.forEach(demand -> checkWindow(demand.window()));
        words.checkPlaces(fresh);
        Instant at = clock.instant();
        if (store.insert(fresh, words.searchOf(fresh), actor.person(), at) < fresh.size())
            throw new RuleBroken(TradeRule.DEMAND_REFERENCE_TAKEN);
        store.insertPlaces(fresh);
        store.insertVersions(fresh, actor.person(), at);
        for (Demand demand : fresh)
            events.publishEvent(new DemandPosted(
                    demand.id(),
                    demand.buyer(),
                    demand.product(),
                    demand.minimumGrade(),
                    demand.window().first(),
                    demand.window().last(),
                    demand.wanted(),
                    demand.shipTo().size(),
                    at));
    }

    /// Writes other wishes for an open demand; its version is the one that was seen. What it asked for
    /// before is kept. Changing nothing is no new version. Refuses by DEMAND_NOT_OPEN,
    /// DEMAND_CHANGED_MEANWHILE, DEMAND_PRODUCT_FIXED, DEMAND_WINDOW_PAST, DEMAND_PLACE_NOT_THE_BUYERS,
    /// DEMAND_ALREADY_COMMITTED.
    public Demand change(Actor actor, Demand changed) {
        Demand known = own(actor, changed.id());
        if (!known.product().equals(changed.product())
                || !known.buyer().equals(changed.buyer())
                || !known.reference().equals(changed.reference())) throw new RuleBroken(TradeRule.DEMAND_PRODUCT_FIXED);
        if (!known.isOpen()) throw new RuleBroken(TradeRule.DEMAND_NOT_OPEN);
        if (known.sameWish(changed)) return known;
        if (known.version() != changed.version()) throw new RuleBroken(TradeRule.DEMAND_CHANGED_MEANWHILE);
        checkWindow(changed.window());
        words.checkPlaces(List.of(changed));
        Demand next = changed.asVersion(changed.version() + 1);
        Instant at = clock.instant();
        String search = words.searchOf(List.of(next)).getOrDefault(next.id(), "");
        if (!store.update(next, changed.version(), search)) throw new RuleBroken(TradeRule.DEMAND_CHANGED_MEANWHILE);
        if (!store.replacePlaces(next)) throw new RuleBroken(TradeRule.DEMAND_ALREADY_COMMITTED);
        store.insertVersions(List.of(next), actor.person(), at);
        events.publishEvent(new DemandChanged(
                next.id(),
                next.version(),
                next.buyer(),
                next.product(),
                next.minimumGrade(),
                next.window().first(),
                next.window().last(),
                next.wanted(),
                next.shipTo().size(),
                at));
        return next;
    }

    /// Takes a demand back; what is under contract stays so. Once withdrawn, withdrawing again changes
    /// nothing.
    public void withdraw(Actor actor, DemandId id, String reason) {
        Demand demand = own(actor, id);
        Instant at = clock.instant();
        if (store.withdraw(id, actor.person(), reason, at))
            events.publishEvent(new DemandWithdrawn(id, demand.buyer(), demand.product(), reason, at));
    }

    @Transactional(readOnly = true)
    public Demand get(Actor actor, DemandId id) {
        return find(id).filter(demand -> seesAll(actor) || actor.actsFor(demand.buyer()))
                .orElseThrow(() -> new NotFound("demand", id));
    }

    @Transactional(readOnly = true)
    public Optional<Demand> find(DemandId id) {
        return reading.byIds(List.of(id)).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Map<DemandId, Demand> byIds(Collection<DemandId> ids) {
        Map<DemandId, Demand> found = new HashMap<>();
        reading.byIds(ids).forEach(demand -> found.put(demand.id(), demand));
        return found;
    }

    /// Which of a buyer's own references are known already.
    @Transactional(readOnly = true)
    public Map<String, DemandId> byReferences(PartyId buyer, Collection<String> references) {
        return reading.byReferences(buyer, references);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public Slice<DemandListing> search(Actor actor, DemandQuery query) {
        Optional<PartyId> buyer = seesAll(actor) ? Optional.empty() : Optional.of(actor.organisation());
        return reading.search(query, buyer, thisWeek());
    }

    /// Every version, newest first.
    @Transactional(readOnly = true)
    public List<DemandVersion> history(Actor actor, DemandId id) {
        get(actor, id);
        return reading.versions(id);
    }

    /// Those that are not withdrawn and want something in these weeks, in full.
    @Transactional(readOnly = true)
    public List<Demand> openIn(WeekSpan season) {
        return reading.openIn(season);
    }

    /// As [#openIn], but only what no contract holds yet: each demand with the places that still want
    /// something, and how much. This is what docking takes.
    @Transactional(readOnly = true)
    public List<Demand> stillWantedIn(WeekSpan season) {
        List<Demand> open = reading.openIn(season);
        Map<DemandId, List<ShipTo>> left =
                reading.stillWanted(open.stream().map(Demand::id).toList());
        return open.stream()
                .filter(demand -> left.containsKey(demand.id()))
                .map(demand -> demand.reaching(left.getOrDefault(demand.id(), List.of())))
                .toList();
    }

    /// What each place of a demand still wants; a place that has all it wants is left out.
    @Transactional(readOnly = true)
    public List<ShipTo> stillWanted(Actor actor, DemandId id) {
        get(actor, id);
        return reading.stillWanted(List.of(id)).getOrDefault(id, List.of());
    }

    /// The highest price is the buyer's own affair: sellers do not see it, planners must.
    public static boolean seesHighestPrice(Actor actor, PartyId buyer) {
        return actor.actsFor(buyer) || actor.may(Right.PLAN_SEASON);
    }

    /// Whoever sells sees what the market wants; a buyer does not see what its competitors want.
    private static boolean seesAll(Actor actor) {
        return actor.may(Right.PLAN_SEASON) || actor.may(Right.SEE_DEMAND) && actor.may(Right.SEE_SUPPLY);
    }

    private Demand own(Actor actor, DemandId id) {
        actor.require(Right.POST_DEMAND);
        Demand demand = find(id).orElseThrow(() -> new NotFound("demand", id));
        requireOwn(actor, demand.buyer());
        return demand;
    }

    private static void requireOwn(Actor actor, PartyId buyer) {
        actor.require(Right.POST_DEMAND);
        if (!actor.actsFor(buyer) && !actor.everywhere()) throw new NotFound("demand", buyer);
    }

    /// Whether its last week has passed.
    public boolean isPast(WeekSpan window) {
        return window.last().compareTo(thisWeek()) < 0;
    }

    private void checkWindow(WeekSpan window) {
        if (isPast(window)) throw new RuleBroken(TradeRule.DEMAND_WINDOW_PAST, window);
    }

    private IsoWeek thisWeek() {
        return IsoWeek.of(LocalDate.now(clock));
    }
}
