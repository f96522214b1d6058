package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.trade.docking.LocksRefused.Fault;
import org.jspecify.annotations.Nullable;

/// The rules by row index, once they are known to fit the rows. Refuses by `LocksRefused`.
final class LockBook {

    /// A mass that must ship. `supply` or `demand` is -1 where the rule leaves it open.
    record Must(int rule, int supply, int demand, long grams) {}

    private final Season season;
    private final List<LockRule> rules;
    private final Map<String, Integer> supplyIndex = new HashMap<>();
    private final Map<String, Integer> demandIndex = new HashMap<>();
    private final List<Must> musts = new ArrayList<>();
    private final Map<Integer, LockRule> forbiddenSupplies = new HashMap<>();
    private final Map<Integer, LockRule> forbiddenDemands = new HashMap<>();
    private final Map<Long, LockRule> forbiddenPairs = new HashMap<>();
    private final Set<Integer> forbiddenLanes = new HashSet<>();
    private final Set<Integer> rowsWithForbiddenPair = new HashSet<>();

    LockBook(Season season, Locks locks) {
        this.season = season;
        this.rules = locks.rules();
        for (int i = 0; i < season.supplies().size(); i++) {
            supplyIndex.put(season.supplies().get(i).key(), i);
        }
        for (int j = 0; j < season.demands().size(); j++) {
            demandIndex.put(season.demands().get(j).key(), j);
        }
        Set<Object> seen = new HashSet<>();
        for (LockRule rule : rules) {
            Object what = switch (rule) {
                case LockRule.ShipPair r -> List.of("ship", r.supplyKey(), r.demandKey());
                case LockRule.ShipSupply r -> List.of("ship supply", r.supplyKey());
                case LockRule.ShipDemand r -> List.of("ship demand", r.demandKey());
                case LockRule other -> other;
            };
            refuse(!seen.add(what), Fault.RULE_REPEATED, rule, List.of());
            readForbid(rule);
        }
        for (int r = 0; r < rules.size(); r++) {
            readPair(r, rules.get(r));
        }
        for (int r = 0; r < rules.size(); r++) {
            readRow(r, rules.get(r));
        }
        checkSums();
    }

    List<Must> musts() {
        return musts;
    }

    boolean forbidsSupply(int supply) {
        return forbiddenSupplies.containsKey(supply);
    }

    boolean forbidsDemand(int demand) {
        return forbiddenDemands.containsKey(demand);
    }

    boolean forbidsLane(int lane) {
        return forbiddenLanes.contains(lane);
    }

    boolean forbidsPair(int supply, int demand) {
        return !forbiddenPairs.isEmpty() && forbiddenPairs.containsKey(pair(supply, demand));
    }

    boolean anyForbiddenPair() {
        return !forbiddenPairs.isEmpty();
    }

    /// Whether the supply row is named in a forbidden pair, and so must not be merged with its equals.
    boolean pairForbiddenForSupply(int supply) {
        return rowsWithForbiddenPair.contains(supply);
    }

    boolean pairForbiddenForDemand(int demand) {
        return rowsWithForbiddenPair.contains(-1 - demand);
    }

    LockRule rule(int index) {
        return rules.get(index);
    }

    int ruleCount() {
        return rules.size();
    }

    private void readForbid(LockRule rule) {
        switch (rule) {
            case LockRule.ForbidSupply r -> forbiddenSupplies.put(supply(r.supplyKey(), rule), rule);
            case LockRule.ForbidDemand r -> forbiddenDemands.put(demand(r.demandKey(), rule), rule);
            case LockRule.ForbidPair r -> {
                int i = supply(r.supplyKey(), rule);
                int j = demand(r.demandKey(), rule);
                forbiddenPairs.put(pair(i, j), rule);
                rowsWithForbiddenPair.add(i);
                rowsWithForbiddenPair.add(-1 - j);
            }
            case LockRule.ForbidLane r -> {
                int lane = season.lanes().stream()
                        .filter(l -> l.origin() == r.origin() && l.destination().equals(r.destination()))
                        .findFirst()
                        .map(season.lanes()::indexOf)
                        .orElse(-1);
                refuse(lane < 0, Fault.UNKNOWN_LANE, rule, List.of());
                forbiddenLanes.add(lane);
            }
            case LockRule.ShipPair _, LockRule.ShipSupply _, LockRule.ShipDemand _ -> {}
        }
    }

