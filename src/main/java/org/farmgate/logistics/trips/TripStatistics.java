package org.farmgate.logistics.trips;

import java.time.LocalDate;
import org.farmgate.party.Reaches;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How trips went. Each figure is summed from the trips themselves when it is asked for.
@Service
@Transactional(readOnly = true)
public class TripStatistics {
    /// Days that can be looked at in one go.
    public static final int LONGEST_DAYS = 400;

    private final TripFigureStore store;
    private final Reaches reaches;

    TripStatistics(TripFigureStore store, Reaches reaches) {
        this.store = store;
        this.reaches = reaches;
    }

    /// Of the trips that the actor plans or looks after and that were closed, by the day they left. Refuses by
    /// the input error `out-of-range`.
    public TripFigures of(Actor actor, LocalDate first, LocalDate last) {
        if (last.isBefore(first) || first.plusDays(LONGEST_DAYS).isBefore(last))
            throw new InputBroken("last", "out-of-range", first, first.plusDays(LONGEST_DAYS));
        return store.of(reaches.of(actor), actor.organisation(), first, last);
    }
}
