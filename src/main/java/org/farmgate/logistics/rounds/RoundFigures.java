package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an organisation's rounds came to over a time. Needs PLAN_TRIPS.
@Service
@Transactional(readOnly = true)
public class RoundFigures {
    public static final int MOST_DAYS = 92;
    /// Without a window a stop is on time when the vehicle comes no later than that after it was planned.
    public static final int GRACE_MINUTES = 30;

    private final RoundFigureStore store;
    private final RoundDesk desk;

    RoundFigures(RoundFigureStore store, RoundDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    /// One day's finished rounds.
    ///
    /// @param onTime stops served on time
    public record Day(LocalDate day, long rounds, Round.Sums sums, long onTime, long late, long failed) {}

    /// By day, the earliest first; a longer time is cut to its last [#MOST_DAYS].
    public List<Day> days(Actor actor, LocalDate from, LocalDate to) {
        actor.require(Right.PLAN_TRIPS);
        LocalDate first = from.isBefore(to.minusDays(MOST_DAYS - 1L)) ? to.minusDays(MOST_DAYS - 1L) : from;
        return store.days(actor.organisation(), first, to);
    }

    /// All days in one.
    public static Day sum(List<Day> days, LocalDate last) {
        Day sum = new Day(last, 0, Round.Sums.NONE, 0, 0, 0);
        for (Day day : days)
            sum = new Day(
                    last,
                    sum.rounds + day.rounds,
                    new Round.Sums(
                            sum.sums.metres() + day.sums.metres(),
                            sum.sums.emptyMetres() + day.sums.emptyMetres(),
                            sum.sums.gramMetres() + day.sums.gramMetres(),
                            sum.sums.cost().plus(day.sums.cost())),
                    sum.onTime + day.onTime,
                    sum.late + day.late,
                    sum.failed + day.failed);
        return sum;
    }

    /// Of one round, as far as it was driven.
    public Day of(Actor actor, RoundId id) {
        Round round = desk.own(actor, id);
        List<Stop> done = round.stops().stream()
                .filter(stop -> stop.state() == Stop.State.DONE)
                .toList();
        long late = done.stream().filter(RoundFigures::isLate).count();
        long failed = round.stops().stream()
                .filter(stop -> stop.state() == Stop.State.FAILED)
                .count();
        return new Day(round.day(), 1, round.sums(), done.size() - late, late, failed);
    }

    private static boolean isLate(Stop stop) {
        java.time.Instant latest =
                stop.window().map(Stop.Window::to).orElse(stop.plannedAt().plusSeconds(GRACE_MINUTES * 60L));
        return stop.arrivedAt().filter(at -> at.isAfter(latest)).isPresent();
    }
}
