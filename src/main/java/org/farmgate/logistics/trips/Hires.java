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
                .mapToLong(kind -> {
                    long left = grams - kind.capacity().grams();
                    return kind.cost(new Distance(metres, true)).fen() + (left <= 0 ? 0 : fen(left, cold, metres));
                })
                .min()
                .orElseThrow(() -> new IllegalStateException("no truck for " + wish));
        known.put(wish, least);
        return least;
    }

    /// The cheapest single truck that carries it; empty where it is too much for any.
    Optional<TruckKind> one(Mass mass, boolean cold, long metres) {
        return kinds.stream()
                .filter(kind -> (kind.cold() || !cold) && kind.capacity().compareTo(mass) >= 0)
                .min(java.util.Comparator.comparingLong(
                        kind -> kind.cost(new Distance(metres, true)).fen()));
    }
}
