package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.place.Division;
import org.farmgate.place.DivisionId;
import org.farmgate.place.Divisions;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sources of supply: the one way into them.
@Service
@Transactional
public class Plots {
    /// How many one grower may have in use.
    public static final int MOST_OF_A_GROWER = 500;

    private static final Set<PartyKind> SUPPLIERS =
            Set.of(PartyKind.GROWER, PartyKind.COOPERATIVE, PartyKind.PROCESSOR);

    private final PlotStore store;
    private final SupplyAccess access;
    private final Parties parties;
    private final Products products;
    private final Regions regions;
    private final Divisions divisions;
    private final Clock clock;

    Plots(
            PlotStore store,
            SupplyAccess access,
            Parties parties,
            Products products,
            Regions regions,
            Divisions divisions,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.parties = parties;
        this.products = products;
        this.regions = regions;
        this.divisions = divisions;
        this.clock = clock;
    }

    /// Refuses as [#registerAll] does.
    public Plot register(Actor actor, NewPlot plot) {
        registerAll(actor, List.of(plot));
        return get(plot.id());
    }

    /// All or none, in a few statements; answers how many were new. The same plot sent again changes
    /// nothing.
    ///
    /// Refuses by [NotFound], NO_CONSENT, NOT_A_SUPPLIER, PLACE_NOT_IN_A_COUNTY, PLOT_NOT_IN_THE_DIVISION,
    /// TOO_MANY_PLOTS, PLOT_NAME_TAKEN, SUPPLY_ID_TAKEN.
    public int registerAll(Actor actor, Collection<NewPlot> wanted) {
        if (wanted.isEmpty()) return 0;
        Set<PartyId> growers = wanted.stream().map(NewPlot::grower).collect(Collectors.toSet());
        access.requireWritingAll(actor, growers);
        checkSuppliers(growers);
        checkProducts(wanted.stream().map(NewPlot::product).collect(Collectors.toSet()));
        checkDivisions(wanted);
        Map<RegionId, RegionId> counties =
                regions.countiesOf(wanted.stream().map(NewPlot::region).collect(Collectors.toSet()));
        Recorded recorded = access.recorded(actor);
        List<Plot> plots = wanted.stream()
                .map(plot -> plot(plot, Optional.ofNullable(counties.get(plot.region())), recorded))
                .toList();
        int added = store.insert(plots);
        if (added < plots.size()) refuseOthers(plots);
        store.counts(growers).forEach((grower, count) -> {
            if (count > MOST_OF_A_GROWER) throw new RuleBroken(SupplyRule.TOO_MANY_PLOTS, MOST_OF_A_GROWER);
        });
        return added;
    }

    /// Another name, size or yield; what it grows and where it lies stay. Refuses by [NotFound],
    /// NO_CONSENT, PLOT_RETIRED, PLOT_NAME_TAKEN.
    public Plot amend(Actor actor, PlotId id, String name, PlotSize size, Mass expectedYield) {
        Plot plot = writable(actor, id);
        boolean taken = store.ofGrowers(List.of(plot.grower())).stream()
                .anyMatch(other -> !other.id().equals(id) && other.name().equals(name.strip()));
        if (taken) throw new RuleBroken(SupplyRule.PLOT_NAME_TAKEN, name.strip());
        Plot amended = plot.amended(name.strip(), size, expectedYield, access.recorded(actor));
        store.amend(amended);
        return amended;
    }

    /// Gives it up from today on. Refuses by [NotFound], NO_CONSENT, PLOT_RETIRED, PLOT_HAS_FORECASTS.
    public Plot retire(Actor actor, PlotId id) {
        Plot plot = writable(actor, id);
        LocalDate today = LocalDate.now(clock);
        int ahead = store.forecastsAhead(plot, IsoWeek.of(today).number());
        if (ahead > 0) throw new RuleBroken(SupplyRule.PLOT_HAS_FORECASTS, ahead);
        Plot retired = plot.retired(today, access.recorded(actor));
        store.amend(retired);
        return retired;
    }

    /// Refuses by [NotFound]. For modules; who asks on somebody's behalf uses [#see].
    @Transactional(readOnly = true)
    public Plot get(PlotId id) {
        return store.find(id).orElseThrow(() -> new NotFound("plot", id));
    }

