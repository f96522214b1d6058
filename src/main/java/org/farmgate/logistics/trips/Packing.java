package org.farmgate.logistics.trips;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.TruckKind;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;

/// Puts the goods of one lane onto trucks. The heaviest first, each on the first truck that has room and leaves
/// in its days (first fit decreasing: at most 11/9 of the fewest trucks and 6/9 of one more, Dósa 2007); then
/// every truck is the cheapest kind that carries what is on it.
final class Packing {
    private final List<TruckKind> kinds;
    private final LocalDate first;
    private final LocalDate last;
    private final Ways.Between ways;
    private final boolean cold;

    /// @param kinds of the tariff
    Packing(List<TruckKind> kinds, boolean cold, LocalDate first, LocalDate last, Ways.Between ways) {
        this.kinds = kinds.stream().filter(kind -> kind.cold() || !cold).toList();
        this.cold = cold;
        this.first = first;
        this.last = last;
        this.ways = ways;
    }

    record Truck(TruckKind kind, LocalDate day, Optional<PlannedTripKey> planned, List<Consignment> goods) {}

    record Packed(List<Truck> trucks, List<Proposal.Left> left) {}

    /// A truck that is being loaded: it leaves between two days, which narrow with its goods.
    private static final class Loading {
        private final TruckKind kind;
        private final Optional<PlannedTripKey> planned;
        private final List<Consignment> goods = new ArrayList<>();
        private LocalDate earliest;
        private LocalDate latest;
        private long grams;

        Loading(TruckKind kind, Optional<PlannedTripKey> planned, LocalDate earliest, LocalDate latest) {
            this.kind = kind;
            this.planned = planned;
            this.earliest = earliest;
            this.latest = latest;
        }
    }

    Packed pack(List<Consignment> goods, List<PlannedTrip> counted) {
        List<Loading> trucks = new ArrayList<>(counted(counted));
        List<Proposal.Left> left = new ArrayList<>();
        goods.stream()
                .sorted(Comparator.comparing(Consignment::mass)
                        .reversed()
                        .thenComparing(Consignment::lastDay)
                        .thenComparing(one -> one.id().value()))
                .forEach(one -> reasonAgainst(one)
                        .ifPresentOrElse(
                                reason -> left.add(new Proposal.Left(one.id(), one.number(), one.mass(), reason)),
                                () -> put(one, trucks)));
        return new Packed(
                trucks.stream()
                        .filter(truck -> !truck.goods.isEmpty())
                        .map(this::cheapest)
                        .toList(),
                left);
    }

    /// The trucks of the plan, each once, in the days of its week.
    private List<Loading> counted(List<PlannedTrip> counted) {
        List<Loading> trucks = new ArrayList<>();
        for (PlannedTrip trip : counted) {
            Optional<TruckKind> kind = kinds.stream()
                    .filter(one -> one.id().equals(trip.truckKind()))
                    .findFirst();
            if (kind.isEmpty()) continue;
            IsoWeek week = trip.week();
            for (int i = 0; i < trip.trucks(); i++)
                trucks.add(new Loading(
                        kind.get(),
                        Optional.of(trip.key()),
                        week.monday().isBefore(first) ? first : week.monday(),
                        week.sunday().isAfter(last) ? last : week.sunday()));
        }
        return trucks;
    }

    private Optional<Proposal.Reason> reasonAgainst(Consignment one) {
        if (kinds.isEmpty()) return Optional.of(cold ? Proposal.Reason.NO_COLD_TRUCK : Proposal.Reason.TOO_HEAVY);
        if (one.mass().compareTo(largest().capacity()) > 0) return Optional.of(Proposal.Reason.TOO_HEAVY);
        boolean inTime = !latest(one, largest()).isBefore(earliest(one));
        return inTime ? Optional.empty() : Optional.of(Proposal.Reason.TOO_FAR_FOR_ITS_DAYS);
    }

    private TruckKind largest() {
        return kinds.stream().max(Comparator.comparing(TruckKind::capacity)).orElseThrow();
    }

    private LocalDate earliest(Consignment one) {
        return one.firstDay().isBefore(first) ? first : one.firstDay();
    }

    /// The last day to leave on, to be there on its last day.
    private LocalDate latest(Consignment one, TruckKind kind) {
        int days = kind.transitDays(ways.metres(one.from(), one.toSite().orElseThrow()));
        LocalDate latest = one.lastDay().minusDays(days);
        return latest.isAfter(last) ? last : latest;
    }

    private void put(Consignment one, List<Loading> trucks) {
        for (Loading truck : trucks)
            if (fits(one, truck)) {
                load(one, truck);
                return;
            }
        TruckKind kind = largest();
        var fresh = new Loading(kind, Optional.empty(), earliest(one), latest(one, kind));
        load(one, fresh);
        trucks.add(fresh);
    }

    private boolean fits(Consignment one, Loading truck) {
        LocalDate from = earliest(one).isAfter(truck.earliest) ? earliest(one) : truck.earliest;
        LocalDate until = latest(one, truck.kind).isBefore(truck.latest) ? latest(one, truck.kind) : truck.latest;
        return !until.isBefore(from)
                && truck.grams + one.mass().grams() <= truck.kind.capacity().grams()
                && truck.goods.size() < Trip.MOST_LOADS;
    }

    private void load(Consignment one, Loading truck) {
        if (earliest(one).isAfter(truck.earliest)) truck.earliest = earliest(one);
        if (latest(one, truck.kind).isBefore(truck.latest)) truck.latest = latest(one, truck.kind);
        truck.goods.add(one);
        truck.grams += one.mass().grams();
    }

    /// The plan's truck stays where it is filled as planned or better; a smaller one goes where it is enough and
    /// costs less.
    private Truck cheapest(Loading truck) {
        long metres = truck.goods.stream()
                .mapToLong(one ->
                        ways.metres(one.from(), one.toSite().orElseThrow()).metres())
                .max()
                .orElse(0);
        TruckKind kind = new Hires(kinds)
                .one(new Mass(truck.grams), cold, metres)
                .filter(one -> truck.goods.stream()
                        .noneMatch(goods -> latest(goods, one).isBefore(truck.earliest)))
                .orElse(truck.kind);
        return new Truck(kind, truck.earliest, truck.planned, truck.goods);
    }
}
