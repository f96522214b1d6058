package org.farmgate.supply;

import static org.farmgate.platform.imports.Column.optional;
import static org.farmgate.platform.imports.Column.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.party.Party;
import org.farmgate.place.Division;
import org.farmgate.place.Divisions;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.platform.web.Languages;
import org.farmgate.product.Product;
import org.farmgate.product.Products;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Plots by CSV. A plot that is there already and is the same changes nothing; one of that name that is
/// otherwise is a fault.
@Component
class PlotFile implements ImportKind<PlotFile.Line> {
    private final Plots plots;
    private final SupplyNames names;
    private final Products products;
    private final Regions regions;
    private final Divisions divisions;
    private final Map<String, PlotKind> kindWords = new HashMap<>();

    PlotFile(
            Plots plots,
            SupplyNames names,
            Products products,
            Regions regions,
            Divisions divisions,
            MessageSource messages) {
        this.plots = plots;
        this.names = names;
        this.products = products;
        this.regions = regions;
        this.divisions = divisions;
        for (PlotKind kind : PlotKind.values()) {
            kindWords.put(kind.name().toLowerCase(Locale.ROOT), kind);
            for (Locale language : Languages.ALL)
                kindWords.put(
                        messages.getMessage("supply.plot-kind." + kind, null, language)
                                .toLowerCase(Locale.ROOT),
                        kind);
        }
    }

    /// One row, read.
    record Line(
            String grower,
            String plot,
            PlotSize size,
            String region,
            Optional<String> division,
            String product,
            Mass expectedYield) {}

    @Override
    public String kind() {
        return "plots";
    }

    @Override
    public Right right() {
        return Right.REGISTER_SUPPLY;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                required("grower_code", "NH-000042", "NH-000043"),
                required("plot", "East field", "Hives by the river"),
                required("kind", "field", "apiary"),
                required("size", "12.5", "80"),
                optional("size_unit", "mu", ""),
                required("region_code", "653126", "653126"),
                optional("division_code", "", ""),
                required("product", "jiashi-melon", "honey"),
                required("expected_yield", "30", "1600"),
                optional("expected_yield_unit", "t", "kg"));
    }

    @Override
    public Line read(Fields row) {
        String grower = row.text("growerCode", 40);
        String plot = row.text("plot", Plot.LONGEST_NAME);
        PlotSize size = size(row);
        String region = row.text("regionCode", 40);
        Optional<String> division = row.optionalText("divisionCode", 40);
        String product = row.text("product", 40);
        Mass yield = row.mass("expectedYield");
        row.check();
        return new Line(grower, plot, size, region, division, product, yield);
    }

    @SuppressWarnings("NullAway") // as the readers of Fields: never null once the row is checked
    private PlotSize size(Fields row) {
        PlotKind kind = row.read("kind", text -> {
            PlotKind known = kindWords.get(text.toLowerCase(Locale.ROOT));
            return known == null ? row.wrong("kind", "no-such-choice", text) : known;
        });
        return kind == null ? null : SizeField.read(row, kind, "size");
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        Found found = find(actor, rows, faults);
        Set<Row<Line>> once = Set.copyOf(SupplyNames.once(rows, row -> found.name(row.value()), "plot", faults));
        for (Row<Line> row : rows) {
            Line line = row.value();
            if (!found.products.containsKey(line.product()))
                faults.wrong(row.line(), "product", "no-such-product", line.product());
            checkPlace(row, found, faults);
            Party grower = found.growers.get(line.grower());
            if (grower != null && !Plots.isSupplier(grower))
                faults.refused(row.line(), "grower_code", SupplyRule.NOT_A_SUPPLIER);
            Plot there = once.contains(row) ? found.there(line) : null;
            if (there != null && !found.same(there, line))
                faults.refused(row.line(), "plot", SupplyRule.PLOT_NAME_TAKEN, line.plot());
        }
    }

    private static void checkPlace(Row<Line> row, Found found, Faults faults) {
        Line line = row.value();
        Region region = found.regions.get(line.region());
        if (region == null) {
            faults.wrong(row.line(), "region_code", "no-such-region", line.region());
            return;
        }
        if (!found.counties.containsKey(region.id()))
            faults.refused(row.line(), "region_code", SupplyRule.PLACE_NOT_IN_A_COUNTY);
        line.division().ifPresent(code -> {
            Division division = found.divisions.get(code);
            if (division == null) faults.wrong(row.line(), "division_code", "no-such-division", code);
            else if (!Plots.liesWithin(region.id(), division, found.tree))
                faults.refused(row.line(), "division_code", SupplyRule.PLOT_NOT_IN_THE_DIVISION);
        });
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        Found found = find(actor, rows, new Faults());
        List<NewPlot> fresh = new ArrayList<>();
        for (Row<Line> row : rows) if (found.there(row.value()) == null) fresh.add(found.plot(row.value()));
        int added = plots.registerAll(actor, fresh);
        return new ImportResult(added, 0, (long) rows.size() - added);
    }

    private Found find(Actor actor, List<Row<Line>> rows, Faults faults) {
        Map<String, Party> growers = names.growers(actor, rows, Line::grower, faults);
        Map<String, Region> places =
                regions.byCode(rows.stream().map(row -> row.value().region()).collect(Collectors.toSet()));
        Set<RegionId> ids = places.values().stream().map(Region::id).collect(Collectors.toSet());
        return new Found(
                growers,
                names.plots(growers.values()),
                products.byCode(rows.stream().map(row -> row.value().product()).collect(Collectors.toSet())),
                places,
                regions.countiesOf(ids),
                regions.withAncestors(ids),
                divisions.byCode(rows.stream()
                        .flatMap(row -> row.value().division().stream())
                        .collect(Collectors.toSet())));
    }

    /// All that the file names.
    private record Found(
            Map<String, Party> growers,
            Map<SupplyNames.PlotName, Plot> plots,
            Map<String, Product> products,
            Map<String, Region> regions,
            Map<RegionId, RegionId> counties,
            Map<RegionId, Region> tree,
            Map<String, Division> divisions) {
        Optional<SupplyNames.PlotName> name(Line line) {
            return Optional.ofNullable(growers.get(line.grower()))
                    .map(grower -> new SupplyNames.PlotName(grower.id(), line.plot()));
        }

        @Nullable
        Plot there(Line line) {
            return name(line).map(plots::get).orElse(null);
        }

        boolean same(Plot there, Line line) {
            Product product = products.get(line.product());
            Region region = regions.get(line.region());
            return product != null
                    && region != null
                    && there.product().equals(product.id())
                    && there.region().equals(region.id())
                    && there.size().equals(line.size())
                    && there.expectedYield().equals(line.expectedYield())
                    && there.division()
                            .equals(line.division().map(divisions::get).map(Division::id));
        }

        NewPlot plot(Line line) {
            return new NewPlot(
                    PlotId.next(),
                    java.util.Objects.requireNonNull(growers.get(line.grower())).id(),
                    line.plot(),
                    java.util.Objects.requireNonNull(regions.get(line.region())).id(),
                    line.division().map(divisions::get).map(Division::id),
                    java.util.Objects.requireNonNull(products.get(line.product()))
                            .id(),
                    line.size(),
                    line.expectedYield());
        }
    }
}
