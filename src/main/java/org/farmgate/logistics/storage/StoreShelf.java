package org.farmgate.logistics.storage;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.farmgate.measure.Mass;

/// What is in a store of a product, as far as one can know.
///
/// @param sold by day
/// @param underWay what has been sent and has not arrived
record StoreShelf(Mass onHand, Proposal.Basis basis, Mass underWay, SortedMap<LocalDate, Mass> sold) {
    /// What one can know of it, gathered day by day.
    static final class Gathering {
        private final SortedMap<LocalDate, Mass> sold = new TreeMap<>();
        private final TreeMap<LocalDate, Mass> left = new TreeMap<>();
        private final SortedMap<LocalDate, Mass> came = new TreeMap<>();
        private Mass underWay = Mass.ZERO;
        private Mass position = Mass.ZERO;

        void add(SellThrough row) {
            sold.put(row.day(), row.sold());
            row.left().ifPresent(mass -> left.put(row.day(), mass));
        }

        void add(ShipmentStore.Sent sent) {
            sent.arrivedOn()
                    .ifPresentOrElse(
                            day -> came.merge(day, sent.mass(), Mass::plus),
                            () -> underWay = underWay.plus(sent.mass()));
        }

        void add(Mass onHand) {
            position = position.plus(onHand);
        }

        /// Where somebody looked, that counts, with what was sold and came since; else stock's position
        /// where the store's goods are in stock; else what came less what was sold since the first of
        /// it.
        StoreShelf of(boolean inStock) {
            if (!left.isEmpty()) {
                LocalDate seen = left.lastKey();
                long since = sum(came.tailMap(seen.plusDays(1))) - sum(sold.tailMap(seen.plusDays(1)));
                return shelf(left.lastEntry().getValue().grams() + since, Proposal.Basis.REPORTED);
            }
            if (inStock) return shelf(position.grams(), Proposal.Basis.STOCK);
            long since = came.isEmpty() ? 0 : sum(came) - sum(sold.tailMap(came.firstKey()));
            return shelf(since, Proposal.Basis.DELIVERIES);
        }

        private StoreShelf shelf(long grams, Proposal.Basis basis) {
            return new StoreShelf(new Mass(Math.max(0, grams)), basis, underWay, sold);
        }

        private static long sum(SortedMap<LocalDate, Mass> days) {
            return days.values().stream().mapToLong(Mass::grams).sum();
        }
    }
}
