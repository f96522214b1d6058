package org.farmgate.supply;

import static org.farmgate.platform.imports.Column.optional;
import static org.farmgate.platform.imports.Column.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Party;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.product.ProductId;
import org.springframework.stereotype.Component;

/// Harvest forecasts by CSV: what was not said before is made, what was said otherwise is revised.
@Component
class ForecastFile implements ImportKind<ForecastFile.Line> {
    private final Forecasts forecasts;
    private final SupplyNames names;

    ForecastFile(Forecasts forecasts, SupplyNames names) {
        this.forecasts = forecasts;
        this.names = names;
    }

    /// One row, read.
    record Line(String grower, String plot, String grade, IsoWeek week, Mass mass, Price floor) {}

    private record Cell(PlotId plot, int grade, IsoWeek week) {}

    @Override
    public String kind() {
        return "forecasts";
    }

    @Override
    public Right right() {
        return Right.REGISTER_SUPPLY;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                required("grower_code", "NH-000042", "NH-000042"),
                required("plot", "East field", "East field"),
                required("grade", "1", "2"),
                required("week", "2027-W29", "2027-W30"),
                required("mass", "12", "8000"),
                optional("mass_unit", "t", "jin"),
                required("floor_price", "2.40", "1.80"));
    }

    @Override
    public Line read(Fields row) {
        String grower = row.text("growerCode", 40);
        String plot = row.text("plot", Plot.LONGEST_NAME);
        String grade = row.text("grade", 20);
        IsoWeek week = row.week("week");
        Mass mass = row.mass("mass");
        Price floor = row.price("floorPrice");
        row.check();
        return new Line(grower, plot, grade, week, mass, floor);
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        entries(actor, rows, faults);
        WeekSpan reach = forecasts.reach();
        for (Row<Line> row : rows)
            if (!reach.contains(row.value().week()))
                faults.refused(
                        row.line(),
                        "week",
                        SupplyRule.FORECAST_WEEK_OUT_OF_REACH,
                        row.value().week(),
                        reach.first(),
                        reach.last());
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        Taken taken = forecasts.putAll(actor, entries(actor, rows, new Faults()), "CSV");
        return new ImportResult(taken.added(), taken.changed(), taken.unchanged());
    }

    private List<ForecastEntry> entries(Actor actor, List<Row<Line>> rows, Faults faults) {
        Map<String, Party> growers = names.growers(actor, rows, Line::grower, faults);
        Map<SupplyNames.PlotName, Plot> plots = names.plots(growers.values());
        Map<ProductId, Map<String, Integer>> grades =
                names.grades(plots.values().stream().map(Plot::product).collect(Collectors.toSet()));
        List<ForecastEntry> entries = new ArrayList<>();
        SupplyNames.once(
                rows,
                row -> {
                    Line line = row.value();
                    Optional<ForecastEntry> entry = SupplyNames.plot(
                                    plots, growers.get(line.grower()), line.plot(), row.line(), faults)
                            .flatMap(plot -> SupplyNames.grade(grades, plot.product(), line.grade(), row.line(), faults)
                                    .map(rank -> entry(line, plot, rank)));
                    entry.ifPresent(entries::add);
                    return entry.map(one -> new Cell(one.plot(), one.grade(), one.week()));
                },
                "week",
                faults);
        return entries;
    }

    private static ForecastEntry entry(Line line, Plot plot, int rank) {
        return new ForecastEntry(
                ForecastId.next(), plot.id(), rank, line.week(), line.mass(), line.floor(), OptionalInt.empty());
    }
}
