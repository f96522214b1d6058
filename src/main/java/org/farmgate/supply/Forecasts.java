package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Parties;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What growers expect to bring in: the one way into it.
@Service
@Transactional
public class Forecasts {
    private final ForecastStore store;
    private final ForecastReadStore lists;
    private final ForecastTaking taking;
    private final SupplyAccess access;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Forecasts(
            ForecastStore store,
            ForecastReadStore lists,
            ForecastTaking taking,
            SupplyAccess access,
            Parties parties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.taking = taking;
        this.access = access;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
    }

    /// The weeks that can be forecast now: this one and two years ahead.
    public static WeekSpan reach(LocalDate today) {
        IsoWeek now = IsoWeek.of(today);
        return new WeekSpan(now, now.plusWeeks(104));
    }

    /// Sent again with the same id and content it changes nothing.
    ///
    /// Refuses by [NotFound], NO_CONSENT, PLOT_RETIRED, GRADE_NOT_OF_PRODUCT, FORECAST_WEEK_OUT_OF_REACH,
    /// NOTHING_FORECAST, ALREADY_FORECAST, SUPPLY_ID_TAKEN.
    public Forecast make(Actor actor, NewForecast wanted) {
        if (wanted.mass().isZero()) throw new RuleBroken(SupplyRule.NOTHING_FORECAST);
        Optional<Forecast> there = store.find(wanted.id());
        if (there.isPresent()) return same(actor, there.get(), wanted);
        taking.one(
                actor,
                new ForecastEntry(
                        wanted.id(),
                        wanted.plot(),
                        wanted.grade(),
                        wanted.week(),
                        wanted.mass(),
                        wanted.floor(),
                        OptionalInt.of(0)));
        return get(wanted.id());
    }

    private Forecast same(Actor actor, Forecast there, NewForecast wanted) {
        access.requireWriting(actor, there.grower());
        ForecastRevision first = store.revisions(there).getLast();
        boolean same = there.plot().equals(wanted.plot())
                && there.grade() == wanted.grade()
                && there.week().equals(wanted.week())
                && first.mass().equals(wanted.mass())
                && first.floor().equals(wanted.floor());
        if (!same) throw new RuleBroken(SupplyRule.SUPPLY_ID_TAKEN);
        return there;
    }

    /// Says another mass or floor price from now on; a mass of nothing means that the crop has failed.
    /// Sending the same revision again, as after a lost answer, changes nothing.
    ///
    /// Refuses by [NotFound], NO_CONSENT, FORECAST_CHANGED_MEANWHILE, NOTHING_REVISED,
    /// FORECAST_WEEK_OUT_OF_REACH, and the input errors `missing` and `too-long` (reason).
    ///
    /// @param seen the revision that is being changed
    /// @param reason why, in the grower's words; it stays on the record
    public Forecast revise(Actor actor, ForecastId id, int seen, Mass mass, Price floor, String reason) {
        Forecast forecast = see(actor, id);
        access.requireWriting(actor, forecast.grower());
        String why = checkedReason(reason);
        taking.checkWeek(forecast.week());
        if (forecast.revision() == seen + 1 && said(forecast, mass, floor, actor)) return forecast;
        Forecast revised = forecast.revised(seen, mass, floor, access.recorded(actor));
        if (store.revise(List.of(revised)) == 0) {
            Forecast now = get(id);
            throw new RuleBroken(SupplyRule.FORECAST_CHANGED_MEANWHILE, now.mass(), now.floor());
        }
        store.insertRevisions(List.of(revised), why);
        if (!forecast.mass().equals(mass)) events.publishEvent(ForecastTaking.event(forecast.mass(), revised));
        return revised;
    }

    private static boolean said(Forecast forecast, Mass mass, Price floor, Actor actor) {
        return forecast.mass().equals(mass)
                && forecast.floor().equals(floor)
                && forecast.recorded().person().equals(actor.person());
    }

    private static String checkedReason(String reason) {
        String why = reason.strip();
        if (why.isEmpty()) throw new InputBroken("reason", "missing");
        if (why.codePointCount(0, why.length()) > ForecastRevision.LONGEST_REASON)
            throw new InputBroken("reason", "too-long", ForecastRevision.LONGEST_REASON);
        return why;
    }

    /// Makes or revises many at once, all or none, in a few statements.
    ///
    /// Refuses as [#make] and [#revise] do.
    ///
    /// @param reason of those that are revised
    public Taken putAll(Actor actor, Collection<ForecastEntry> entries, String reason) {
        return taking.all(actor, entries, checkedReason(reason));
    }

    /// Refuses by [NotFound]. For modules; who asks on somebody's behalf uses [#see].
    @Transactional(readOnly = true)
    public Forecast get(ForecastId id) {
        return store.find(id).orElseThrow(() -> new NotFound("forecast", id));
    }

    @Transactional(readOnly = true)
    public Map<ForecastId, Forecast> byIds(Collection<ForecastId> ids) {
        return store.byIds(ids);
    }

    /// Of these plots in these weeks, by week and grade: what a whole-crop contract is about.
    @Transactional(readOnly = true)
    public List<Forecast> ofPlots(Collection<PlotId> plots, WeekSpan weeks) {
        return store.ofPlots(plots, weeks);
    }

    /// What was brought in under each; those with nothing yet are left out.
    @Transactional(readOnly = true)
    public Map<ForecastId, Mass> harvested(Collection<ForecastId> ids) {
        return lists.harvested(ids);
    }

    /// Refuses by [NotFound], also for one out of the actor's reach.
    @Transactional(readOnly = true)
    public Forecast see(Actor actor, ForecastId id) {
        return store.find(id)
                .filter(forecast -> access.sees(actor, forecast.origin(), forecast.grower()))
                .orElseThrow(() -> new NotFound("forecast", id));
    }

    /// All that it ever said, the latest first. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public List<ForecastRevision> history(Actor actor, ForecastId id) {
        return store.revisions(see(actor, id));
    }

    /// Those within the actor's reach, by week.
    @Transactional(readOnly = true)
    public Slice<ForecastListing> search(Actor actor, ForecastQuery query) {
        List<PartyId> named = parties.named(actor, query.paging().search());
        return lists.search(access.seeing(actor), query, named);
    }

    /// Sums by product and week over all within the actor's reach.
    @Transactional(readOnly = true)
    public List<WeekTotal> totals(Actor actor, WeekSpan weeks, Optional<ProductId> product) {
        return lists.totals(access.seeing(actor), weeks, product);
    }

    @Transactional(readOnly = true)
    public WeekSpan reach() {
        return reach(LocalDate.now(clock));
    }
}
