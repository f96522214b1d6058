package org.farmgate.logistics.rounds.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.farmgate.logistics.rounds.MoveCost;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.RoundId;
import org.farmgate.logistics.rounds.RoundMoves;
import org.farmgate.logistics.rounds.RoundState;
import org.farmgate.logistics.rounds.Rounds;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.logistics.rounds.StopMove;
import org.farmgate.logistics.rounds.Task;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Rounds for programs and for the board: what they are, what a move costs, the move. Masses in grams, ways in metres,
/// money in fen; places are counted from 0.
@RestController
@RequestMapping("/api/v1/rounds")
@Needs(Right.PLAN_TRIPS)
class RoundApi {
    private final Rounds rounds;
    private final RoundMoves moves;
    private final Clock clock;

    RoundApi(Rounds rounds, RoundMoves moves, Clock clock) {
        this.rounds = rounds;
        this.moves = moves;
        this.clock = clock;
    }

    /// Those of a day, today where none is named.
    @GetMapping
    List<View> ofDay(Actor actor, @RequestParam(defaultValue = "") String day) {
        return rounds.ofDay(actor, RoundViews.day(day, LocalDate.now(clock))).stream()
                .map(View::of)
                .toList();
    }

    @GetMapping("/{id}")
    View get(Actor actor, @PathVariable RoundId id) {
        return View.of(rounds.get(actor, id));
    }

    record MoveBody(
            @Nullable String stop,
            @Nullable String from,
            @Nullable String fromVersion,
            @Nullable String to,
            @Nullable String toVersion,
            @Nullable String place) {}

    /// @param text the change as it is to be read
    /// @param faults what would then be wrong, as it is to be read
    record Cost(
            long metres,
            long fen,
            long lateSeconds,
            long lateSecondsAltogether,
            long overGrams,
            long overLitres,
            boolean sound,
            String text,
            String faults) {
        static Cost of(MoveCost cost, Shell shell) {
            return new Cost(
                    cost.metres(),
                    cost.cost().fen(),
                    cost.lateSeconds(),
                    cost.late(),
                    cost.over().grams(),
                    cost.overLitres(),
                    cost.isSound(),
                    RoundWords.change(shell, cost),
                    RoundWords.faults(shell, cost));
        }
    }

    /// Changes nothing: `stop`, `from`, `fromVersion`, `to`, `toVersion`, `place`.
    @GetMapping("/move-cost")
    Cost cost(Actor actor, Fields fields, Shell shell) {
        return Cost.of(moves.cost(actor, move(fields)), shell);
    }

    @PostMapping("/moves")
    View move(Actor actor, @RequestBody MoveBody body) {
        return View.of(moves.move(actor, move(Bodies.fields(body))));
    }

    private static StopMove move(Fields fields) {
        StopId stop = fields.id("stop", StopId::new);
        RoundId from = fields.id("from", RoundId::new);
        RoundId to = fields.id("to", RoundId::new);
        Long fromVersion = fields.number("fromVersion", 0, Integer.MAX_VALUE);
        Long toVersion = fields.number("toVersion", 0, Integer.MAX_VALUE);
        Long place = fields.number("place", 0, Round.MOST_STOPS);
        fields.check();
        return new StopMove(stop, from, fromVersion.intValue(), to, toVersion.intValue(), place.intValue());
    }

    record StopView(
            StopId id,
            @Nullable SiteId site,
            RegionId region,
            double latitude,
            double longitude,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            Instant plannedAt,
            long metres,
            Stop.State state,
            @Nullable Instant arrivedAt,
            @Nullable Instant endedAt,
            List<TaskView> tasks) {
        static StopView of(Stop stop) {
            return new StopView(
                    stop.id(),
                    stop.site().orElse(null),
                    stop.region(),
                    stop.at().latitude(),
                    stop.at().longitude(),
                    stop.window().map(Stop.Window::from).orElse(null),
                    stop.window().map(Stop.Window::to).orElse(null),
                    stop.plannedAt(),
                    stop.metres(),
                    stop.state(),
                    stop.arrivedAt().orElse(null),
                    stop.endedAt().orElse(null),
                    stop.tasks().stream()
                            .map(task -> new TaskView(
                                    task.kind(),
                                    task.thing(),
                                    task.code(),
                                    task.mass().grams(),
                                    task.state()))
                            .toList());
        }
    }

    record TaskView(Task.Kind kind, Task.Thing thing, String code, long massGrams, Task.State state) {}

    record View(
            RoundId id,
            String number,
            RegionId origin,
            SiteId depot,
            LocalDate day,
            VehicleId vehicle,
            @Nullable PartyId driver,
            RoundState state,
            boolean locked,
            int version,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            long metres,
            long emptyMetres,
            long costFen,
            List<StopView> stops) {
        static View of(Round round) {
            return new View(
                    round.id(),
                    round.number(),
                    round.origin(),
                    round.depot(),
                    round.day(),
                    round.vehicle(),
                    round.driver().orElse(null),
                    round.state(),
                    round.locked(),
                    round.version(),
                    round.startedAt().orElse(null),
                    round.endedAt().orElse(null),
                    round.sums().metres(),
                    round.sums().emptyMetres(),
                    round.sums().cost().fen(),
                    round.stops().stream().map(StopView::of).toList());
        }
    }
}
