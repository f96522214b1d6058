package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/// A price for each supply group at its origin, for each demand group at its city, and for room in each
/// warehouse week, in whole fen per tonne: the multipliers of the relaxation, in the words of a market.
///
/// A row's own multiplier follows: what the price lies above its floor (below its bid), never less than
/// nothing; for a locked part the plain difference, as it must ship whatever the price.
record Prices(long[] supply, long[] demand, long[] room) {

    /// The certified part of the bound that does not look at any lane: Σ multiplier × mass, in microfen.
    long fixedMicrofen(Market market) {
        long sum = 0;
        for (int p = 0; p < market.supplies.partCount(); p++) {
            sum = Math.addExact(
                    sum,
                    Math.multiplyExact(
                            supplyRent(market, p), market.supplies.part(p).grams()));
        }
        for (int p = 0; p < market.demands.partCount(); p++) {
            sum = Math.addExact(
                    sum,
                    Math.multiplyExact(
                            demandRent(market, p), market.demands.part(p).grams()));
        }
        for (int r = 0; r < room.length; r++) {
            long capacity = market.season.warehouses().get(r / market.weeks).capacityGrams();
            sum = Math.addExact(sum, Math.multiplyExact(room[r], capacity));
        }
        return sum;
    }

    private long supplyRent(Market market, int part) {
        long rent = supply[market.supplies.groupOf(part)]
                - market.supplies.part(part).price();
        return market.supplies.part(part).lock() >= 0 ? rent : Math.max(0, rent);
    }

    private long demandRent(Market market, int part) {
        long rent = market.demands.part(part).price() - demand[market.demands.groupOf(part)];
        return market.demands.part(part).lock() >= 0 ? rent : Math.max(0, rent);
    }

    /// What room costs in all weeks that goods lie there.
    long roomFenPerTonne(int warehouse, int weeks, int arrival, int leaving) {
        long sum = 0;
        for (int t = arrival; t <= leaving; t++) {
            sum += room[warehouse * weeks + t];
        }
        return sum;
    }

    /// The same multipliers by row, as the caller gets them.
    Certificate certificate(Market market) {
        List<Long> rows =
                new ArrayList<>(Collections.nCopies(market.season.supplies().size(), 0L));
        List<Long> wanted =
                new ArrayList<>(Collections.nCopies(market.season.demands().size(), 0L));
        List<Long> locks = new ArrayList<>(Collections.nCopies(market.book.ruleCount(), 0L));
        for (int p = 0; p < market.supplies.partCount(); p++) {
            Groups.Part part = market.supplies.part(p);
            if (part.lock() >= 0) {
                locks.set(part.lock(), locks.get(part.lock()) + supplyRent(market, p));
            } else {
                rows.set(part.row(), supplyRent(market, p));
            }
        }
        for (int p = 0; p < market.demands.partCount(); p++) {
            Groups.Part part = market.demands.part(p);
            if (part.lock() >= 0) {
                locks.set(part.lock(), locks.get(part.lock()) + demandRent(market, p));
            } else {
                wanted.set(part.row(), demandRent(market, p));
            }
        }
        return new Certificate(rows, wanted, LongStream.of(room).boxed().toList(), locks);
    }
}
