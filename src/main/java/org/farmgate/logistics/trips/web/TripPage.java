package org.farmgate.logistics.trips.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.trips.Excursion;
import org.farmgate.logistics.trips.Leg;
import org.farmgate.logistics.trips.Proposal;
import org.farmgate.logistics.trips.Reading;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripCost;
import org.farmgate.logistics.trips.TripLoad;
import org.farmgate.logistics.trips.TripScan;
import org.farmgate.logistics.trips.TripState;
import org.farmgate.logistics.trips.TripStop;
import org.farmgate.logistics.trips.TripSummary;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.charts.FlowMap;

/// One trip, with what the reader may do about it.
///
/// @param waiting goods that may be put on it, out or back
/// @param carriers and `kinds` to choose from, by id
public record TripPage(
        Trip trip,
        TripCost cost,
        Map<ConsignmentId, ConsignmentStage> stages,
        List<TripScan> scans,
        List<Reading> readings,
        List<Excursion> excursions,
        Map<Leg, List<Consignment>> waiting,
        TripNames names,
        Map<String, String> carriers,
        Map<String, String> kinds,
        Picture picture,
        boolean mayPlan,
        boolean mayRun,
        boolean loads,
        boolean seesAll,
        FormErrors errors) {
    /// In hundredths of a percent: a truck that leaves with less is worth a second look.
    public static final int HARDLY = 3_000;

    /// The way on the map.
    public record Picture(List<FlowMap.Place> places, List<FlowMap.Flow> flows) {}

    public boolean mayChange() {
        return mayPlan && (trip.state() == TripState.DRAFT || trip.state() == TripState.ORDERED);
    }

    public boolean mayOrder() {
        return mayPlan && trip.state() == TripState.DRAFT;
    }

    public boolean mayLoad() {
        return loads && (trip.state() == TripState.ORDERED || trip.state() == TripState.DEPARTED && hasUnloadedBack());
    }

    private boolean hasUnloadedBack() {
        return trip.loads().stream()
                .anyMatch(load -> load.leg() == Leg.BACK && load.loaded().isEmpty());
    }

    public boolean mayDepart() {
        return mayRun
                && trip.state() == TripState.ORDERED
                && trip.loads().stream().anyMatch(load -> load.loaded().isPresent());
    }

    public boolean mayClose() {
        return mayPlan && trip.state() == TripState.DEPARTED && open() == 0;
    }

    /// How many consignments are on the road.
    public long open() {
        return trip.loads().stream()
                .filter(load ->
                        load.loaded().isPresent() && stages.get(load.consignment()) == ConsignmentStage.HANDED_OVER)
                .count();
    }

    public long loaded() {
        return trip.loads().stream().filter(load -> load.loaded().isPresent()).count();
    }

    /// Whether something of it can be taken in at a stop now.
    public boolean mayDeliver(TripStop stop) {
        return mayRun
                && trip.state() == TripState.DEPARTED
                && !stop.pickUp()
                && at(stop).stream()
                        .anyMatch(load -> load.loaded().isPresent()
                                && stages.get(load.consignment()) == ConsignmentStage.HANDED_OVER);
    }

    /// What is taken up or brought at a stop.
    public List<TripLoad> at(TripStop stop) {
        return trip.loads().stream()
                .filter(load -> load.leg() == stop.leg() && stop.site().equals(stop.pickUp() ? load.from() : load.to()))
                .toList();
    }

    /// Those where something of what the reader sees is taken up or brought.
    public List<TripStop> shownStops() {
        return trip.stops().stream().filter(stop -> !at(stop).isEmpty()).toList();
    }

    /// Whether there is anywhere else to put it.
    public boolean canMove(TripStop stop) {
        return canMove(stop, -1) || canMove(stop, 1);
    }

    public boolean canMove(TripStop stop, int places) {
        int to = stop.place() + places;
        if (to < 0 || to >= trip.stops().size()) return false;
        TripStop there = trip.stops().get(to);
        return there.leg() == stop.leg() && there.pickUp() == stop.pickUp();
    }

    /// Whether all that goes there was taken in.
    public boolean isDone(TripStop stop) {
        return at(stop).stream()
                .map(load -> Optional.ofNullable(stages.get(load.consignment())))
                .allMatch(stage ->
                        stage.filter(ConsignmentStage.DELIVERED::equals).isPresent());
    }

    /// Tenths of a degree as they are read.
    public static String degrees(int decidegrees) {
        return java.math.BigDecimal.valueOf(decidegrees, 1).toPlainString();
    }

    public boolean isEstimated() {
        return trip.stops().stream().anyMatch(TripStop::estimated);
    }

    public static String kind(TripState state) {
        return switch (state) {
            case DRAFT -> "info";
            case ORDERED -> "melon";
            case DEPARTED -> "melon";
            case CLOSED -> "good";
            case CANCELLED -> "bad";
        };
    }

    public static String kind(Optional<ConsignmentStage> stage) {
        return switch (stage.orElse(ConsignmentStage.BOOKED)) {
            case BOOKED -> "info";
            case HANDED_OVER -> "melon";
            case DELIVERED -> "good";
            case FAILED -> "bad";
        };
    }

    /// The list, with the form that proposes.
    ///
    /// @param counties that trips may be proposed for, by id
    public record Listing(
            Slice<TripSummary> rows,
            String group,
            String search,
            TripNames names,
            Map<String, String> counties,
            String today,
            String inAWeek,
            boolean mayPlan,
            FormErrors errors) {}

    /// What proposing made of the goods that waited.
    public record Proposed(RegionId origin, List<Trip> trips, List<Proposal.Left> left, TripNames names) {}
}
