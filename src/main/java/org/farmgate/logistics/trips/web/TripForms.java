package org.farmgate.logistics.trips.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.trips.CostLine;
import org.farmgate.logistics.trips.Leg;
import org.farmgate.logistics.trips.NewTrip;
import org.farmgate.logistics.trips.Proposal;
import org.farmgate.logistics.trips.Proposals;
import org.farmgate.logistics.trips.TemperatureRange;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripCosts;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.logistics.trips.TripOrders;
import org.farmgate.logistics.trips.TripRuns;
import org.farmgate.logistics.trips.TripScan;
import org.farmgate.logistics.trips.Trips;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Reads what is said about a trip.
@Component
class TripForms {
    private final Trips trips;
    private final TripOrders orders;
    private final TripRuns runs;
    private final TripCosts costs;
    private final Proposals proposals;

    TripForms(Trips trips, TripOrders orders, TripRuns runs, TripCosts costs, Proposals proposals) {
        this.trips = trips;
        this.orders = orders;
        this.runs = runs;
        this.costs = costs;
        this.proposals = proposals;
    }

    Proposal propose(Actor actor, Fields fields) {
        RegionId origin = fields.id("origin", RegionId::new);
        LocalDate first = fields.date("first");
        LocalDate last = fields.date("last");
        fields.check();
        return proposals.propose(actor, origin, first, last);
    }

    Trip plan(Actor actor, Fields fields, List<ConsignmentId> goods) {
        TripId id = fields.id("id", TripId::new);
        RegionId origin = fields.id("origin", RegionId::new);
        LocalDate day = fields.date("day");
        TruckKindId kind = fields.id("truckKind", TruckKindId::new);
        int litres = litres(fields);
        Optional<TemperatureRange> range = range(fields);
        fields.check();
        return trips.plan(actor, new NewTrip(id, origin, day, kind, litres, range, Optional.empty(), goods));
    }

    void use(Actor actor, TripId id, Fields fields) {
        int version = version(fields);
        LocalDate day = fields.date("day");
        TruckKindId kind = fields.id("truckKind", TruckKindId::new);
        int litres = litres(fields);
        Optional<TemperatureRange> range = range(fields);
        fields.check();
        trips.use(actor, id, version, kind, day, litres, range);
    }

    void add(Actor actor, TripId id, Fields fields) {
        int version = version(fields);
        ConsignmentId goods = fields.id("goods", ConsignmentId::new);
        Leg leg = fields.choice("leg", Leg.class);
        fields.check();
        trips.add(actor, id, version, List.of(goods), leg);
    }

    void order(Actor actor, TripId id, Fields fields) {
        int version = version(fields);
        PartyId carrier = fields.id("carrier", PartyId::new);
        String plate = fields.text("plate", Trip.LONGEST_PLATE);
        String driver = fields.text("driver", Trip.LONGEST_NAME);
        Optional<Money> hire = fields.optional("hire", f -> f.money("hire"));
        if (hire.filter(Money::isNegative).isPresent()) fields.wrong("hire", "negative", "hire");
        fields.check();
        orders.order(actor, id, version, new Trip.Carriage(carrier, plate, driver), hire);
    }

    TripScan load(Actor actor, TripId id, Fields fields) {
        UUID scan = fields.id("scan", value -> value);
        String code = fields.text("code", TripScan.LONGEST_CODE);
        Optional<Mass> weighed = fields.isEmpty("weighedGrams")
                ? fields.optional("weighed", f -> f.mass("weighed"))
                : Optional.ofNullable(fields.read("weighedGrams", text -> Mass.parse(text, Mass.Unit.GRAM)));
        fields.check();
        return runs.load(actor, id, scan, code, weighed);
    }

    void addCost(Actor actor, TripId id, Fields fields) {
        UUID line = fields.id("line", value -> value);
        CostLine.Kind kind = fields.choice("kind", CostLine.Kind.class);
        Money amount = fields.money("amount");
        String note = fields.optionalText("note", CostLine.LONGEST_NOTE).orElse("");
        fields.check();
        costs.add(actor, id, new CostLine(line, kind, amount, note));
    }

    static int version(Fields fields) {
        Long version = fields.number("version", 1, Integer.MAX_VALUE);
        return version == null ? 0 : version.intValue();
    }

    private static int litres(Fields fields) {
        if (fields.isEmpty("litres")) return 0;
        Long litres = fields.number("litres", 0, NewTrip.MOST_LITRES);
        return litres == null ? 0 : litres.intValue();
    }

    /// In degrees Celsius with one decimal; both or none.
    private static Optional<TemperatureRange> range(Fields fields) {
        if (fields.isEmpty("coldest") && fields.isEmpty("warmest")) return Optional.empty();
        Integer least = fields.read("coldest", text -> decidegrees("coldest", text));
        Integer most = fields.read("warmest", text -> decidegrees("warmest", text));
        fields.check();
        return Optional.of(new TemperatureRange(least, most));
    }

    static int decidegrees(String field, String text) {
        String plain = text.strip().replace('−', '-').replace(',', '.');
        if (!plain.matches("-?[0-9]{1,3}([.][0-9])?")) throw new InputBroken(field, "not-a-number", text);
        return new BigDecimal(plain).movePointRight(1).intValueExact();
    }
}
