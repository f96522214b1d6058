package org.farmgate.logistics.trips;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.TruckKind;
import org.farmgate.measure.Mass;
import org.farmgate.place.Distance;

/// What hiring trucks costs by a tariff. Not for many threads.
final class Hires {
    /// Trucks of one kind that are still mixed with others.
    private static final int MOST_MIXED = 12;
    private static final int MOST_KNOWN = 20_000;

    private final List<TruckKind> kinds;
    private final Map<Wish, Long> known = new HashMap<>();

    private record Wish(long grams, boolean cold, long metres) {}

    Hires(List<TruckKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /// The cheapest trucks that carry so much so far, in fen: one or several of any kinds.
    ///
    /// @throws IllegalStateException where no kind of the tariff may carry it
    long fen(long grams, boolean cold, long metres) {
        var wish = new Wish(grams, cold, metres);
        Long before = known.get(wish);
        if (before != null) return before;
        long least = kinds.stream()
                .filter(kind -> kind.cold() || !cold)
                .mapToLong(kind -> with(kind, grams, cold, metres))
                .min()
                .orElseThrow(() -> new IllegalStateException("no truck for " + wish));
        if (known.size() > MOST_KNOWN) known.clear();
        known.put(wish, least);
        return least;
    }

    /// One of this kind and the cheapest for the rest; of a kind too small for that, as many as it takes.
    private long with(TruckKind kind, long grams, boolean cold, long metres) {
        long capacity = kind.capacity().grams();
        long one = kind.cost(new Distance(metres, true)).fen();
        long trucks = Math.ceilDiv(grams, capacity);
        if (trucks > MOST_MIXED) return Math.multiplyExact(one, trucks);
        return one + (grams <= capacity ? 0 : fen(grams - capacity, cold, metres));
    }

    /// The cheapest single truck that carries it; empty where it is too much for any.
    Optional<TruckKind> one(Mass mass, boolean cold, long metres) {
        return kinds.stream()
                .filter(kind -> (kind.cold() || !cold) && kind.capacity().compareTo(mass) >= 0)
                .min(java.util.Comparator.comparingLong(
                        kind -> kind.cost(new Distance(metres, true)).fen()));
    }
}
