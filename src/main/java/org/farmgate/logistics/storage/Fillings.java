package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How full a warehouse was, by zone and week.
@Service
@Transactional(readOnly = true)
public class Fillings {
    public static final int WEEKS = 8;
    /// No zone's name is empty.
    private static final String ALL = "";

    private final ShelfStore shelves;
    private final BinStore bins;
    private final StorageAccess access;
    private final Clock clock;

    Fillings(ShelfStore shelves, BinStore bins, StorageAccess access, Clock clock) {
        this.shelves = shelves;
        this.bins = bins;
        this.access = access;
        this.clock = clock;
    }

    /// @param capacity of the zone's bins as they are now; zero for the dock, which has none of its own
    /// @param most in each of the weeks, the earliest first: the most that lay there at any moment
    public record Zone(String name, boolean dock, Mass capacity, List<Mass> most) {}

    /// @param most of the whole warehouse in each of the weeks: less than its zones' together where goods were
    ///     carried from one to another
    public record Filled(List<Zone> zones, List<Mass> most) {}

    /// The weeks told of, the earliest first; the last is this one.
    public List<IsoWeek> weeks() {
        IsoWeek now = IsoWeek.of(LocalDate.now(clock));
        List<IsoWeek> weeks = new ArrayList<>();
        for (int i = WEEKS - 1; i >= 0; i--) weeks.add(now.plusWeeks(-i));
        return weeks;
    }

    /// The dock first. All goods for whoever runs the warehouse, else one's own. Refuses by not found.
    public Filled filled(Actor actor, SiteId site) {
        var only = access.only(actor, site);
        List<Bin> known = bins.of(site);
        Map<BinId, String> zoneOf = known.stream().collect(Collectors.toMap(Bin::id, Bin::zone));
        List<IsoWeek> weeks = weeks();
        Map<String, long[]> most = new HashMap<>();
        Map<String, Long> lying = new HashMap<>();
        most.put(ALL, new long[weeks.size()]);
        long[] starts = weeks.stream()
                .mapToLong(week -> StorageWeeks.begins(week, clock.getZone()).toEpochMilli())
                .toArray();
        int at = -1;
        for (ShelfStore.Moved moved : shelves.until(site, later())) {
            if (only.isPresent() && !only.get().equals(moved.owner())) continue;
            while (at + 1 < starts.length && starts[at + 1] <= moved.at().toEpochMilli()) begin(++at, most, lying);
            String zone = zoneOf.getOrDefault(moved.bin(), Bin.DOCK);
            long now = lying.merge(zone, moved.grams(), Long::sum);
            long[] ofZone = most.computeIfAbsent(zone, _ -> new long[weeks.size()]);
            if (at >= 0) ofZone[at] = Math.max(ofZone[at], now);
            if (moved.putAway()) continue;
            long all = lying.merge(ALL, moved.grams(), Long::sum);
            long[] ofAll = Objects.requireNonNull(most.get(ALL));
            if (at >= 0) ofAll[at] = Math.max(ofAll[at], all);
        }
        while (at + 1 < starts.length) begin(++at, most, lying);
        List<Mass> all = masses(Objects.requireNonNull(most.remove(ALL)));
        List<Zone> zones = zones(known, most, weeks.size());
        if (only.isPresent()) zones.removeIf(zone -> zone.most().stream().allMatch(Mass::isZero));
        return new Filled(zones, all);
    }

    private static List<Mass> masses(long[] grams) {
        List<Mass> masses = new ArrayList<>();
        for (long one : grams) masses.add(new Mass(one));
        return masses;
    }

    private static void begin(int week, Map<String, long[]> most, Map<String, Long> lying) {
        most.forEach((zone, ofZone) -> ofZone[week] = Math.max(0, lying.getOrDefault(zone, 0L)));
    }

    private Instant later() {
        return clock.instant().plusSeconds(3600);
    }

    private static List<Zone> zones(List<Bin> known, Map<String, long[]> most, int weeks) {
        Map<String, Long> capacity = new TreeMap<>();
        for (Bin bin : known)
            capacity.merge(
                    bin.zone(), bin.dock() || bin.closed() ? 0 : bin.capacity().grams(), Long::sum);
        most.keySet().forEach(zone -> capacity.putIfAbsent(zone, 0L));
        List<Zone> zones = new ArrayList<>();
        capacity.forEach((zone, grams) -> {
            List<Mass> masses = masses(most.getOrDefault(zone, new long[weeks]));
            boolean dock = zone.equals(Bin.DOCK);
            Zone found = new Zone(zone, dock, new Mass(Math.min(grams, Mass.GREATEST_GRAMS)), masses);
            if (dock) zones.addFirst(found);
            else zones.add(found);
        });
        return zones;
    }
}
