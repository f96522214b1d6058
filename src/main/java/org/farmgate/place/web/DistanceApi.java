package org.farmgate.place.web;

import org.farmgate.place.Distance;
import org.farmgate.place.Distances;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionTexts;
import org.farmgate.place.Road;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Distances by JSON.
@RestController
@RequestMapping("/api/v1/distances")
@Needs
class DistanceApi {
    private final Distances distances;
    private final RegionTexts regions;

    DistanceApi(Distances distances, RegionTexts regions) {
        this.distances = distances;
        this.regions = regions;
    }

    /// @param from id or code of a region
    /// @param metres by road
    /// @param source where it was looked up
    record RoadBody(
            @Nullable String from,
            @Nullable String to,
            @Nullable String metres,
            @Nullable String source) {}

    /// @param estimated no road distance is known: great circle times 1.3
    record DistanceView(
            String from,
            String to,
            long metres,
            boolean estimated,
            @Nullable String source) {}

    /// Query: `from` and `to`, ids or codes of regions.
    @GetMapping("/between")
    DistanceView between(Fields query) {
        RegionId from = query.read("from", regions::read);
        RegionId to = query.read("to", regions::read);
        query.check();
        return view(from, to, distances.between(from, to));
    }

    /// The road distances that are known. Query: `q` searches names and codes of either end, `page` and `size`.
    @GetMapping
    Slice<DistanceView> roads(Paging paging) {
        return distances.roads(paging).map(DistanceApi::view);
    }

    /// Writes a road distance down, for both directions.
    @PutMapping
    @Needs(Right.MANAGE_PLACES)
    DistanceView record(Actor actor, @RequestBody RoadBody body) {
        Fields fields = Bodies.fields(body);
        RegionId from = fields.read("from", regions::read);
        RegionId to = fields.read("to", regions::read);
        Long metres = fields.number("metres", 1, Road.GREATEST_METRES);
        String source = fields.text("source", 200);
        fields.check();
        distances.record(actor, from, to, metres, source);
        return view(from, to, distances.between(from, to));
    }

    private DistanceView view(RegionId from, RegionId to, Distance distance) {
        return new DistanceView(
                from.toString(),
                to.toString(),
                distance.metres(),
                distance.estimated(),
                distances.road(from, to).map(Road::source).orElse(null));
    }

    private static DistanceView view(Road road) {
        return new DistanceView(road.from().toString(), road.to().toString(), road.metres(), false, road.source());
    }
}
