package org.farmgate.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.platform.Actor;
import org.farmgate.supply.ForecastEntry;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.NewHarvest;
import org.farmgate.supply.NewPlot;
import org.farmgate.supply.NewQuote;
import org.farmgate.supply.PlotSize;
import org.farmgate.supply.Plots;
import org.farmgate.supply.Quotes;
import org.springframework.stereotype.Component;

/// Plots, what they will give and have given, and what one could get for it nearby. Every cooperative writes down
/// its own, by its growers' consent.
@Component
class SupplyLoading {
    private final Plots plots;
    private final Forecasts forecasts;
    private final Harvests harvests;
    private final Quotes quotes;
    private final Clock clock;

    SupplyLoading(Plots plots, Forecasts forecasts, Harvests harvests, Quotes quotes, Clock clock) {
        this.plots = plots;
        this.forecasts = forecasts;
        this.harvests = harvests;
        this.quotes = quotes;
        this.clock = clock;
    }

    void load(Actor operator, PeopleLoading.Known people, int seasonYear) {
        Map<String, Table.Row> plotRows = Table.read("plots").byKey();
        Map<String, Table.Row> varieties = Table.read("varieties").byKey();
        Map<String, Table.Row> grades = Table.read("grades").byKey();
        Map<String, List<Table.Row>> expected = Table.read("forecasts").groups("plot");
        Map<String, List<Table.Row>> stored = Table.read("harvests").groups("plot");
        Map<String, Table.Row> organisations = Table.read("organisations").byKey();
        byKeeper(plotRows).forEach((organisation, rows) -> {
            Actor clerk = people.of(organisation);
            List<ForecastEntry> entries = new ArrayList<>();
            List<NewHarvest> brought = new ArrayList<>();
            List<NewPlot> fields = new ArrayList<>();
            for (Table.Row row : rows) {
                fields.add(plot(row, people, varieties, Optional.ofNullable(organisations.get(row.text("holder")))));
                int grade = rank(grades, row.text("grade"));
                for (Table.Row week : expected.getOrDefault(row.key(), List.of()))
                    entries.add(forecast(week, grade, seasonYear));
                for (Table.Row lot : stored.getOrDefault(row.key(), List.of())) brought.add(harvest(lot, grade));
            }
            plots.registerAll(clerk, fields);
            forecasts.putAll(clerk, entries, "–");
            harvests.offerAll(clerk, brought);
        });
        quotes.noteAll(operator, Table.read("quotes").each(row -> quote(row, grades)));
    }

    /// Whoever writes a plot down: the organisation that holds it, or the cooperative of the grower who does.
    static Map<String, List<Table.Row>> byKeeper(Map<String, Table.Row> plotRows) {
        Map<String, Table.Row> posts = Table.read("memberships").by("person");
        Map<String, List<Table.Row>> kept = new LinkedHashMap<>();
        for (Table.Row row : plotRows.values()) {
            Table.Row post = posts.get(row.text("holder"));
            String keeper = post == null ? row.text("holder") : post.text("organisation");
            kept.computeIfAbsent(keeper, _ -> new ArrayList<>()).add(row);
        }
        return kept;
    }

    static int rank(Map<String, Table.Row> grades, String key) {
        return Objects.requireNonNull(grades.get(key), key).count("rank");
    }

    private static NewPlot plot(
            Table.Row row,
            PeopleLoading.Known people,
            Map<String, Table.Row> varieties,
            Optional<Table.Row> organisation) {
        Table.Row variety = Objects.requireNonNull(varieties.get(row.text("variety")), row.key());
        return new NewPlot(
                Named.plot(row.key()),
                people.id(row.text("holder")),
                row.key().toUpperCase(Locale.ROOT),
                Named.region(row.text("region")),
                organisation.flatMap(holder -> holder.optional("division")).map(Named::division),
                Named.product(variety.text("product")),
                size(row),
                Mass.kilograms(row.number("expected_yield_kg")));
    }

    private static PlotSize size(Table.Row row) {
        String capacity = row.text("capacity");
        return switch (row.text("capacity_unit")) {
            case "mu" -> new PlotSize.Field(Area.parse(capacity, Area.Unit.MU));
            case "hive" -> new PlotSize.Apiary(Integer.parseInt(capacity));
            case "head" -> new PlotSize.Herd(Integer.parseInt(capacity));
            case "kg_per_week" -> new PlotSize.Workshop(Mass.kilograms(Long.parseLong(capacity)));
            case String other -> throw new IllegalArgumentException(row.key() + ": " + other);
        };
    }

    private static ForecastEntry forecast(Table.Row row, int grade, int seasonYear) {
        int week = row.count("season_week");
        return new ForecastEntry(
                Named.forecast(row.text("plot"), week),
                Named.plot(row.text("plot")),
                grade,
                new IsoWeek(seasonYear, week),
                Mass.kilograms(row.number("mass_kg")),
                perKilogram(row.number("floor_fen_per_kg")),
                OptionalInt.of(0));
    }

    private NewHarvest harvest(Table.Row row, int grade) {
        Mass mass = Mass.kilograms(row.number("mass_kg"));
        return new NewHarvest(
                Named.harvest(row.text("plot")),
                Named.lot(row.text("plot")),
                Named.plot(row.text("plot")),
                grade,
                Optional.empty(),
                LocalDate.now(clock).minusDays(row.number("harvested_days_ago")),
                mass,
                mass,
                perKilogram(row.number("floor_fen_per_kg")));
    }

    private NewQuote quote(Table.Row row, Map<String, Table.Row> grades) {
        Table.Row grade = Objects.requireNonNull(grades.get(row.text("grade")), row.text("grade"));
        int daysAgo = row.count("days_ago");
        return new NewQuote(
                Named.quote(grade.key(), row.text("region"), daysAgo),
                Named.product(grade.text("product")),
                grade.count("rank"),
                Named.region(row.text("region")),
                LocalDate.now(clock).minusDays(daysAgo),
                perKilogram(row.number("fen_per_kg")),
                row.text("source"));
    }

    static Price perKilogram(long fen) {
        return new Price(Math.multiplyExact(fen, 1_000));
    }
}
