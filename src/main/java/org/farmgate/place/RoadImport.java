package org.farmgate.place;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.springframework.stereotype.Component;

/// A file of road distances. A pair of regions stands in it once, in either direction.
@Component
class RoadImport implements ImportKind<RoadImport.Line> {
    private final Distances distances;
    private final Regions regions;
    private final Clock clock;

    RoadImport(Distances distances, Regions regions, Clock clock) {
        this.distances = distances;
        this.regions = regions;
        this.clock = clock;
    }

    record Line(String from, String to, Long kilometres, String source) {}

    @Override
    public String kind() {
        return "road-distances";
    }

    @Override
    public Right right() {
        return Right.MANAGE_PLACES;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("from", "650502"),
                Column.required("to", "410100"),
                Column.required("kilometres", "2387"),
                Column.required("source", "road atlas 2026"));
    }

    @Override
    public Line read(Fields row) {
        return new Line(
                row.text("from", 20),
                row.text("to", 20),
                row.number("kilometres", 1, Road.GREATEST_METRES / 1000),
                row.text("source", 200));
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        Map<String, Region> known = known(rows);
        Map<Set<String>, Long> seen = new HashMap<>();
        for (Row<Line> row : rows) {
            Line line = row.value();
            if (!known.containsKey(line.from)) faults.wrong(row.line(), "from", "no-such-region", line.from);
            if (!known.containsKey(line.to)) faults.wrong(row.line(), "to", "no-such-region", line.to);
            Long earlier = seen.putIfAbsent(Stream.of(line.from, line.to).collect(Collectors.toSet()), row.line());
            if (earlier != null) faults.wrong(row.line(), "to", "same-as-line", earlier);
        }
        List<Row<Line>> readable = rows.stream()
                .filter(row -> known.containsKey(row.value().from) && known.containsKey(row.value().to))
                .toList();
        Map<RegionId, Region> tree = distances.treeOf(
                readable.stream().map(row -> road(row.value(), known)).toList());
        for (Row<Line> row : readable) {
            try {
                Distances.check(road(row.value(), known), tree);
            } catch (RuleBroken broken) {
                faults.refused(
                        row.line(),
                        "kilometres",
                        broken.rule(),
                        broken.arguments().toArray());
            }
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        Map<String, Region> known = known(rows);
        Map<Distances.Pair, Road> there = distances
                .among(known.values().stream().map(Region::id).toList())
                .stream()
                .collect(Collectors.toMap(
                        road -> new Distances.Pair(road.from(), road.to()), road -> road, (one, _) -> one));
        List<Road> wanted = rows.stream().map(row -> road(row.value(), known)).toList();
        long added = wanted.stream().filter(road -> before(road, there) == null).count();
        long same = wanted.stream()
                .filter(road -> isSame(road, before(road, there)))
                .count();
        distances.recordAll(actor, wanted);
        return new ImportResult(added, wanted.size() - added - same, same);
    }

    private static @org.jspecify.annotations.Nullable Road before(Road road, Map<Distances.Pair, Road> there) {
        return there.get(new Distances.Pair(road.from(), road.to()));
    }

    private static boolean isSame(Road road, @org.jspecify.annotations.Nullable Road before) {
        return before != null
                && before.metres() == road.metres()
                && before.source().equals(road.source());
    }

    private Map<String, Region> known(List<Row<Line>> rows) {
        return regions.byCode(rows.stream()
                .flatMap(row -> Stream.of(row.value().from, row.value().to))
                .toList());
    }

    private Road road(Line line, Map<String, Region> known) {
        return new Road(
                Objects.requireNonNull(known.get(line.from)).id(),
                Objects.requireNonNull(known.get(line.to)).id(),
                line.kilometres * 1000,
                line.source,
                clock.instant());
    }
}
