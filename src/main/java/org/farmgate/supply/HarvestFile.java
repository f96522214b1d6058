package org.farmgate.supply;

import static org.farmgate.platform.imports.Column.optional;
import static org.farmgate.platform.imports.Column.required;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.party.Party;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.springframework.stereotype.Component;

/// Harvests by CSV: one row for what was brought in of one plot and grade on one day. That triple makes the
/// harvest's and the lot's ids, so that the same row in another file is the same harvest.
@Component
class HarvestFile implements ImportKind<HarvestFile.Line> {
    private final Harvests harvests;
    private final SupplyNames names;
    private final Clock clock;

    HarvestFile(Harvests harvests, SupplyNames names, Clock clock) {
        this.harvests = harvests;
        this.names = names;
        this.clock = clock;
    }

    /// One row, read.
    record Line(
            String grower,
            String plot,
            String grade,
            LocalDate harvestedOn,
            Mass harvested,
            Mass offered,
            Price floor) {}

    private record Found(long line, NewHarvest harvest) {}

    @Override
    public String kind() {
        return "harvests";
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
                required("harvested_on", "2027-07-21", "2027-07-21"),
                required("harvested", "4.2", "900"),
                optional("harvested_unit", "t", "kg"),
                optional("offered", "4", ""),
                optional("offered_unit", "t", ""),
                required("floor_price", "2.40", "1.80"));
    }

    @Override
    public Line read(Fields row) {
        String grower = row.text("growerCode", 40);
        String plot = row.text("plot", Plot.LONGEST_NAME);
        String grade = row.text("grade", 20);
        LocalDate on = row.date("harvestedOn");
        Mass harvested = row.mass("harvested");
        Mass offered = row.isEmpty("offered") ? harvested : row.mass("offered");
        Price floor = row.price("floorPrice");
        row.check();
        return new Line(grower, plot, grade, on, harvested, offered, floor);
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        List<Found> found = found(actor, rows, faults);
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(Harvests.LONGEST_AGO_DAYS);
        for (Row<Line> row : rows) {
            Line line = row.value();
            if (line.harvestedOn().isAfter(today) || line.harvestedOn().isBefore(first))
                faults.refused(
                        row.line(),
                        "harvested_on",
                        SupplyRule.HARVEST_DATE_OUT_OF_REACH,
                        first,
                        today,
                        line.harvestedOn());
            if (line.offered().compareTo(line.harvested()) > 0)
                faults.refused(
                        row.line(), "offered", SupplyRule.OFFER_EXCEEDS_HARVEST, line.offered(), line.harvested());
        }
        Map<HarvestId, Harvest> there =
                harvests.byIds(found.stream().map(one -> one.harvest.id()).toList());
        for (Found one : found) {
            Harvest earlier = there.get(one.harvest.id());
            if (earlier != null && !HarvestTaking.same(one.harvest, earlier))
                faults.refused(one.line, "harvested", SupplyRule.ALREADY_HARVESTED, earlier.harvested());
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        int added = harvests.offerAll(
                actor,
                found(actor, rows, new Faults()).stream().map(Found::harvest).toList());
        return new ImportResult(added, 0, (long) rows.size() - added);
    }

    private List<Found> found(Actor actor, List<Row<Line>> rows, Faults faults) {
        Map<String, Party> growers = names.growers(actor, rows, Line::grower, faults);
        Map<SupplyNames.PlotName, Plot> plots = names.plots(growers.values());
        Map<ProductId, Map<String, Integer>> grades =
                names.grades(plots.values().stream().map(Plot::product).collect(Collectors.toSet()));
        List<Found> found = new ArrayList<>();
        SupplyNames.once(
                rows,
                row -> {
                    Line line = row.value();
                    Optional<NewHarvest> harvest = SupplyNames.plot(
                                    plots, growers.get(line.grower()), line.plot(), row.line(), faults)
                            .flatMap(plot -> SupplyNames.grade(grades, plot.product(), line.grade(), row.line(), faults)
                                    .map(rank -> harvest(line, plot, rank)));
                    harvest.ifPresent(one -> found.add(new Found(row.line(), one)));
                    return harvest.map(NewHarvest::id);
                },
                "harvested_on",
                faults);
        return found;
    }

    private static NewHarvest harvest(Line line, Plot plot, int rank) {
        String of = plot.id() + "/" + rank + "/" + line.harvestedOn();
        return new NewHarvest(
                new HarvestId(named("harvest/" + of)),
                new LotId(named("lot/" + of)),
                plot.id(),
                rank,
                Optional.empty(),
                line.harvestedOn(),
                line.harvested(),
                line.offered(),
                line.floor());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
