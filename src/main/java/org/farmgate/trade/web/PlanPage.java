package org.farmgate.trade.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Picture;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.PlanDecision;
import org.farmgate.trade.planning.PlanDemand;
import org.farmgate.trade.planning.PlanFigures;
import org.farmgate.trade.planning.PlanLine;
import org.farmgate.trade.planning.PlanState;
import org.farmgate.trade.planning.PlanSummary;
import org.farmgate.trade.planning.PlanSupply;
import org.farmgate.trade.planning.PlanTrip;

/// What the plans' templates show. Each view names its rows through [Names], so that a list asks each module
/// once.
public final class PlanPage {
    private PlanPage() {}

    public record Listing(Slice<PlanSummary> plans, String search) {}

    /// @param basedOn the plan that is solved again, where it is
    public record Form(FormErrors errors, Optional<PlanSummary> basedOn, String submitPath) {}

    /// @param pictures flow map, weeks, price steps, in this order
    public record Overview(
            PlanSummary plan,
            PlanFigures figures,
            PlanFigures.Acceptable acceptable,
            List<Picture> pictures,
            List<PlanSummary> others) {}

    /// @param percent -1 while nobody knows
    public record Solving(PlanSummary plan, int percent, String stage) {}

    public record Lines(PlanSummary plan, Slice<PlanLine> rows, Names names) {}

    public record Line(PlanSummary plan, PlanLine row, Names names, Picture steps) {}

    public record Supplies(PlanSummary plan, Slice<PlanSupply> rows, Names names) {}

    public record Demands(PlanSummary plan, Slice<PlanDemand> rows, Names names) {}

    public record Trips(PlanSummary plan, Slice<PlanTrip> rows, Names names) {}

    public record Fairness(PlanSummary plan, Slice<PlanFigures.EqualGroup> rows, Names names) {}

    /// A decision in words.
    public record Decided(PlanDecision decision, String sentence) {}

    public record Decisions(PlanSummary plan, List<Decided> rows) {}

    public record Acceptance(
            PlanSummary plan,
            PlanFigures.Acceptable left,
            Map<String, String> buyers,
            Map<String, String> products,
            FormErrors errors) {}

    public record Comparison(PlanSummary one, PlanSummary other, long sharedPairs) {}

    public static Map<String, String> tabs(Shell shell, PlanId plan) {
        var tabs = new LinkedHashMap<String, String>();
        tabs.put("/plans/" + plan, shell.t("docking.tab.overview"));
        for (String part : List.of("lines", "supplies", "demands", "trips", "fairness", "decisions"))
            tabs.put("/plans/" + plan + "/" + part, shell.t("docking.tab." + part));
        return tabs;
    }

    public static String gap(Shell shell, PlanSummary plan) {
        return shell.formats().decimal(java.math.BigDecimal.valueOf(plan.gapBasisPoints(), 2), 2, 2) + " %";
    }

    public static String stateKind(PlanState state) {
        return switch (state) {
            case SOLVING -> "info";
            case SOLVED -> "good";
            case FAILED -> "bad";
            case CANCELLED -> "warn";
        };
    }
}
