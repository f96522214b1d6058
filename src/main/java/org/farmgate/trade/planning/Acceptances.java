package org.farmgate.trade.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;
import org.farmgate.supply.Offer;
import org.farmgate.supply.Offers;
import org.farmgate.trade.Acceptance;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.PlannedSale;
import org.farmgate.trade.PriceBasis;
import org.farmgate.trade.planning.PlanFigures.Acceptable;
import org.farmgate.trade.planning.PlanFigures.Accepted;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Accepting a plan, wholly or in part: its lines become drafted contracts at the farm-gate price, and what
/// stands behind them is promised to nobody else from then on.
@Service
@Transactional
public class Acceptances {
    private final Plans plans;
    private final PlanRowStore rows;
    private final FigureStore figures;
    private final Offers offers;
    private final Contracts contracts;
    private final AcceptedTrips trips;
    private final Clock clock;

    Acceptances(
            Plans plans,
            PlanRowStore rows,
            FigureStore figures,
            Offers offers,
            Contracts contracts,
            AcceptedTrips trips,
            Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.figures = figures;
        this.offers = offers;
        this.contracts = contracts;
        this.trips = trips;
        this.clock = clock;
    }

    /// Drafts the contracts, all or none; a line that is accepted already is left out. Refuses by PLAN_NOT_SOLVED,
    /// NOTHING_TO_ACCEPT, PLAN_OVERTAKEN, and as [Contracts#draftFrom] where goods or demand were promised
    /// meanwhile.
    public Accepted accept(Actor actor, PlanId id, Selection selection) {
        plans.solved(actor, id);
        List<PlanLine> free = rows.free(id, selection);
        if (free.isEmpty()) throw new RuleBroken(PlanningRule.NOTHING_TO_ACCEPT);
        Map<String, Offer> backing =
                offers.byKeys(free.stream().map(PlanLine::supplyKey).distinct().toList());
        List<PlannedSale> sales = free.stream().map(line -> sale(line, backing)).toList();
        List<ContractId> drafted = contracts.draftFrom(actor, Acceptance.usual(id, sales, PriceBasis.FARM_GATE));
        mark(id, free, sales);
        trips.announce(id, free);
        return new Accepted(free.size(), drafted);
    }

    private static PlannedSale sale(PlanLine line, Map<String, Offer> backing) {
        Offer offer = backing.get(line.supplyKey());
        if (offer == null || offer.mass().compareTo(line.mass()) < 0) throw new RuleBroken(PlanningRule.PLAN_OVERTAKEN);
        return new PlannedSale(
                line.supplyKey(),
                offer.mass(),
                line.grower(),
                line.origin(),
                line.buyer(),
                line.product(),
                line.grade(),
                DemandId.of(line.demandKey().substring(0, line.demandKey().indexOf(':'))),
                line.site(),
                line.delivery(),
                line.mass(),
                line.price().farmGate());
    }

    /// Writes onto the lines which contract each went into. Somebody who accepted the same lines at the same
    /// moment would be seen here: then nothing of this stands.
    private void mark(PlanId id, List<PlanLine> free, List<PlannedSale> sales) {
        Map<PlannedSale.Key, ContractId> behind = contracts.behind(id);
        Map<String, List<Integer>> byContract = new TreeMap<>();
        for (int i = 0; i < free.size(); i++) {
            ContractId contract =
                    java.util.Objects.requireNonNull(behind.get(sales.get(i).key()));
            byContract
                    .computeIfAbsent(contract.toString(), _ -> new ArrayList<>())
                    .add(free.get(i).line());
        }
        if (rows.accept(id, byContract, clock.instant()) < free.size())
            throw new RuleBroken(PlanningRule.PLAN_OVERTAKEN);
    }

    /// What is not accepted yet.
    @Transactional(readOnly = true)
    public Acceptable left(Actor actor, PlanId id) {
        plans.get(actor, id);
        return figures.acceptable(id);
    }

    /// Who buys something that is not accepted yet.
    @Transactional(readOnly = true)
    public List<PartyId> buyers(Actor actor, PlanId id) {
        plans.get(actor, id);
        return figures.buyers(id);
    }

    @Transactional(readOnly = true)
    public List<ProductId> products(Actor actor, PlanId id) {
        plans.get(actor, id);
        return figures.products(id);
    }
}
