package org.farmgate.trade.docking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Hands what a group sold or got down to its rows. Lower floors sell first (higher bids are served first); rows of
/// equal
/// floor are equals, and share in proportion to their mass, to the gram by largest remainders.
final class Sharing {
    private final Market market;

    Sharing(Market market) {
        this.market = market;
    }

    List<Shipment> shipments(Loads loads) {
        Cursor supplies = new Cursor(market.supplies, loads.sold, true);
        Cursor demands = new Cursor(market.demands, loads.served, false);
        Map<Shipment, Long> grams = new LinkedHashMap<>();
        int laneWeeks = market.menus.length * market.weeks;
        for (int lw = 0; lw < laneWeeks; lw++) {
            for (Loads.Item item : loads.items(lw)) {
                long left = item.grams();
                while (left > 0) {
                    int from = supplies.part(item.supply());
                    int to = demands.part(item.way().demand());
                    long take = Math.min(left, Math.min(supplies.left[from], demands.left[to]));
                    supplies.left[from] -= take;
                    demands.left[to] -= take;
                    left -= take;
                    Shipment key = new Shipment(
                            market.supplies.part(from).row(),
                            market.demands.part(to).row(),
                            lw / market.weeks,
                            lw % market.weeks,
                            item.way().leavingWeek(),
                            0);
                    grams.merge(key, take, Long::sum);
                }
            }
        }
        List<Shipment> list = new ArrayList<>();
        grams.forEach(
                (k, mass) -> list.add(new Shipment(k.supply(), k.demand(), k.lane(), k.week(), k.leavingWeek(), mass)));
        return list;
    }

    /// Walks the parts of each group while their quotas last.
    private static final class Cursor {
        private final Groups groups;
        private final long[] left;
        private final int[] at;

        Cursor(Groups groups, long[] moved, boolean equalShares) {
            this.groups = groups;
            this.left = new long[groups.partCount()];
            this.at = new int[groups.count()];
            for (int g = 0; g < groups.count(); g++) {
                quotas(groups, g, moved[g], equalShares, left);
            }
        }

        int part(int group) {
            while (left[groups.members[group][at[group]]] == 0) {
                at[group]++;
            }
            return groups.members[group][at[group]];
        }
    }

    private static void quotas(Groups groups, int group, long moved, boolean equalShares, long[] quota) {
        int[] members = groups.members[group];
        long left = moved;
        int from = 0;
        while (from < members.length && left > 0) {
            int to = from + 1;
            long price = groups.part(members[from]).price();
            while (equalShares
                    && to < members.length
                    && groups.part(members[to]).price() == price) {
                to++;
            }
            int[] equals = Arrays.copyOfRange(members, from, to);
            long mass =
                    Arrays.stream(equals).mapToLong(p -> groups.part(p).grams()).sum();
            left -= share(groups, equals, mass, Math.min(left, mass), quota);
            from = to;
        }
    }

    /// Largest remainders; ties go to the earlier row.
    private static long share(Groups groups, int[] equals, long mass, long moved, long[] quota) {
        long given = 0;
        List<Integer> byRemainder = new ArrayList<>();
        long[] remainder = new long[equals.length];
        for (int i = 0; i < equals.length; i++) {
            long grams = groups.part(equals[i]).grams();
            BigInteger[] exact = BigInteger.valueOf(moved)
                    .multiply(BigInteger.valueOf(grams))
                    .divideAndRemainder(BigInteger.valueOf(mass));
            quota[equals[i]] = exact[0].longValueExact();
            remainder[i] = exact[1].longValueExact();
            given += quota[equals[i]];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingLong((Integer i) -> -remainder[i]));
        for (int i = 0; i < moved - given; i++) {
            quota[equals[byRemainder.get(i)]]++;
        }
        return moved;
    }
}
