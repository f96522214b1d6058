package org.farmgate.logistics.trips.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.trips.Reading;
import org.farmgate.logistics.trips.Temperatures;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripCost;
import org.farmgate.logistics.trips.TripCosts;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.logistics.trips.TripQuery;
import org.farmgate.logistics.trips.TripRuns;
import org.farmgate.logistics.trips.TripScan;
import org.farmgate.logistics.trips.TripSummary;
import org.farmgate.logistics.trips.Trips;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Trips for programs: thermometers, scanners, planners. Masses are grams, money fen, temperatures tenths of a
/// degree Celsius.
@RestController
@RequestMapping("/api/v1/trips")
@Needs({Right.PLAN_TRIPS, Right.MOVE_GOODS})
class TripApi {
    private final Trips trips;
    private final TripRuns runs;
    private final TripCosts costs;
    private final Temperatures temperatures;
    private final TripForms forms;

    TripApi(Trips trips, TripRuns runs, TripCosts costs, Temperatures temperatures, TripForms forms) {
        this.trips = trips;
        this.runs = runs;
        this.costs = costs;
        this.temperatures = temperatures;
        this.forms = forms;
    }

    /// @param group `open`, `draft`, `road` or `done`; all otherwise
    @GetMapping
    Slice<Row> list(Actor actor, Paging paging, @RequestParam(defaultValue = "all") String group) {
        return trips.search(actor, new TripQuery(paging, TripPages.GROUPS.getOrDefault(group, java.util.Set.of())))
                .map(Row::of);
    }

    @GetMapping("/{id}")
    View get(Actor actor, @PathVariable TripId id) {
        return View.of(trips.see(actor, id));
    }

    /// `id`, `origin`, `day`, `truckKind`, `goods` (consignments' ids); `litres`, `coldest` and `warmest` may be
    /// missing.
    @PostMapping
    @Needs(Right.PLAN_TRIPS)
    @ResponseStatus(HttpStatus.CREATED)
    View plan(Actor actor, @RequestBody Map<String, Object> body) {
        List<ConsignmentId> goods = new ArrayList<>();
        if (body.get("goods") instanceof List<?> ids)
            for (int i = 0; i < ids.size(); i++) goods.add(consignment(ids.get(i), i));
        return View.of(forms.plan(actor, fields(body), goods));
    }

    private static ConsignmentId consignment(@Nullable Object id, int place) {
        try {
            return ConsignmentId.of(String.valueOf(id));
        } catch (IllegalArgumentException _) {
            throw new InputBroken("goods[" + place + "]", "no-such-choice", String.valueOf(id));
        }
    }

    /// What it costs and who pays it: of an open trip as it would be now.
    @GetMapping("/{id}/cost")
    CostView cost(Actor actor, @PathVariable TripId id) {
        return CostView.of(costs.of(actor, id));
    }

    /// `scan` (an id made by the scanner), `code`, `weighedGrams` (optional).
    @PostMapping("/{id}/scans")
    @Needs(Right.MOVE_GOODS)
    TripScan load(Actor actor, @PathVariable TripId id, @RequestBody Map<String, Object> body) {
        return forms.load(actor, id, fields(body));
    }

    /// `readings`: a list of `at` (with its offset from UTC) and `decidegrees`. All or none; answers how many
    /// were new.
    @PostMapping("/{id}/readings")
    @Needs(Right.MOVE_GOODS)
    Map<String, Integer> record(Actor actor, @PathVariable TripId id, @RequestBody Readings body) {
        if (body.readings() == null) throw new InputBroken("readings", "missing");
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < body.readings().size(); i++) {
            Readings.One one = body.readings().get(i);
            if (one == null || one.at() == null || one.decidegrees() == null)
                throw new InputBroken("readings[" + i + "]", "missing");
            readings.add(new Reading(one.at(), one.decidegrees()));
        }
        return Map.of("added", temperatures.record(actor, id, readings));
    }

    @GetMapping("/{id}/readings")
    List<Reading> readings(Actor actor, @PathVariable TripId id) {
        return temperatures.of(actor, id);
    }

    /// What thermometers send.
    record Readings(@Nullable List<@Nullable One> readings) {
        record One(@Nullable Instant at, @Nullable Integer decidegrees) {}
    }

    private static Fields fields(Map<String, Object> body) {
        return new Fields(body.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !(entry.getValue() instanceof List))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))));
    }

    record Row(
            UUID id,
            String number,
            String state,
            LocalDate day,
            int goods,
            int payers,
            long outGrams,
            long backGrams,
            long metres,
            Optional<Long> costFen) {
        static Row of(TripSummary row) {
            return new Row(
                    row.trip().id().value(),
                    row.trip().number(),
                    row.trip().state().name(),
                    row.trip().day(),
                    row.goods(),
                    row.payers(),
                    row.out().grams(),
                    row.back().grams(),
                    row.metres(),
                    row.cost().map(cost -> cost.fen()));
        }
    }

    record View(
            UUID id,
            String number,
            UUID origin,
            String state,
            LocalDate day,
            UUID truckKind,
            long capacityGrams,
            boolean cold,
            long hireFen,
            long metres,
            int version,
            List<StopView> stops,
            List<LoadView> loads) {
        static View of(Trip trip) {
            return new View(
                    trip.id().value(),
                    trip.number(),
                    trip.origin().value(),
                    trip.state().name(),
                    trip.day(),
                    trip.truckKind().value(),
                    trip.capacity().grams(),
                    trip.cold(),
                    trip.hire().fen(),
                    trip.metres(),
                    trip.version(),
                    trip.stops().stream()
                            .map(stop -> new StopView(
                                    stop.place(),
                                    stop.site().value(),
                                    stop.leg().name(),
                                    stop.pickUp(),
                                    stop.metres(),
                                    stop.estimated()))
                            .toList(),
                    trip.loads().stream()
                            .map(load -> new LoadView(
                                    load.consignment().value(),
                                    load.number(),
                                    load.payer().value(),
                                    load.leg().name(),
                                    load.from().value(),
                                    load.to().value(),
                                    load.counted().grams(),
                                    load.loaded().isPresent()))
                            .toList());
        }
    }

    record StopView(int place, UUID site, String leg, boolean pickUp, long metres, boolean estimated) {}

    record LoadView(
            UUID consignment, String number, UUID payer, String leg, UUID from, UUID to, long grams, boolean loaded) {}

    record CostView(long totalFen, long hireFen, String method, long orders, List<ShareView> shares) {
        static CostView of(TripCost cost) {
            return new CostView(
                    cost.total().fen(),
                    cost.hire().fen(),
                    cost.method().name(),
                    cost.orders(),
                    cost.shares().stream()
                            .map(share -> new ShareView(
                                    share.payer().value(),
                                    share.mass().grams(),
                                    share.alone().fen(),
                                    share.fair().fen(),
                                    share.share().fen(),
                                    share.excess().fen()))
                            .toList());
        }
    }

    record ShareView(UUID payer, long grams, long aloneFen, long fairFen, long shareFen, long excessFen) {}
}
