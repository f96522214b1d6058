package org.farmgate.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.farmgate.platform.NotFound;

/// Rows added up the tree of regions, with the part of each division shown as "of which".
///
/// A division's farms lie inside regions, so its rows are part of the regions' sums already. Adding the division
/// as one more line beside its regions would count them twice; here it never is a line of its own, only a part of
/// one. The sum of the roots is the sum of the rows, and so is what the division brought in everywhere.
public final class TotalsByRegion {
    /// One thing to be added: grams, fen, square metres, as the asker likes.
    public record Row(RegionId region, Optional<DivisionId> division, long amount) {}

    /// What a region and all regions below it come to.
    ///
    /// @param depth how far below the root, which is 0
    /// @param ofWhich the divisions' parts of that same amount
    public record Line(Region region, int depth, long amount, Map<DivisionId, Long> ofWhich) {
        /// What no division has part in.
        public long withoutDivisions() {
            return ofWhich.values().stream().reduce(amount, Math::subtractExact);
        }
    }

    private final List<Line> lines;
    private final Map<DivisionId, Long> divisions;
    private final long amount;

    private TotalsByRegion(List<Line> lines, Map<DivisionId, Long> divisions, long amount) {
        this.lines = List.copyOf(lines);
        this.divisions = Map.copyOf(divisions);
        this.amount = amount;
    }

    /// @param tree every row's region with all regions above it
    static TotalsByRegion of(Collection<Row> rows, Map<RegionId, Region> tree) {
        Map<RegionId, Sum> sums = new HashMap<>();
        Sum all = new Sum();
        for (Row row : rows) {
            all.add(row);
            for (Region at = known(row.region(), tree);
                    at != null;
                    at = at.parent().map(tree::get).orElse(null))
                sums.computeIfAbsent(at.id(), _ -> new Sum()).add(row);
        }
        Map<Optional<RegionId>, List<Region>> below = new HashMap<>();
        tree.values().stream()
                .filter(region -> sums.containsKey(region.id()))
                .sorted(Comparator.comparing(Region::kind).thenComparing(Region::code))
                .forEach(region -> below.computeIfAbsent(region.parent(), _ -> new ArrayList<>())
                        .add(region));
        List<Line> lines = new ArrayList<>();
        walk(Optional.empty(), 0, below, sums, lines);
        return new TotalsByRegion(lines, all.divisions, all.amount);
    }

    private static Region known(RegionId id, Map<RegionId, Region> tree) {
        return Optional.ofNullable(tree.get(id)).orElseThrow(() -> new NotFound("region", id));
    }

    private static void walk(
            Optional<RegionId> from,
            int depth,
            Map<Optional<RegionId>, List<Region>> below,
            Map<RegionId, Sum> sums,
            List<Line> lines) {
        for (Region region : below.getOrDefault(from, List.of())) {
            Sum sum = java.util.Objects.requireNonNull(sums.get(region.id()));
            lines.add(new Line(region, depth, sum.amount, Map.copyOf(sum.divisions)));
            walk(Optional.of(region.id()), depth + 1, below, sums, lines);
        }
    }

    /// Every region that something came from, each under the one it lies in.
    public List<Line> lines() {
        return lines;
    }

    public Optional<Line> of(RegionId region) {
        return lines.stream().filter(line -> line.region().id().equals(region)).findFirst();
    }

    /// Everything, each row once.
    public long amount() {
        return amount;
    }

    /// What each division brought in, wherever its farms lie: parts of [#amount], never to be added to it.
    public Map<DivisionId, Long> ofWhich() {
        return divisions;
    }

    private static final class Sum {
        private final Map<DivisionId, Long> divisions = new TreeMap<>(Comparator.comparing(DivisionId::value));
        private long amount;

        void add(Row row) {
            amount = Math.addExact(amount, row.amount());
            row.division().ifPresent(division -> divisions.merge(division, row.amount(), Math::addExact));
        }
    }
}
