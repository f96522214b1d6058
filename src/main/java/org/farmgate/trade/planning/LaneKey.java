package org.farmgate.trade.planning;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.trade.docking.Destination;
import org.farmgate.trade.docking.LockRule;

/// The way from a county to a city or a warehouse, as decisions name it: `origin:<id>` to `city:<id>` or
/// `warehouse:<id>`.
public record LaneKey(String from, String to) {
    private static final String ORIGIN = "origin:";
    private static final String CITY = "city:";
    private static final String WAREHOUSE = "warehouse:";

    private static final Pattern SHAPE =
            Pattern.compile("(origin|city|warehouse):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// Refuses by NOT_IN_THIS_PLAN what names no way at all.
    public LaneKey {
        boolean lane = SHAPE.matcher(from).matches()
                && SHAPE.matcher(to).matches()
                && from.startsWith(ORIGIN)
                && !to.startsWith(ORIGIN);
        if (!lane) throw new RuleBroken(PlanningRule.NOT_IN_THIS_PLAN);
    }

    public static LaneKey of(PlanTrip trip) {
        return new LaneKey(
                ORIGIN + trip.origin(),
                trip.city()
                        .map(city -> CITY + city)
                        .orElseGet(() -> WAREHOUSE + trip.warehouse().orElseThrow()));
    }

    public RegionId origin() {
        return RegionId.of(from.substring(ORIGIN.length()));
    }

    public Optional<RegionId> city() {
        return to.startsWith(CITY) ? Optional.of(new RegionId(end())) : Optional.empty();
    }

    public Optional<SiteId> warehouse() {
        return to.startsWith(WAREHOUSE) ? Optional.of(new SiteId(end())) : Optional.empty();
    }

    UUID end() {
        return UUID.fromString(to.substring(to.indexOf(':') + 1));
    }

    /// Empty where nothing goes that way this time.
    Optional<LockRule> ban(Docket docket) {
        int start = docket.origins().indexOf(origin());
        int end = city().map(docket.cities()::indexOf)
                .orElseGet(() -> docket.warehouses().indexOf(warehouse().orElseThrow()));
        if (start < 0 || end < 0) return Optional.empty();
        return Optional.of(new LockRule.ForbidLane(
                start, city().isPresent() ? Destination.city(end) : Destination.warehouse(end)));
    }
}
