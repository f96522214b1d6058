package org.farmgate.trade.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.Acceptances;
import org.farmgate.trade.planning.LaneKey;
import org.farmgate.trade.planning.PlanDecision;
import org.farmgate.trade.planning.Plans;
import org.farmgate.trade.planning.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Docking by JSON: start a plan, follow it, read its rows, decide, accept.
@RestController
@RequestMapping("/api/v1/plans")
@Needs(Right.PLAN_SEASON)
class PlanApi {
    private final Plans plans;
    private final Acceptances acceptances;

    PlanApi(Plans plans, Acceptances acceptances) {
        this.plans = plans;
        this.acceptances = acceptances;
    }

    /// @param id optional: made by the client so that the same request sent twice makes one plan
    /// @param firstWeek such as `2027-W29`
    /// @param seconds how long to search, 20 where it is missing
    /// @param growerShare of the surplus, in percent, 50 where it is missing
    /// @param basedOn the plan whose decisions are taken over
    record NewPlan(
            @Nullable String id,
            @Nullable String name,
            @Nullable String firstWeek,
            @Nullable String lastWeek,
            @Nullable Integer seconds,
            @Nullable Integer growerShare,
            @Nullable String basedOn) {
        Fields fields() {
            Map<String, String> texts = new LinkedHashMap<>();
            put(texts, "id", id);
            put(texts, "name", name);
            put(texts, "firstWeek", firstWeek);
            put(texts, "lastWeek", lastWeek);
            put(texts, "seconds", seconds);
            put(texts, "growerShare", growerShare);
            put(texts, "basedOn", basedOn);
            return new Fields(texts);
        }

        private static void put(Map<String, String> texts, String name, @Nullable Object value) {
            if (value != null) texts.put(name, value.toString());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PlanView dock(Actor actor, @RequestBody NewPlan wanted) {
        Fields fields = wanted.fields();
        Optional<PlanId> basedOn = fields.optional("basedOn", f -> f.id("basedOn", PlanId::new));
        return PlanView.of(plans.dock(actor, PlanForm.read(fields, basedOn)));
    }

    @GetMapping
    Slice<PlanView> list(Actor actor, Paging paging) {
        return plans.search(actor, paging).map(PlanView::of);
    }

    @GetMapping("/{id}")
    PlanView get(Actor actor, @PathVariable PlanId id) {
        return PlanView.of(plans.get(actor, id));
    }

    @PostMapping("/{id}/cancellation")
    PlanView stop(Actor actor, @PathVariable PlanId id) {
        plans.stop(actor, id);
        return get(actor, id);
    }

    @GetMapping("/{id}/lines")
    Slice<PlanView.Line> lines(Actor actor, @PathVariable PlanId id, Paging paging) {
        return plans.lines(actor, id, paging).map(PlanView.Line::of);
    }

    @GetMapping("/{id}/supplies")
    Slice<PlanView.Supply> supplies(Actor actor, @PathVariable PlanId id, Paging paging) {
        return plans.supplies(actor, id, paging).map(PlanView.Supply::of);
    }

    @GetMapping("/{id}/demands")
    Slice<PlanView.Demand> demands(Actor actor, @PathVariable PlanId id, Paging paging) {
        return plans.demands(actor, id, paging).map(PlanView.Demand::of);
    }

    @GetMapping("/{id}/trips")
    Slice<PlanView.Trip> trips(Actor actor, @PathVariable PlanId id, Paging paging) {
        return plans.trips(actor, id, paging).map(PlanView.Trip::of);
    }

    @GetMapping("/{id}/decisions")
    List<PlanDecision> decisions(Actor actor, @PathVariable PlanId id) {
        return plans.decisions(actor, id);
    }

    /// @param kind SHIP_PAIR and FORBID_PAIR name a `line`, SHIP_SUPPLY and FORBID_SUPPLY a `supplyKey`,
    ///     SHIP_DEMAND and FORBID_DEMAND a `demandKey`, FORBID_LANE a way: `origin:<region>` as the one and
    ///     `city:<region>` or `warehouse:<site>` as the other
    record NewDecision(
            @Nullable String kind,
            @Nullable Integer line,
            @Nullable String supplyKey,
            @Nullable String demandKey) {}

    @PostMapping("/{id}/decisions")
    List<PlanDecision> decide(Actor actor, @PathVariable PlanId id, @RequestBody NewDecision wanted) {
        Map<String, String> texts = new LinkedHashMap<>();
        NewPlan.put(texts, "kind", wanted.kind());
        NewPlan.put(texts, "line", wanted.line());
        NewPlan.put(texts, "supplyKey", wanted.supplyKey());
        NewPlan.put(texts, "demandKey", wanted.demandKey());
        var fields = new Fields(texts);
        PlanDecision.Kind kind = fields.choice("kind", PlanDecision.Kind.class);
        fields.check();
        switch (kind) {
            case SHIP_PAIR -> plans.lock(actor, id, line(fields));
            case FORBID_PAIR -> plans.forbid(actor, id, line(fields));
            case FORBID_SUPPLY -> plans.forbidSupply(actor, id, text(fields, "supplyKey"));
            case FORBID_DEMAND -> plans.forbidDemand(actor, id, text(fields, "demandKey"));
            case SHIP_SUPPLY -> plans.lockSupply(actor, id, text(fields, "supplyKey"));
            case SHIP_DEMAND -> plans.lockDemand(actor, id, text(fields, "demandKey"));
            case FORBID_LANE ->
                plans.forbidLane(actor, id, new LaneKey(text(fields, "supplyKey"), text(fields, "demandKey")));
        }
        return plans.decisions(actor, id);
    }

    private static int line(Fields fields) {
        Long line = fields.number("line", 1, Integer.MAX_VALUE);
        fields.check();
        return line.intValue();
    }

    private static String text(Fields fields, String name) {
        String text = fields.text(name, 200);
        fields.check();
        return text;
    }

    @DeleteMapping("/{id}/decisions/{number}")
    List<PlanDecision> takeBack(Actor actor, @PathVariable PlanId id, @PathVariable int number) {
        plans.takeBack(actor, id, number);
        return plans.decisions(actor, id);
    }

    /// What to accept: of one buyer, of one product, these lines; all where nothing is said.
    record NewAcceptance(
            @Nullable String buyerId,
            @Nullable String productId,
            @Nullable Set<Integer> lines) {}

    /// @param contractIds the contracts that stand behind what was accepted
    record AcceptanceView(int lines, List<String> contractIds) {}

    @PostMapping("/{id}/acceptance")
    AcceptanceView accept(Actor actor, @PathVariable PlanId id, @RequestBody NewAcceptance wanted) {
        Map<String, String> texts = new LinkedHashMap<>();
        NewPlan.put(texts, "buyerId", wanted.buyerId());
        NewPlan.put(texts, "productId", wanted.productId());
        var fields = new Fields(texts);
        var buyer = fields.optional("buyerId", f -> f.id("buyerId", PartyId::new));
        var product = fields.optional("productId", f -> f.id("productId", ProductId::new));
        fields.check();
        Set<Integer> lines = wanted.lines() == null ? Set.of() : wanted.lines();
        var accepted = acceptances.accept(actor, id, new Selection(buyer, product, lines));
        return new AcceptanceView(
                accepted.lines(),
                accepted.contracts().stream().map(Object::toString).toList());
    }
}