    @Transactional(readOnly = true)
    public Map<PlotId, Plot> byIds(Collection<PlotId> ids) {
        return store.byIds(ids);
    }

    /// All of these growers, those given up included, by name.
    @Transactional(readOnly = true)
    public List<Plot> ofGrowers(Collection<PartyId> growers) {
        return store.ofGrowers(growers);
    }

    /// Refuses by [NotFound], also for a plot out of the actor's reach.
    @Transactional(readOnly = true)
    public Plot see(Actor actor, PlotId id) {
        return store.find(id)
                .filter(plot -> access.sees(actor, plot.origin(), plot.grower()))
                .orElseThrow(() -> new NotFound("plot", id));
    }

    /// Those within the actor's reach, by name.
    @Transactional(readOnly = true)
    public Slice<Plot> search(Actor actor, PlotQuery query) {
        List<PartyId> named = parties.named(actor, query.paging().search());
        return store.search(access.seeing(actor), query, named, LocalDate.now(clock));
    }

    private Plot writable(Actor actor, PlotId id) {
        Plot plot = see(actor, id);
        access.requireWriting(actor, plot.grower());
        plot.retiredOn().ifPresent(on -> {
            throw new RuleBroken(SupplyRule.PLOT_RETIRED, on);
        });
        return plot;
    }

    private static Plot plot(NewPlot plot, Optional<RegionId> county, Recorded recorded) {
        RegionId origin = county.orElseThrow(() -> new RuleBroken(SupplyRule.PLACE_NOT_IN_A_COUNTY));
        return new Plot(
                plot.id(),
                origin,
                plot.grower(),
                plot.name(),
                plot.region(),
                plot.division(),
                plot.product(),
                plot.size(),
                plot.expectedYield(),
                Optional.empty(),
                recorded);
    }

    static boolean isSupplier(Party party) {
        return SUPPLIERS.contains(party.kind());
    }

    private void checkSuppliers(Set<PartyId> growers) {
        Map<PartyId, Party> known = parties.byIds(growers);
        for (PartyId grower : growers) {
            Party party = known.get(grower);
            if (party == null) throw new NotFound("party", grower);
            if (!isSupplier(party)) throw new RuleBroken(SupplyRule.NOT_A_SUPPLIER);
        }
    }

    private void checkProducts(Set<ProductId> wanted) {
        Set<ProductId> known = products.byIds(wanted).keySet();
        for (ProductId product : wanted) if (!known.contains(product)) throw new NotFound("product", product);
    }

    /// A division's farms lie in its regions, or below one of them.
    private void checkDivisions(Collection<NewPlot> wanted) {
        List<NewPlot> within =
                wanted.stream().filter(plot -> plot.division().isPresent()).toList();
        if (within.isEmpty()) return;
        Map<DivisionId, Division> known = divisions.byIds(
                within.stream().map(plot -> plot.division().orElseThrow()).collect(Collectors.toSet()));
        Map<RegionId, Region> tree =
                regions.withAncestors(within.stream().map(NewPlot::region).collect(Collectors.toSet()));
        for (NewPlot plot : within) {
            Division division = known.get(plot.division().orElseThrow());
            if (division == null) throw new NotFound("division", plot.division().orElseThrow());
            if (!liesWithin(plot.region(), division, tree)) throw new RuleBroken(SupplyRule.PLOT_NOT_IN_THE_DIVISION);
        }
    }

    static boolean liesWithin(RegionId region, Division division, Map<RegionId, Region> tree) {
        for (Optional<RegionId> at = Optional.of(region); at.isPresent(); ) {
            if (division.regions().contains(at.get())) return true;
            at = Optional.ofNullable(tree.get(at.get())).flatMap(Region::parent);
        }
        return false;
    }

    private void refuseOthers(List<Plot> plots) {
        Map<PlotId, Plot> stored =
                new HashMap<>(store.byIds(plots.stream().map(Plot::id).toList()));
        for (Plot plot : plots) {
            Plot there = stored.get(plot.id());
            if (there == null) throw new RuleBroken(SupplyRule.PLOT_NAME_TAKEN, plot.name());
            if (!there.sameAs(plot)) throw new RuleBroken(SupplyRule.SUPPLY_ID_TAKEN);
        }
    }
}
