package org.farmgate.trade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.Offer;
import org.springframework.stereotype.Component;

/// Promises follow the goods. What was promised as a forecast is promised as a lot once it is brought in:
/// older contracts first, each lot up to what of it is for sale and only where its grade is good enough.
/// When a harvest is taken off the market, what was promised of its lot falls back on the forecast it came
/// from.
///
/// Whole crops are not moved here: [Crops] counts them anew.
@Component
class BroughtIn {
    private final Harvests harvests;
    private final BackingStore backing;
    private final CommitmentStore commitments;
    private final ContractStore contracts;

    BroughtIn(Harvests harvests, BackingStore backing, CommitmentStore commitments, ContractStore contracts) {
        this.harvests = harvests;
        this.backing = backing;
        this.commitments = commitments;
        this.contracts = contracts;
    }

    /// What stands is read, not the news, and a lot takes no more than it has room for: hearing of the same
    /// harvest twice, or late, or after it was withdrawn, moves nothing.
    void bringIn(Collection<Harvest> brought) {
        List<Harvest> goods = brought.stream()
                .filter(harvest -> harvest.isOffered()
                        && harvest.forecast().isPresent()
                        && !harvest.offered().isZero())
                .toList();
        Set<CommitmentStore.Key> expected =
                goods.stream().map(BroughtIn::forecastKey).collect(Collectors.toSet());
        List<BackingStore.Row> promised =
                lock(expected, goods.stream().map(BroughtIn::lotKey).toList());
        if (promised.isEmpty()) return;
        Map<String, Mass> taken = commitments.committed(
                goods.stream().map(harvest -> Offer.keyOf(harvest.lot())).toList());
        Map<CommitmentStore.Key, List<Room>> rooms = new LinkedHashMap<>();
        for (Harvest harvest : goods)
            rooms.computeIfAbsent(forecastKey(harvest), _ -> new ArrayList<>())
                    .add(new Room(harvest, taken.getOrDefault(Offer.keyOf(harvest.lot()), Mass.ZERO)));
        move(allot(promised, rooms));
    }

    /// Those of them that are off the market; hearing of it twice moves nothing, for nothing stands on the
    /// lot then.
    void withdrawn(Collection<Harvest> harvests) {
        Map<CommitmentStore.Key, CommitmentStore.Key> forecasts = harvests.stream()
                .filter(harvest -> !harvest.isOffered() && harvest.forecast().isPresent())
                .collect(Collectors.toMap(BroughtIn::lotKey, BroughtIn::forecastKey));
        move(lock(forecasts.keySet(), forecasts.values()).stream()
                .map(row -> new Move(
                        row, Objects.requireNonNull(forecasts.get(row.key())).offerKey(), row.grams()))
                .toList());
    }

    /// Contracts one after the other and in order, as whoever decides about one does; then the offers; then
    /// it is read again what stands.
    private List<BackingStore.Row> lock(Set<CommitmentStore.Key> from, Collection<CommitmentStore.Key> to) {
        List<BackingStore.Row> before = backing.fixedOn(from);
        if (before.isEmpty()) return List.of();
        Map<String, BackingStore.Row> concerned = new TreeMap<>();
        before.forEach(row -> concerned.put(row.contract().toString(), row));
        concerned.values().forEach(row -> contracts.lock(row.origin(), row.contract()));
        Set<CommitmentStore.Key> offers = new HashSet<>(from);
        offers.addAll(to);
        commitments.hold(offers);
        return backing.fixedOn(from).stream()
                .filter(row -> concerned.containsKey(row.contract().toString()))
                .toList();
    }

    private record Move(BackingStore.Row row, String to, long grams) {}

    /// How much more may be promised of a lot.
    private static final class Room {
        private final Harvest harvest;
        private long left;

        Room(Harvest harvest, Mass taken) {
            this.harvest = harvest;
            this.left = harvest.offered().grams() - taken.grams();
        }

        long take(BackingStore.Row row, long wanted) {
            if (harvest.grade() > row.minimumGrade()) return 0;
            long taken = Math.max(0, Math.min(left, wanted));
            left -= taken;
            return taken;
        }
    }

    private static List<Move> allot(List<BackingStore.Row> promised, Map<CommitmentStore.Key, List<Room>> rooms) {
        List<Move> moves = new ArrayList<>();
        for (BackingStore.Row row : promised) {
            long wanted = row.grams();
            for (Room room : rooms.getOrDefault(row.key(), List.of())) {
                long taken = room.take(row, wanted);
                if (taken > 0) moves.add(new Move(row, Offer.keyOf(room.harvest.lot()), taken));
                wanted -= taken;
            }
        }
        return moves;
    }

    private void move(List<Move> moves) {
        if (moves.isEmpty()) return;
        Map<BackingStore.Row, Long> less = new LinkedHashMap<>();
        Map<CommitmentStore.Key, Long> promised = new HashMap<>();
        List<BackingStore.Row> more = new ArrayList<>();
        for (Move move : moves) {
            BackingStore.Row row = move.row();
            less.merge(row, move.grams(), Long::sum);
            promised.merge(row.key(), -move.grams(), Long::sum);
            promised.merge(new CommitmentStore.Key(row.origin(), move.to()), move.grams(), Long::sum);
            more.add(row.on(move.to(), move.grams()));
        }
        backing.shrink(less);
        backing.add(more);
        commitments.adjust(promised);
    }

    private static CommitmentStore.Key forecastKey(Harvest harvest) {
        return new CommitmentStore.Key(
                harvest.origin(), Offer.keyOf(harvest.forecast().orElseThrow()));
    }

    private static CommitmentStore.Key lotKey(Harvest harvest) {
        return new CommitmentStore.Key(harvest.origin(), Offer.keyOf(harvest.lot()));
    }
}
