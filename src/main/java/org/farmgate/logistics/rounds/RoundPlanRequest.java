package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// A day to be planned with these vehicles.
///
/// @param seconds how long to look for something better
public record RoundPlanRequest(RoundPlanId id, LocalDate day, int seconds, List<Crew> crews) {
    public static final int MOST_SECONDS = 300;
    public static final int MOST_VEHICLES = 100;
    public static final int MOST_DEPOTS = 20;

    /// A vehicle with its driver, if one is known, at the depot where it starts and ends.
    public record Crew(VehicleId vehicle, SiteId depot, Optional<PartyId> driver, Shift shift) {}

    /// Refuses by NOTHING_TO_PLAN and the input error `out-of-range`.
    public RoundPlanRequest {
        crews = List.copyOf(crews);
        if (seconds < 1 || seconds > MOST_SECONDS) throw new InputBroken("seconds", "out-of-range", 1, MOST_SECONDS);
        if (crews.size() > MOST_VEHICLES) throw new InputBroken("vehicles", "out-of-range", 1, MOST_VEHICLES);
        if (crews.isEmpty() || crews.stream().map(Crew::depot).distinct().count() > MOST_DEPOTS)
            throw new RuleBroken(RoundRule.NOTHING_TO_PLAN);
    }

    List<SiteId> depots() {
        return crews.stream().map(Crew::depot).distinct().toList();
    }
}
