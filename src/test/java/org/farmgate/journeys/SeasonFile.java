package org.farmgate.journeys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.platform.PartyId;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Plots;
import org.springframework.boot.test.context.TestComponent;

/// The season of Nanhu's growers as the file that their cooperative brings: a line for each plot, grade and week.
@TestComponent
class SeasonFile {
    private final Parties parties;
    private final Plots plots;
    private final Forecasts forecasts;
    private final Clock clock;

    SeasonFile(Parties parties, Plots plots, Forecasts forecasts, Clock clock) {
        this.parties = parties;
        this.plots = plots;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    /// As everybody expects it now, less so many kilograms in a hundred: something new to say.
    String lessByPercent(int percent) {
        List<String> codes = Stream.concat(
                        Stream.of("NURGUL"), IntStream.rangeClosed(2, 120).mapToObj("NANHU-%03d"::formatted))
                .toList();
        Map<PartyId, Party> growers =
                parties.byCode(codes).values().stream().collect(Collectors.toMap(Party::id, Function.identity()));
        Map<PlotId, Plot> fields =
                plots.ofGrowers(growers.keySet()).stream().collect(Collectors.toMap(Plot::id, Function.identity()));
        WeekSpan reach = Forecasts.reach(LocalDate.now(clock));
        return Stream.concat(
                        Stream.of("grower_code,plot,grade,week,mass,mass_unit,floor_price"),
                        forecasts.ofPlots(fields.keySet(), reach).stream()
                                .map(forecast -> line(forecast, fields, growers, percent)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Forecast forecast, Map<PlotId, Plot> fields, Map<PartyId, Party> growers, int percent) {
        Plot plot = Objects.requireNonNull(fields.get(forecast.plot()));
        Party grower = Objects.requireNonNull(growers.get(plot.grower()));
        long kilograms = forecast.mass().grams() / Mass.Unit.KILOGRAM.grams() * (100 - percent) / 100;
        return "%s,%s,%d,%s,%d,kg,%s"
                .formatted(
                        grower.code(),
                        plot.name(),
                        forecast.grade(),
                        forecast.week(),
                        kilograms,
                        forecast.floor().inYuanPerKilogram().toPlainString());
    }
}