    private void readPair(int index, LockRule rule) {
        if (rule instanceof LockRule.ShipPair(String supplyKey, String demandKey, long grams)) {
            int i = supply(supplyKey, rule);
            int j = demand(demandKey, rule);
            refuse(grams <= 0, Fault.MASS_NOT_POSITIVE, rule, List.of());
            againstForbidden(rule, forbiddenSupplies.get(i));
            againstForbidden(rule, forbiddenDemands.get(j));
            againstForbidden(rule, forbiddenPairs.get(pair(i, j)));
            Supply s = season.supplies().get(i);
            Demand d = season.demands().get(j);
            refuse(!s.product().equals(d.product()), Fault.DIFFERENT_PRODUCT, rule, List.of());
            refuse(s.grade() > d.worstGrade(), Fault.GRADE_TOO_LOW, rule, List.of());
            musts.add(new Must(index, i, j, grams));
        }
    }

    /// A row's lock counts what its pair locks already ship; only the rest is kept here.
    private void readRow(int index, LockRule rule) {
        if (rule instanceof LockRule.ShipSupply(String key, long grams)) {
            int i = supply(key, rule);
            refuse(grams <= 0, Fault.MASS_NOT_POSITIVE, rule, List.of());
            againstForbidden(rule, forbiddenSupplies.get(i));
            refuse(grams > season.supplies().get(i).grams(), Fault.MORE_THAN_THE_ROW, rule, List.of());
            addRest(new Must(index, i, -1, grams - pairedOf(true, i)));
        } else if (rule instanceof LockRule.ShipDemand(String key, long grams)) {
            int j = demand(key, rule);
            refuse(grams <= 0, Fault.MASS_NOT_POSITIVE, rule, List.of());
            againstForbidden(rule, forbiddenDemands.get(j));
            refuse(grams > season.demands().get(j).grams(), Fault.MORE_THAN_THE_ROW, rule, List.of());
            addRest(new Must(index, -1, j, grams - pairedOf(false, j)));
        }
    }

    private void addRest(Must must) {
        if (must.grams > 0) {
            musts.add(must);
        }
    }

    private long pairedOf(boolean ofSupply, int row) {
        return musts.stream()
                .filter(m -> m.supply >= 0 && m.demand >= 0 && (ofSupply ? m.supply : m.demand) == row)
                .mapToLong(Must::grams)
                .sum();
    }

    private void checkSums() {
        for (Must m : musts) {
            if (m.supply >= 0 && m.demand >= 0) {
                boolean tooMuch = pairedOf(true, m.supply)
                                > season.supplies().get(m.supply).grams()
                        || pairedOf(false, m.demand)
                                > season.demands().get(m.demand).grams();
                refuse(tooMuch, Fault.MORE_THAN_THE_ROW, rules.get(m.rule), sharing(m));
            }
        }
    }

    /// Other rules that ship from the same supply or to the same demand.
    List<LockRule> sharing(Must must) {
        return musts.stream()
                .filter(o -> o.rule != must.rule)
                .filter(o -> (o.supply >= 0 && o.supply == must.supply) || (o.demand >= 0 && o.demand == must.demand))
                .map(o -> rules.get(o.rule))
                .toList();
    }

    private void againstForbidden(LockRule rule, @Nullable LockRule forbidding) {
        if (forbidding != null) {
            throw new LocksRefused(Fault.SHIPPED_AND_FORBIDDEN, rule, List.of(forbidding));
        }
    }

    private int supply(String key, LockRule rule) {
        Integer index = supplyIndex.get(key);
        if (index == null) {
            throw new LocksRefused(Fault.UNKNOWN_SUPPLY, rule, List.of());
        }
        return index;
    }

    private int demand(String key, LockRule rule) {
        Integer index = demandIndex.get(key);
        if (index == null) {
            throw new LocksRefused(Fault.UNKNOWN_DEMAND, rule, List.of());
        }
        return index;
    }

    private static void refuse(boolean wrong, Fault fault, LockRule rule, List<LockRule> against) {
        if (wrong) {
            throw new LocksRefused(fault, rule, against);
        }
    }

    private static long pair(int supply, int demand) {
        return ((long) supply << 32) | demand;
    }
}
