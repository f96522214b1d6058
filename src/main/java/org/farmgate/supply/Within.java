package org.farmgate.supply;

import java.util.Map;
import org.farmgate.party.Reach;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;

/// A reach as a condition of SQL on the columns `origin_id` and `grower_id` of a table.
///
/// @param sql uses the parameter `:reach`, where it needs one
record Within(String sql, Map<String, Object> params) {
    static Within of(Reach reach, String table) {
        return switch (reach) {
            case Reach.Everything _ -> new Within("true", Map.of());
            case Reach.Regions(var counties) ->
                new Within(table + ".origin_id = any(:reach::uuid[])", Map.of("reach", Batch.array(counties)));
            case Reach.Parties(var parties) ->
                new Within(table + ".grower_id = any(:reach::uuid[])", Map.of("reach", Batch.array(parties)));
        };
    }

    static boolean holds(Reach reach, RegionId origin, PartyId grower) {
        return switch (reach) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(origin);
            case Reach.Parties(var parties) -> parties.contains(grower);
        };
    }
}
