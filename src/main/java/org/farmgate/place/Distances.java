package org.farmgate.place;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How far it is. A road distance that somebody looked up is taken where there is one; else the great circle
/// times 1.3, marked as estimated.
@Service
@Transactional
public class Distances {
    private final RoadStore store;
    private final Regions regions;
    private final Clock clock;

    Distances(RoadStore store, Regions regions, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.clock = clock;
    }

    /// From one region to another.
    public record Pair(RegionId from, RegionId to) {}

    /// Always estimated.
    public Distance between(Coordinates from, Coordinates to) {
        return Distance.estimate(from, to);
    }

    /// Refuses by [PlaceRule#REGION_WITHOUT_COORDINATES].
    @Transactional(readOnly = true)
    public Distance between(RegionId from, RegionId to) {
        return java.util.Objects.requireNonNull(
                table(List.of(from), List.of(to)).get(new Pair(from, to)));
    }

    /// Every pair of one from each side, by two queries however many there are. Refuses as [#between] does: a pair
    /// silently left out would be taken for one without a road.
    @Transactional(readOnly = true)
    public Map<Pair, Distance> table(Collection<RegionId> from, Collection<RegionId> to) {
        if (from.isEmpty() || to.isEmpty()) return Map.of();
        Set<RegionId> all = Stream.concat(from.stream(), to.stream()).collect(Collectors.toSet());
        Map<RegionId, Region> tree = regions.withAncestors(all);
        for (RegionId id : all) if (!tree.containsKey(id)) throw new NotFound("region", id);
        Map<Pair, Distance> table = new HashMap<>();
        for (Road road : store.between(new HashSet<>(from), new HashSet<>(to)))
            table.put(new Pair(road.from(), road.to()), new Distance(road.metres(), false));
        Map<RegionId, Coordinates> points = new HashMap<>();
        for (RegionId a : from)
            for (RegionId b : to)
                table.computeIfAbsent(
                        new Pair(a, b),
                        _ -> Distance.estimate(
                                points.computeIfAbsent(a, id -> point(id, tree)),
                                points.computeIfAbsent(b, id -> point(id, tree))));
        return table;
    }

    private static Coordinates point(RegionId id, Map<RegionId, Region> tree) {
        Region asked = java.util.Objects.requireNonNull(tree.get(id));
        return nearestPoint(asked, tree)
                .orElseThrow(() -> new RuleBroken(PlaceRule.REGION_WITHOUT_COORDINATES, asked.code()));
    }

    private static Optional<Coordinates> nearestPoint(Region region, Map<RegionId, Region> tree) {
        for (Region at = region; at != null; at = at.parent().map(tree::get).orElse(null))
            if (at.at().isPresent()) return at.at();
        return Optional.empty();
    }

    /// Writes a road distance down, for both directions; a later one replaces it. Refuses by
    /// [PlaceRule#ROAD_TO_ITSELF] and [PlaceRule#ROAD_UNLIKELY].
    public void record(Actor actor, RegionId one, RegionId other, long metres, String source) {
        recordAll(actor, List.of(new Road(one, other, metres, source, clock.instant())));
    }

    /// As [#record] for many at once; the same pair twice is refused by the database, so a caller looks first.
    public void recordAll(Actor actor, List<Road> roads) {
        actor.require(Right.MANAGE_PLACES);
        Map<RegionId, Region> tree = treeOf(roads);
        roads.forEach(road -> check(road, tree));
        store.upsert(roads, actor);
    }

    /// The regions that the roads join, with all above them.
    Map<RegionId, Region> treeOf(Collection<Road> roads) {
        return regions.withAncestors(roads.stream()
                .flatMap(road -> Stream.of(road.from(), road.to()))
                .collect(Collectors.toSet()));
    }

    /// The roads that are known between any of these regions.
    List<Road> among(Collection<RegionId> ids) {
        return store.between(Set.copyOf(ids), Set.copyOf(ids));
    }

    static void check(Road road, Map<RegionId, Region> tree) {
        if (road.from().equals(road.to())) throw new RuleBroken(PlaceRule.ROAD_TO_ITSELF);
        Region from = known(road.from(), tree);
        Region to = known(road.to(), tree);
        unlikelyKilometres(road.metres(), from, to, tree).ifPresent(airLine -> {
            throw new RuleBroken(
                    PlaceRule.ROAD_UNLIKELY, Math.ceilDiv(road.metres(), 1000), from.code(), to.code(), airLine);
        });
    }

    private static Region known(RegionId id, Map<RegionId, Region> tree) {
        return Optional.ofNullable(tree.get(id)).orElseThrow(() -> new NotFound("region", id));
    }

    /// The air line in kilometres when a road cannot be that long. Middles of regions are not exact, so there is
    /// play of 20 km; around mountains a road may be six times the air line, and 100 km more.
    private static Optional<Long> unlikelyKilometres(long metres, Region from, Region to, Map<RegionId, Region> tree) {
        Optional<Coordinates> a = nearestPoint(from, tree);
        Optional<Coordinates> b = nearestPoint(to, tree);
        if (a.isEmpty() || b.isEmpty()) return Optional.empty();
        double airLine = a.get().greatCircleMetres(b.get());
        boolean likely = metres >= airLine - 20_000 && metres <= 6 * airLine + 100_000;
        return likely ? Optional.empty() : Optional.of(Math.round(airLine / 1000));
    }

    /// Back to the estimate.
    public void forget(Actor actor, RegionId one, RegionId other) {
        actor.require(Right.MANAGE_PLACES);
        if (!store.remove(one, other)) throw new NotFound("road", one + " " + other);
    }

    @Transactional(readOnly = true)
    public Optional<Road> road(RegionId from, RegionId to) {
        return store.between(Set.of(from), Set.of(to)).stream().findFirst();
    }

    /// The road distances written down, by the names or codes of either end.
    @Transactional(readOnly = true)
    public Slice<Road> roads(Paging paging) {
        return Slice.of(store.search(paging), paging, store.count(paging));
    }
}
