package org.farmgate.trade.planning;

import java.util.Optional;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.InputBroken;
import org.farmgate.trade.PlanId;

/// What a person asks for when they dock a season.
///
/// @param id made by the client: the same request sent twice makes one plan
/// @param season at most 53 weeks
/// @param seconds how long to search, 1 to 3,600; more seconds bring the plan nearer to its bound
/// @param growerShare how much of the surplus goes to the growers, in basis points; the buyers keep the rest
/// @param basedOn the plan whose decisions are taken over, when a season is solved again
public record PlanRequest(
        PlanId id, String name, WeekSpan season, int seconds, int growerShare, Optional<PlanId> basedOn) {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_SECONDS = 3_600;
    public static final int ALL_BASIS_POINTS = 10_000;

    public PlanRequest {
        if (name.isBlank()) throw new InputBroken("name", "missing");
        if (name.length() > LONGEST_NAME) throw new InputBroken("name", "too-long", LONGEST_NAME);
        if (seconds < 1 || seconds > LONGEST_SECONDS)
            throw new InputBroken("seconds", "out-of-range", 1, LONGEST_SECONDS);
        if (growerShare < 0 || growerShare > ALL_BASIS_POINTS)
            throw new InputBroken("growerShare", "out-of-range", 0, 100);
        if (season.weeks() > 53) throw new InputBroken("lastWeek", "out-of-range", 1, 53);
    }
}
