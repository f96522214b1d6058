package org.farmgate.supply;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.farmgate.party.Parties;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.stock.LotId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What growers brought in: the one way into it, for other modules and for supply's own pages.
@Service
@Transactional
public class Harvests {
    /// How long ago a harvest may have been to be written down now.
    public static final int LONGEST_AGO_DAYS = 366;

    private final HarvestStore store;
    private final HarvestTaking taking;
    private final SupplyAccess access;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Harvests(
            HarvestStore store,
            HarvestTaking taking,
            SupplyAccess access,
            Parties parties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.taking = taking;
        this.access = access;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
    }

    /// Writes down what was brought in; it becomes a lot and can be sold. Sent again it changes nothing.
    ///
    /// Refuses by [NotFound], NO_CONSENT, PLOT_RETIRED, GRADE_NOT_OF_PRODUCT, FORECAST_OF_ANOTHER_PLOT,
    /// HARVEST_DATE_OUT_OF_REACH, NOTHING_HARVESTED, OFFER_EXCEEDS_HARVEST, SUPPLY_ID_TAKEN.
    public Harvest offer(Actor actor, NewHarvest wanted) {
        taking.all(actor, List.of(wanted)).forEach(events::publishEvent);
        return get(wanted.id());
    }

    /// Many at once, all or none, in a few statements; answers how many were new. Refuses as [#offer] does.
    public int offerAll(Actor actor, Collection<NewHarvest> wanted) {
        List<HarvestOffered> told = taking.all(actor, wanted);
        for (int from = 0; from < told.size(); from += HarvestsOffered.MOST)
            events.publishEvent(
                    new HarvestsOffered(told.subList(from, Math.min(told.size(), from + HarvestsOffered.MOST))));
        return told.size();
    }

    /// Takes it off the market for good; that it was harvested stays true, and so it stays off its
    /// forecast.
    ///
    /// Refuses by [NotFound], NO_CONSENT, HARVEST_ALREADY_WITHDRAWN, and the input errors `missing` and
    /// `too-long`.
    public Harvest withdraw(Actor actor, HarvestId id, String reason) {
        Harvest harvest = see(actor, id);
        access.requireWriting(actor, harvest.grower());
        String why = reason.strip();
        if (why.isEmpty()) throw new InputBroken("reason", "missing");
        if (why.codePointCount(0, why.length()) > ForecastRevision.LONGEST_REASON)
            throw new InputBroken("reason", "too-long", ForecastRevision.LONGEST_REASON);
        Harvest withdrawn = harvest.withdrawn(clock.instant(), actor.organisation(), why);
        if (!(withdrawn.state() instanceof HarvestState.Withdrawn state) || !store.withdraw(harvest, state))
            throw new RuleBroken(SupplyRule.HARVEST_ALREADY_WITHDRAWN);
        events.publishEvent(new HarvestWithdrawn(id, harvest.lot(), harvest.origin(), harvest.grower(), state.at()));
        return withdrawn;
    }

    /// Refuses by [NotFound]. For modules; who asks on somebody's behalf uses [#see].
    @Transactional(readOnly = true)
    public Harvest get(HarvestId id) {
        return store.find(id).orElseThrow(() -> new NotFound("harvest", id));
    }

    @Transactional(readOnly = true)
    public Map<HarvestId, Harvest> byIds(Collection<HarvestId> ids) {
        return store.byIds(ids);
    }

    /// Those that these lots came from, the earliest first; made lots have none.
    @Transactional(readOnly = true)
    public List<Harvest> byLots(Collection<LotId> lots) {
        return store.byLots(lots);
    }

    /// Of these plots, the latest first.
    @Transactional(readOnly = true)
    public List<Harvest> ofPlots(Collection<PlotId> plots) {
        return store.ofPlots(plots);
    }

    /// Refuses by [NotFound], also for one out of the actor's reach.
    @Transactional(readOnly = true)
    public Harvest see(Actor actor, HarvestId id) {
        return store.find(id)
                .filter(harvest -> access.sees(actor, harvest.origin(), harvest.grower()))
                .orElseThrow(() -> new NotFound("harvest", id));
    }

    /// Those within the actor's reach, the latest first.
    @Transactional(readOnly = true)
    public Slice<HarvestListing> search(Actor actor, HarvestQuery query) {
        List<PartyId> named = parties.named(actor, query.paging().search());
        return store.search(access.seeing(actor), query, named);
    }
}
