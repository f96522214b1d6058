package org.farmgate.logistics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DispatchBoardTests {

    /// A thousand random moves on random boards, allowed or not: the effect is the difference of two whole plans, and
    /// its faults are those the independent checker finds on the lanes concerned.
    @Test
    void anEffectIsTheDifferenceOfTwoPlans() {
        int broken = 0;
        for (long seed = 1; seed <= 50; seed++) {
            RoutingProblem problem = SmallRoutings.random(seed, 12);
            Random random = new Random(seed);
            DispatchBoard board = scattered(problem, random);
            for (int move = 0; move < 20; move++) {
                String stop = problem.stops().get(random.nextInt(12)).key();
                int lane = random.nextInt(board.lanes().size());
                int others = (int) board.lanes().get(lane).stops().stream()
                        .filter(s -> !s.equals(stop))
                        .count();
                int position = random.nextInt(others + 1);
                MoveEffect effect = board.effectOf(stop, lane, position);
                DispatchBoard after = board.moved(stop, lane, position);
                assertThat(after.lanes().get(lane).stops().get(position)).isEqualTo(stop);
                assertEffect(problem, board, after, stop, effect);
                broken += effect.isAllowed() ? 0 : 1;
                board = random.nextInt(5) == 0 ? after.takenOff(stop) : after;
            }
        }
        assertThat(broken).isBetween(100, 990);
    }

    private static DispatchBoard scattered(RoutingProblem problem, Random random) {
        List<List<String>> lanes = new ArrayList<>();
        for (int lane = 0; lane < 3; lane++) {
            lanes.add(new ArrayList<>());
        }
        problem.stops().forEach(s -> lanes.get(random.nextInt(3)).add(s.key()));
        List<Lane> named = new ArrayList<>();
        for (int lane = 0; lane < 3; lane++) {
            int vehicle = random.nextInt(problem.vehicles().size());
            named.add(new Lane(problem.vehicles().get(vehicle).key(), 10 + lane, lanes.get(lane)));
        }
        return DispatchBoard.of(problem, named);
    }

    private static void assertEffect(
            RoutingProblem problem, DispatchBoard board, DispatchBoard after, String stop, MoveEffect effect) {
        RoutingPlan before = board.plan();
        RoutingPlan plan = after.plan();
        assertThat(effect.extraMillifen()).isEqualTo(plan.costMillifen() - before.costMillifen());
        assertThat(effect.extraMetres()).isEqualTo(plan.metres() - before.metres());
        Map<String, Integer> began = begins(before);
        long delay = 0;
        for (Map.Entry<String, Integer> e : begins(plan).entrySet()) {
            if (!e.getKey().equals(stop)) {
                delay = Math.max(delay, e.getValue() - began.getOrDefault(e.getKey(), e.getValue()));
            }
        }
        assertThat(effect.delaySeconds()).isEqualTo(delay);
        Set<String> concerned = new HashSet<>();
        for (int lane = 0; lane < 3; lane++) {
            if (!board.lanes().get(lane).equals(after.lanes().get(lane))) {
                concerned.addAll(after.lanes().get(lane).stops());
                concerned.add(after.lanes().get(lane).vehicle() + "/"
                        + after.lanes().get(lane).number());
            }
        }
        if (!concerned.isEmpty()) {
            List<RoutingFault> found = RoutingChecker.faults(manyOf(problem), plan).stream()
                    .filter(f -> concerned.contains(f.about()))
                    .toList();
            assertThat(effect.faults()).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    private static Map<String, Integer> begins(RoutingPlan plan) {
        Map<String, Integer> begins = new HashMap<>();
        plan.routes().forEach(r -> r.visits().forEach(v -> begins.put(v.stop(), v.beginSecond())));
        return begins;
    }

    /// The same problem with enough vehicles of each kind, so that lane numbers are known ones.
    private static RoutingProblem manyOf(RoutingProblem p) {
        List<Vehicle> vehicles = p.vehicles().stream()
                .map(v -> new Vehicle(
                        v.key(),
                        Vehicle.UNLIMITED,
                        v.startDepot(),
                        v.endDepot(),
                        v.grams(),
                        v.litres(),
                        v.cold(),
                        v.shift(),
                        v.longestDrivingSeconds(),
                        v.fenPerTrip(),
                        v.fenPerKilometre()))
                .toList();
        return new RoutingProblem(p.depots(), vehicles, p.stops(), p.transfers(), p.matrix(), p.objective());
    }

    @Test
    void cheapestPlacesComeFirstAndAllowedOnesBeforeThem() {
        RoutingProblem village = SmallRoutings.village();
        DispatchBoard board = DispatchBoard.of(
                village,
                List.of(new Lane("van", 0, List.of("school", "shop")), new Lane("coldvan", 0, List.of("dairy"))));
        List<DispatchBoard.Place> places = board.cheapestPlaces("clinic", 9);
        assertThat(places).hasSize(5);
        assertThat(places.getFirst().lane()).isEqualTo(1);
        assertThat(places.getFirst().effect().isAllowed()).isTrue();
        assertThat(places.getLast().effect().isAllowed()).isFalse();
        for (int i = 1; i < places.size(); i++) {
            MoveEffect cheaper = places.get(i - 1).effect();
            MoveEffect dearer = places.get(i).effect();
            if (cheaper.isAllowed() == dearer.isAllowed()) {
                assertThat(cheaper.extraMillifen()).isLessThanOrEqualTo(dearer.extraMillifen());
            }
        }
    }

    @Test
    void aStopPutBackWhereItIsChangesNothing() {
        RoutingProblem village = SmallRoutings.village();
        DispatchBoard board =
                DispatchBoard.of(village, List.of(new Lane("van", 0, List.of("school", "shop", "farm", "mill"))));
        MoveEffect effect = board.effectOf("farm", 0, 2);
        assertThat(effect).isEqualTo(new MoveEffect(0, 0, 0, 0, "", List.of()));
    }

    @Test
    void aStopStandsOnTheBoardOnce() {
        RoutingProblem village = SmallRoutings.village();
        List<Lane> twice = List.of(new Lane("van", 0, List.of("shop", "school", "shop")));
        assertThatThrownBy(() -> DispatchBoard.of(village, twice)).hasMessageContaining("shop");
        List<Lane> unknown = List.of(new Lane("bus", 0, List.of()));
        assertThatThrownBy(() -> DispatchBoard.of(village, unknown)).hasMessageContaining("bus");
    }
}
