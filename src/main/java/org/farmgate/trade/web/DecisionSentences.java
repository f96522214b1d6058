package org.farmgate.trade.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.platform.web.Shell;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.LaneKey;
import org.farmgate.trade.planning.PlanDecision;
import org.farmgate.trade.planning.PlanDemand;
import org.farmgate.trade.planning.PlanSupply;
import org.farmgate.trade.planning.Plans;
import org.springframework.stereotype.Component;

/// Says in words what was decided about which rows.
@Component
class DecisionSentences {
    private final Plans plans;
    private final NameBook names;

    DecisionSentences(Plans plans, NameBook names) {
        this.plans = plans;
        this.names = names;
    }

    List<PlanPage.Decided> of(PlanId plan, List<PlanDecision> decided, Shell shell) {
        List<PlanSupply> supplies = plans.suppliesByKeys(
                plan, decided.stream().map(PlanDecision::supplyKey).toList());
        List<PlanDemand> demands = plans.demandsByKeys(
                plan, decided.stream().map(PlanDecision::demandKey).toList());
        Names supplyNames = names.ofSupplies(supplies, shell.locale());
        Names demandNames = names.ofDemands(demands, shell.locale());
        Map<String, String> words = new HashMap<>();
        for (PlanSupply supply : supplies)
            words.put(
                    supply.key(),
                    supplyNames.of(supply.grower()) + " · " + supplyNames.of(supply.product()) + " · "
                            + shell.weeks(supply.ready()));
        for (PlanDemand demand : demands)
            words.put(
                    demand.key(),
                    demandNames.of(demand.buyer()) + " · " + demandNames.of(demand.site()) + " · "
                            + demandNames.of(demand.product()));
        nameLanes(decided, words, shell);
        return decided.stream()
                .map(decision -> new PlanPage.Decided(decision, sentence(decision, words, shell)))
                .toList();
    }

    private void nameLanes(List<PlanDecision> decided, Map<String, String> words, Shell shell) {
        List<LaneKey> lanes = decided.stream()
                .filter(decision -> decision.kind() == PlanDecision.Kind.FORBID_LANE)
                .map(decision -> new LaneKey(decision.supplyKey(), decision.demandKey()))
                .toList();
        if (lanes.isEmpty()) return;
        var ids = new NameBook.Ids();
        for (LaneKey lane : lanes) {
            ids.regions.add(lane.origin());
            lane.city().ifPresent(ids.regions::add);
            lane.warehouse().ifPresent(ids.sites::add);
        }
        Names known = names.names(ids, shell.locale());
        for (LaneKey lane : lanes) {
            words.put(lane.from(), known.of(lane.origin()));
            words.put(
                    lane.to(),
                    lane.city()
                            .map(known::of)
                            .orElseGet(() -> known.of(lane.warehouse().orElseThrow())));
        }
    }

    private static String sentence(PlanDecision decision, Map<String, String> words, Shell shell) {
        String key = "docking.decision." + decision.kind();
        String supply = words.getOrDefault(decision.supplyKey(), "–");
        String demand = words.getOrDefault(decision.demandKey(), "–");
        return switch (decision.kind()) {
            case SHIP_PAIR -> shell.t(key, decision.mass(), supply, demand);
            case SHIP_SUPPLY -> shell.t(key, decision.mass(), supply);
            case SHIP_DEMAND -> shell.t(key, decision.mass(), demand);
            case FORBID_PAIR, FORBID_LANE -> shell.t(key, supply, demand);
            case FORBID_SUPPLY -> shell.t(key, supply);
            case FORBID_DEMAND -> shell.t(key, demand);
        };
    }
}
