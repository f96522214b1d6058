package org.farmgate.logistics.trips;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.sharing.CoalitionCost;
import org.farmgate.logistics.sharing.CostSharing;
import org.farmgate.logistics.sharing.CostSplit;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// What groups of the companies on a trip would pay without the others: the cheapest trucks of the tariff for
/// their goods, calling at their places alone, in the trip's own order. Goods out and goods back may share a
/// truck there too, or go by two.
final class GoingAlone implements CoalitionCost {
    private final List<PartyId> payers = new ArrayList<>();
    private final List<List<TripLoad>> goods = new ArrayList<>();
    private final List<BitSet> outStops = new ArrayList<>();
    private final List<BitSet> backStops = new ArrayList<>();
    private final long[][] metres;
    private final Hires hires;

    /// @param metres between the trip's stops, by their places in order
    GoingAlone(Trip trip, long[][] metres, Hires hires) {
        this.metres = metres;
        this.hires = hires;
        Map<PartyId, List<TripLoad>> byPayer = new LinkedHashMap<>();
        trip.loads().stream()
                .sorted(Comparator.comparing((TripLoad load) -> load.payer().value())
                        .thenComparing(load -> load.consignment().value()))
                .forEach(load -> byPayer.computeIfAbsent(load.payer(), _ -> new ArrayList<>())
                        .add(load));
        byPayer.forEach((payer, loads) -> {
            payers.add(payer);
            goods.add(loads);
            outStops.add(stops(trip, loads, Leg.OUT));
            backStops.add(stops(trip, loads, Leg.BACK));
        });
    }

    private static BitSet stops(Trip trip, List<TripLoad> loads, Leg leg) {
        var stops = new BitSet();
        for (TripStop stop : trip.stops())
            for (TripLoad load : loads)
                if (stop.leg() == leg
                        && load.leg() == leg
                        && stop.site().equals(stop.pickUp() ? load.from() : load.to())) stops.set(stop.place());
        return stops;
    }

    List<PartyId> payers() {
        return payers;
    }

    Mass mass(int payer) {
        return goods.get(payer).stream().map(TripLoad::counted).reduce(Mass.ZERO, Mass::plus);
    }

    CostSplit split(long cost) {
        return CostSharing.split(goods.stream().map(GoingAlone::kind).toList(), cost, this);
    }

    private record Want(Leg leg, SiteId from, SiteId to, long grams, boolean cold) {}

    /// Two with the same wants cost the same in any group.
    private static List<Want> kind(List<TripLoad> loads) {
        return loads.stream()
                .map(load -> new Want(
                        load.leg(), load.from(), load.to(), load.counted().grams(), load.cold()))
                .sorted(Comparator.comparing(Want::toString))
                .toList();
    }

    @Override
    public long fen(BitSet members) {
        Way out = way(members, Leg.OUT, outStops);
        Way back = way(members, Leg.BACK, backStops);
        if (out.isNone() && back.isNone()) return 0;
        if (back.isNone()) return hires.fen(out.grams, out.cold, out.metres);
        if (out.isNone()) return hires.fen(back.grams, back.cold, back.metres);
        long apart = hires.fen(out.grams, out.cold, out.metres) + hires.fen(back.grams, back.cold, back.metres);
        long together = hires.fen(
                Math.max(out.grams, back.grams),
                out.cold || back.cold,
                out.metres + metres[out.last][back.first] + back.metres);
        return Math.min(apart, together);
    }

    private record Way(long grams, boolean cold, long metres, int first, int last) {
        boolean isNone() {
            return first < 0;
        }
    }

    private Way way(BitSet members, Leg leg, List<BitSet> stopsOf) {
        long grams = 0;
        boolean cold = false;
        var stops = new BitSet();
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            stops.or(stopsOf.get(i));
            for (TripLoad load : goods.get(i))
                if (load.leg() == leg) {
                    grams += load.counted().grams();
                    cold |= load.cold();
                }
        }
        long length = 0;
        int first = stops.nextSetBit(0);
        int last = first;
        for (int at = first; at >= 0; at = stops.nextSetBit(at + 1)) {
            length += metres[last][at];
            last = at;
        }
        return new Way(grams, cold, length, first, last);
    }
}
