package org.farmgate.logistics.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.SiteId;
import org.farmgate.platform.JobId;
import org.farmgate.platform.PartyId;

/// A reckoning that proposes a day's rounds, and how it ended.
///
/// @param failure key of the sentence that says why; empty otherwise
/// @param rounds how many drafts it made
/// @param served how many things ride on them
public record RoundPlan(
        RoundPlanId id,
        PartyId owner,
        LocalDate day,
        List<SiteId> depots,
        int seconds,
        JobId job,
        State state,
        String failure,
        Instant madeAt,
        Optional<Instant> endedAt,
        int rounds,
        int served,
        long metres,
        Money cost) {
    /// How far it has come.
    public enum State {
        SOLVING,
        SOLVED,
        FAILED,
        CANCELLED
    }

    /// Goods that no round takes, and what stands against it.
    public record Unserved(String code, Reason reason) {}

    /// Why a stop stays behind; all but the last are so whatever else is planned.
    public enum Reason {
        NO_VEHICLE,
        NO_COLD_VEHICLE,
        TOO_HEAVY,
        TOO_BULKY,
        NOT_IN_TIME,
        TOO_FAR_TO_DRIVE,
        FLEET_TOO_SMALL
    }

    RoundPlan in(State now) {
        return new RoundPlan(
                id, owner, day, depots, seconds, job, now, failure, madeAt, endedAt, rounds, served, metres, cost);
    }
}
