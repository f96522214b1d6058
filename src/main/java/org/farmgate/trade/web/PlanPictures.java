package org.farmgate.trade.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.FlowMap;
import org.farmgate.platform.web.charts.Picture;
import org.farmgate.platform.web.charts.PriceSteps;
import org.farmgate.platform.web.charts.WeekBars;
import org.farmgate.platform.web.charts.Words;
import org.farmgate.trade.planning.PlanFigures;
import org.farmgate.trade.planning.PlanFigures.Flow;
import org.farmgate.trade.planning.PlanFigures.WeekBalance;
import org.farmgate.trade.planning.PlanLine;

/// A plan in pictures.
final class PlanPictures {
    private PlanPictures() {}

    /// From the farm gate to the door, per kilogram.
    static Picture steps(Shell shell, PlanLine.BuildUp price, String description) {
        List<PriceSteps.Step> steps = new ArrayList<>();
        steps.add(change(shell, "floor", price.floor()));
        steps.add(change(shell, "growerGain", price.growerGain()));
        steps.add(PriceSteps.Step.sum(
                shell.t("docking.step.farmGate"), price.farmGate().fenPerTonne(), shell.price(price.farmGate())));
        steps.add(change(shell, "trucking", price.trucking()));
        if (price.storage() > 0) steps.add(change(shell, "storage", price.storage()));
        if (price.onward() > 0) steps.add(change(shell, "onward", price.onward()));
        steps.add(change(shell, "lastLeg", price.lastLeg()));
        steps.add(PriceSteps.Step.sum(
                shell.t("docking.step.delivered"), price.delivered().fenPerTonne(), shell.price(price.delivered())));
        steps.add(change(shell, "buyerGain", price.buyerGain()));
        steps.add(PriceSteps.Step.sum(
                shell.t("docking.step.highest"), price.highest(), shell.price(new Price(price.highest()))));
        return PriceSteps.of(Words.of(shell, shell.t("docking.price.title"), description), steps);
    }

    private static PriceSteps.Step change(Shell shell, String key, long fenPerTonne) {
        String amount = shell.price(new Price(Math.abs(fenPerTonne)));
        return PriceSteps.Step.change(
                shell.t("docking.step." + key), fenPerTonne, fenPerTonne < 0 ? "−" + amount : amount);
    }

    static Picture weeks(Shell shell, List<WeekBalance> weeks) {
        Words words = Words.of(shell, shell.t("docking.weeks.title"), shell.t("docking.weeks.text"));
        return WeekBars.of(
                words,
                weeks.stream()
                        .map(week -> new WeekBars.Week(
                                shell.formats().dayAndMonth(week.week().monday()),
                                shell.week(week.week()),
                                week.supply().grams(),
                                week.demand().grams()))
                        .toList(),
                grams -> shell.mass(new Mass(grams)));
    }

    /// Places whose coordinates nobody knows are left out of the map; the table of trucks has them.
    static Picture map(Shell shell, PlanFigures figures, Names names) {
        Map<String, FlowMap.Place> places = new LinkedHashMap<>();
        List<FlowMap.Flow> drawn = new ArrayList<>();
        Mass fromCounties = Mass.ZERO;
        for (Flow flow : figures.flows()) {
            Optional<FlowMap.Place> from = flow.fromCounty()
                    .flatMap(id -> region(names, id, FlowMap.Kind.ORIGIN))
                    .or(() -> flow.fromWarehouse().flatMap(id -> site(names, id)));
            Optional<FlowMap.Place> to = flow.toCity()
                    .flatMap(id -> region(names, id, FlowMap.Kind.DESTINATION))
                    .or(() -> flow.toWarehouse().flatMap(id -> site(names, id)));
            if (flow.fromCounty().isPresent()) fromCounties = fromCounties.plus(flow.mass());
            if (from.isEmpty() || to.isEmpty()) continue;
            places.putIfAbsent(from.get().id(), from.get());
            places.putIfAbsent(to.get().id(), to.get());
            drawn.add(
                    new FlowMap.Flow(from.get().id(), to.get().id(), flow.mass().grams(), shell.mass(flow.mass())));
        }
        long counties = places.values().stream()
                .filter(place -> place.kind() == FlowMap.Kind.ORIGIN)
                .count();
        String text = shell.t("docking.map.text", fromCounties, counties, places.size() - counties);
        return FlowMap.of(Words.of(shell, shell.t("docking.map.title"), text), new ArrayList<>(places.values()), drawn);
    }

    private static Optional<FlowMap.Place> region(Names names, RegionId id, FlowMap.Kind kind) {
        return Optional.ofNullable(names.regions().get(id))
                .flatMap(Region::at)
                .map(at -> place(id.toString(), names.of(id), at, kind));
    }

    private static Optional<FlowMap.Place> site(Names names, SiteId id) {
        return Optional.ofNullable(names.sites().get(id))
                .map(Site::at)
                .map(at -> place(id.toString(), names.of(id), at, FlowMap.Kind.WAREHOUSE));
    }

    private static FlowMap.Place place(String id, String name, Coordinates at, FlowMap.Kind kind) {
        return new FlowMap.Place(id, name, at.longitude(), at.latitude(), kind);
    }
}
