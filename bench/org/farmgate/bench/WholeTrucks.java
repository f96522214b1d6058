package org.farmgate.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.farmgate.trade.docking.Lane;
import org.farmgate.trade.docking.TruckKind;

/// What whole trucks could earn at most on one lane in one week, for `BoundChecker`.
final class WholeTrucks {
    private static final long MICRO = 1_000_000;
    private static final int MOST_UNITS = 5000;

    /// Goods that may ride: what they earn before the truck in fen per tonne.
    record Piece(long rate, long grams, boolean cold) {}

    private final List<TruckKind> kinds;
    private final Lane lane;

    WholeTrucks(List<TruckKind> kinds, Lane lane) {
        this.kinds = kinds;
        this.lane = lane;
    }

    /// Tries all sets of trucks worth having, the pieces filling each greedily; where that would be
    /// too many, trucks count at their best rate instead, which is never less.
    long most(List<Piece> pieces) {
        double coldRate = rate(true);
        double anyRate = Math.min(coldRate, rate(false));
        long linear = 0;
        long mass = 0;
        for (Piece p : pieces) {
            long over = (long) Math.ceil(p.rate - (p.cold ? coldRate : anyRate));
            linear += Math.max(0, over) * p.grams;
            mass += p.grams;
        }
        long unit = kinds.stream().mapToLong(TruckKind::capacityGrams).reduce(0, WholeTrucks::gcd);
        if (linear <= 0 || mass / unit > MOST_UNITS) {
            return Math.max(0, linear);
        }
        List<Piece> sorted =
                pieces.stream().sorted((a, b) -> Long.compare(b.rate, a.rate)).toList();
        long best = 0;
        List<long[]> coldSets = sets(true, unit, mass);
        for (long[] ordinary : sets(false, unit, mass)) {
            for (long[] cold : coldSets) {
                long fen = cold[1] + ordinary[1];
                best = Math.max(best, fill(sorted, cold[0], cold[0] + ordinary[0]) - fen * MICRO);
            }
        }
        return Math.min(linear, best);
    }

    /// The least cost of each total capacity, by counting up unit by unit; sets that cost more for
    /// less are left out.
    private List<long[]> sets(boolean cold, long unit, long mass) {
        int units = (int) (mass / unit) + 1;
        for (TruckKind k : kinds) {
            units = Math.max(units, (int) (mass / unit + k.capacityGrams() / unit) + 1);
        }
        long[] least = new long[units + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        least[0] = 0;
        for (int u = 1; u <= units; u++) {
            for (TruckKind k : kinds) {
                int before = u - (int) (k.capacityGrams() / unit);
                if (k.cold() == cold && before >= 0 && least[before] < Long.MAX_VALUE) {
                    least[u] = Math.min(least[u], least[before] + cost(k));
                }
            }
        }
        List<long[]> sets = new ArrayList<>();
        long cheapest = Long.MAX_VALUE;
        for (int u = units; u >= 0; u--) {
            if (least[u] < cheapest) {
                cheapest = least[u];
                sets.add(new long[] {u * unit, least[u]});
            }
        }
        return sets;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// Whether goods that earn so much per tonne could pay for a place in a full truck.
    boolean pays(long rate, boolean cold) {
        return rate > (cold ? rate(true) : Math.min(rate(true), rate(false)));
    }

    private double rate(boolean cold) {
        return kinds.stream()
                .filter(k -> k.cold() == cold)
                .mapToDouble(k -> (double) cost(k) * MICRO / k.capacityGrams())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private long cost(TruckKind kind) {
        return kind.tripFen() + kind.fenPerKm() * lane.kilometres();
    }

    private static long fill(List<Piece> pieces, long coldRoom, long allRoom) {
        long cold = coldRoom;
        long all = allRoom;
        long value = 0;
        for (Piece p : pieces) {
            long take = Math.min(p.grams, p.cold ? Math.min(cold, all) : all);
            value += take * p.rate;
            all -= take;
            cold -= p.cold ? take : 0;
        }
        return value;
    }
}
