package org.farmgate.logistics.storage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;

/// What lay in a warehouse in a week: of each lot the most that lay there at any moment of it, since a
/// week that has begun is paid whole. Weeks are those of ISO 8601, in China's time.
final class StorageWeeks {
    private StorageWeeks() {}

    /// A lot of an owner, in the books of one county.
    record Kept(RegionId origin, PartyId owner, LotId lot) {}

    /// @param moves all at one site up to the week's end, the earliest first; carrying from bin to bin
    ///     does not count @return only what lay there
    static Map<Kept, Mass> most(List<ShelfStore.Moved> moves, IsoWeek week, ZoneId zone) {
        Instant begins = begins(week, zone);
        Instant ends = begins(week.plusWeeks(1), zone);
        Map<Kept, Long> lying = new HashMap<>();
        Map<Kept, Long> most = new HashMap<>();
        for (Moment moment : moments(moves)) {
            if (!moment.at.isBefore(ends)) break;
            long after = lying.merge(moment.kept, moment.grams, Long::sum);
            if (moment.at.isBefore(begins)) most.put(moment.kept, Math.max(0, after));
            else most.merge(moment.kept, Math.max(0, after), Math::max);
        }
        Map<Kept, Mass> found = new HashMap<>();
        most.forEach((kept, grams) -> {
            if (grams > 0) found.put(kept, new Mass(grams));
        });
        return found;
    }

    static Instant begins(IsoWeek week, ZoneId zone) {
        return week.monday().atStartOfDay(zone).toInstant();
    }

    private record Moment(Kept kept, Instant at, long grams) {}

    /// A movement that took from several bins is one moment.
    private static List<Moment> moments(List<ShelfStore.Moved> moves) {
        record Key(java.util.UUID id, Kept kept) {}
        Map<Key, Integer> places = new HashMap<>();
        List<Moment> moments = new ArrayList<>();
        for (ShelfStore.Moved moved : moves) {
            if (moved.putAway()) continue;
            Kept kept = new Kept(moved.origin(), moved.owner(), moved.lot());
            Integer place = places.putIfAbsent(new Key(moved.id(), kept), moments.size());
            if (place == null) moments.add(new Moment(kept, moved.at(), moved.grams()));
            else {
                Moment there = moments.get(place);
                moments.set(place, new Moment(kept, there.at, there.grams + moved.grams()));
            }
        }
        return moments;
    }
}
