package org.farmgate.logistics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.farmgate.logistics.routing.RoutingRefused.Fault;
import org.farmgate.logistics.routing.Stop.Direction;
import org.junit.jupiter.api.Test;

class RoutingProblemTests {
    private static final RoutingProblem GOOD = SmallRoutings.village();

    private static RoutingRefused refused(
            List<Depot> depots, List<Vehicle> vehicles, List<Stop> stops, Transfer... more) {
        List<Transfer> transfers = new ArrayList<>(GOOD.transfers());
        transfers.addAll(List.of(more));
        return catchThrowableOfType(
                RoutingRefused.class,
                () -> new RoutingProblem(depots, vehicles, stops, transfers, GOOD.matrix(), Objective.COST));
    }

    private static void refusesStop(Fault fault, Stop stop) {
        List<Stop> stops = new ArrayList<>(GOOD.stops());
        stops.add(stop);
        RoutingRefused refused = refused(GOOD.depots(), GOOD.vehicles(), stops);
        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.row()).isEqualTo("stop " + stop.key());
    }

    private static void refusesVehicle(Fault fault, Vehicle vehicle) {
        List<Vehicle> vehicles = new ArrayList<>(GOOD.vehicles());
        vehicles.add(vehicle);
        assertThat(refused(GOOD.depots(), vehicles, GOOD.stops()).fault()).isEqualTo(fault);
    }

    private static Stop stop(String key, int place, long grams, Window window, int service) {
        return new Stop(key, place, Direction.DELIVERY, grams, 1, window, service, false);
    }

    private static Vehicle vehicle(String key, int count, String depot, long grams, int driving, long fen) {
        return new Vehicle(key, count, depot, "centre", grams, 1, false, Window.ALWAYS, driving, fen, fen);
    }

    @Test
    void badStopsAreRefused() {
        refusesStop(Fault.KEY_REPEATED, stop("shop", 1, 1, Window.ALWAYS, 0));
        refusesStop(Fault.UNKNOWN_PLACE, stop("x", 7, 1, Window.ALWAYS, 0));
        refusesStop(Fault.LOAD_OUT_OF_RANGE, stop("x", 1, -1, Window.ALWAYS, 0));
        refusesStop(Fault.LOAD_OUT_OF_RANGE, stop("x", 1, Vehicle.UNBOUNDED + 1, Window.ALWAYS, 0));
        refusesStop(Fault.WINDOW_REVERSED, stop("x", 1, 1, new Window(2, 1), 0));
        refusesStop(Fault.TIME_OUT_OF_RANGE, stop("x", 1, 1, new Window(-1, 1), 0));
        refusesStop(Fault.TIME_OUT_OF_RANGE, stop("x", 1, 1, Window.ALWAYS, -1));
    }

    @Test
    void badVehiclesAreRefused() {
        refusesVehicle(Fault.KEY_REPEATED, vehicle("van", 1, "centre", 1, 1, 1));
        refusesVehicle(Fault.COUNT_NOT_POSITIVE, vehicle("x", 0, "centre", 1, 1, 1));
        refusesVehicle(Fault.UNKNOWN_DEPOT, vehicle("x", 1, "moon", 1, 1, 1));
        refusesVehicle(Fault.CAPACITY_OUT_OF_RANGE, vehicle("x", 1, "centre", -1, 1, 1));
        refusesVehicle(Fault.TIME_OUT_OF_RANGE, vehicle("x", 1, "centre", 1, -1, 1));
        refusesVehicle(Fault.COST_OUT_OF_RANGE, vehicle("x", 1, "centre", 1, 1, -1));
    }

    @Test
    void badTransfersAreRefused() {
        assertThat(transfer("dairy", "nowhere")).isEqualTo(Fault.UNKNOWN_STOP);
        assertThat(transfer("shop", "dairy")).isEqualTo(Fault.TRANSFER_DIRECTION_WRONG);
        assertThat(transfer("dairy", "shop")).isEqualTo(Fault.TRANSFER_LOADS_DIFFER);
        assertThat(transfer("farm", "mill")).isEqualTo(Fault.TRANSFER_REPEATED);
    }

    private static Fault transfer(String from, String to) {
        return refused(GOOD.depots(), GOOD.vehicles(), GOOD.stops(), new Transfer(from, to))
                .fault();
    }

    @Test
    void badDepotsAndMatricesAreRefused() {
        List<Depot> twice = List.of(GOOD.depots().getFirst(), GOOD.depots().getFirst());
        assertThat(refused(twice, GOOD.vehicles(), GOOD.stops()).fault()).isEqualTo(Fault.KEY_REPEATED);
        int[][] square = {{0, 1}, {1, 0}};
        assertThatThrownBy(() -> Matrix.of(square, new int[][] {{0, 1}})).hasMessageContaining("MATRIX_NOT_SQUARE");
        assertThatThrownBy(() -> Matrix.of(square, new int[][] {{0, 1}, {1}}))
                .hasMessageContaining("MATRIX_NOT_SQUARE");
        assertThatThrownBy(() -> Matrix.of(square, new int[][] {{0, -1}, {1, 0}}))
                .hasMessageContaining("LEG_OUT_OF_RANGE");
    }
}
