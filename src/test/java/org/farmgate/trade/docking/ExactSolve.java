package org.farmgate.trade.docking;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.Variable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The whole model written out plainly, row by row and pair by pair, for a mixed-integer solver: slow, and only
/// for small seasons. It shares no code with the solver it checks.
final class ExactSolve {
    /// Values in yuan: the best plan found, and what no plan exceeds.
    record Result(double value, double bound) {}

    private final Season season;
    private final ModelBuilder model = new ModelBuilder();
    private final LinearExprBuilder surplus = LinearExpr.newBuilder();
    private final Map<Integer, LinearExprBuilder> bySupply = new HashMap<>();
    private final Map<Integer, LinearExprBuilder> byDemand = new HashMap<>();
    private final Map<String, LinearExprBuilder> byRoom = new HashMap<>();

    static {
        Loader.loadNativeLibraries();
    }

    ExactSolve(Season season) {
        this.season = season;
    }

    Result solve(String solver, double seconds) {
        for (Lane lane : season.lanes()) {
            for (int week = 0; week < season.weeks(); week++) {
                addLaneWeek(lane, week);
            }
        }
        bySupply.forEach((i, e) ->
                model.addLessOrEqual(e.build(), tonnes(season.supplies().get(i).grams())));
        byDemand.forEach((j, e) ->
                model.addLessOrEqual(e.build(), tonnes(season.demands().get(j).grams())));
        byRoom.forEach((key, e) -> {
            Warehouse w = season.warehouses().get(Integer.parseInt(key.split("@")[0]));
            model.addLessOrEqual(e.build(), tonnes(w.capacityGrams()));
        });
        model.maximize(surplus.build());
        ModelSolver run = new ModelSolver(solver);
        run.setTimeLimit(Duration.ofMillis((long) (seconds * 1000)));
        run.solve(model);
        return new Result(run.hasSolution() ? run.getObjectiveValue() : 0, run.getBestObjectiveBound());
    }

    private static double tonnes(long grams) {
        return grams / 1e6;
    }

    private void addLaneWeek(Lane lane, int week) {
        int arrival = week + lane.days() / 7;
        LinearExprBuilder cold = LinearExpr.newBuilder();
        LinearExprBuilder all = LinearExpr.newBuilder();
        boolean any = false;
        for (int i = 0; i < season.supplies().size(); i++) {
            Supply s = season.supplies().get(i);
            if (s.origin() != lane.origin() || week < s.firstWeek() || week > s.lastWeek()) {
                continue;
            }
            for (int j = 0; j < season.demands().size(); j++) {
                Demand d = season.demands().get(j);
                if (!s.product().equals(d.product()) || s.grade() > d.worstGrade()) {
                    continue;
                }
                any |= lane.destination().isWarehouse()
                        ? addStored(lane, arrival, i, j, cold, all)
                        : addDirect(lane, arrival, i, j, cold, all);
            }
        }
        if (any) {
            addTrucks(lane, cold, all);
        }
    }

    private boolean addDirect(Lane lane, int arrival, int i, int j, LinearExprBuilder cold, LinearExprBuilder all) {
        Supply s = season.supplies().get(i);
        Demand d = season.demands().get(j);
        if (lane.destination().index() != d.city()
                || arrival < d.firstWeek()
                || arrival > d.lastWeek()
                || lane.days() > s.shelfLifeDays()) {
            return false;
        }
        addFlow(i, j, 0, cold, all);
        return true;
    }

    private boolean addStored(Lane lane, int arrival, int i, int j, LinearExprBuilder cold, LinearExprBuilder all) {
        Supply s = season.supplies().get(i);
        Demand d = season.demands().get(j);
        Warehouse w = season.warehouses().get(lane.destination().index());
        boolean any = false;
        for (Warehouse.Onward on : w.onward()) {
            if (on.city() != d.city() || (s.cold() && !w.cold())) {
                continue;
            }
            for (int leave = arrival; leave + on.days() / 7 <= d.lastWeek(); leave++) {
                int days = lane.days() + 7 * (leave - arrival) + on.days();
                if (leave + on.days() / 7 < d.firstWeek() || days > s.shelfLifeDays()) {
                    continue;
                }
                double cost = on.fenPerTonne() / 100.0 + (leave - arrival + 1) * w.fenPerTonneWeek() / 100.0;
                Variable x = addFlow(i, j, cost, cold, all);
                for (int t = arrival; t <= leave; t++) {
                    byRoom.computeIfAbsent(lane.destination().index() + "@" + t, k -> LinearExpr.newBuilder())
                            .addTerm(x, 1);
                }
                any = true;
            }
        }
        return any;
    }

    private Variable addFlow(int i, int j, double cost, LinearExprBuilder cold, LinearExprBuilder all) {
        Supply s = season.supplies().get(i);
        Demand d = season.demands().get(j);
        Variable x = model.newNumVar(0, tonnes(Math.min(s.grams(), d.grams())), "");
        double margin = (d.highestFenPerTonne() - d.lastLegFenPerTonne() - s.floorFenPerTonne()) / 100.0 - cost;
        surplus.addTerm(x, margin);
        bySupply.computeIfAbsent(i, k -> LinearExpr.newBuilder()).addTerm(x, 1);
        byDemand.computeIfAbsent(j, k -> LinearExpr.newBuilder()).addTerm(x, 1);
        all.addTerm(x, 1);
        if (s.cold()) {
            cold.addTerm(x, 1);
        }
        return x;
    }

    private void addTrucks(Lane lane, LinearExprBuilder cold, LinearExprBuilder all) {
        for (TruckKind kind : season.truckKinds()) {
            Variable trucks = model.newIntVar(0, 1000, "");
            surplus.addTerm(trucks, -(kind.tripFen() + kind.fenPerKm() * lane.kilometres()) / 100.0);
            all.addTerm(trucks, -tonnes(kind.capacityGrams()));
            if (kind.cold()) {
                cold.addTerm(trucks, -tonnes(kind.capacityGrams()));
            }
        }
        model.addLessOrEqual(all.build(), 0);
        model.addLessOrEqual(cold.build(), 0);
    }
}
