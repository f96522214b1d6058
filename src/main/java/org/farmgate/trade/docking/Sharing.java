package org.farmgate.trade.docking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Hands what a group sold or got down to its rows. Lower floors sell first (higher bids are served first); rows
/// of equal floor are equals, and share in proportion to their mass, to the gram by largest remainders.
final class Sharing {
    private final Market market;

    Sharing(Market market) {
        this.market = market;
    }

    private record Piece(int laneWeek, Loads.Item item, int supplyPart, int demandPart, long grams) {}

    /// Shares out. Where a row would have to sell below its floor, which can happen at the edge of a group's
    /// price curve, that mass is taken off the loads (it earned nothing), and everything is shared out again.
    List<Shipment> shipments(Loads loads) {
        while (true) {
            List<Piece> pieces = pieces(loads);
            List<Piece> losing = pieces.stream().filter(this::loses).toList();
            if (losing.isEmpty()) {
                return merge(pieces);
            }
            losing.forEach(p -> loads.trim(p.laneWeek, p.item.supply(), p.item.way(), p.grams));
            losing.forEach(p -> loads.settle(p.laneWeek));
            loads.commit();
        }
    }

    private boolean loses(Piece piece) {
        Groups.Part from = market.supplies.part(piece.supplyPart);
        Groups.Part to = market.demands.part(piece.demandPart);
        return from.lock() < 0
                && to.lock() < 0
                && to.price() - from.price() - piece.item.way().fenPerTonne() < 0;
    }

    private List<Piece> pieces(Loads loads) {
        Cursor supplies = new Cursor(market.supplies, loads.sold, true);
        Cursor demands = new Cursor(market.demands, loads.served, false);
        List<Piece> pieces = new ArrayList<>();
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
                    pieces.add(new Piece(lw, item, from, to, take));
                }
            }
        }
        return pieces;
    }

    private List<Shipment> merge(List<Piece> pieces) {
        Map<Shipment, Long> grams = new LinkedHashMap<>();
        for (Piece p : pieces) {
            int supply = market.supplies.part(p.supplyPart).row();
            int demand = market.demands.part(p.demandPart).row();
            int leaving = p.item.way().leavingWeek();
            Shipment key =
                    new Shipment(supply, demand, p.laneWeek / market.weeks, p.laneWeek % market.weeks, leaving, 0);
            grams.merge(key, p.grams, Long::sum);
        }
        List<Shipment> list = new ArrayList<>();
        grams.forEach(
                (k, mass) -> list.add(new Shipment(k.supply(), k.demand(), k.lane(), k.week(), k.leavingWeek(), mass)));
        return list;
    }

    /// Walks the parts of each group while their quotas last, lowest price first on both sides: low floors meet
    /// low bids, so that high floors meet the high ones they need.
    private static final class Cursor {
        private final Groups groups;
        private final long[] left;
        private final int[] at;
        private final boolean forward;

        Cursor(Groups groups, long[] moved, boolean supplies) {
            this.groups = groups;
            this.forward = supplies;
            this.left = new long[groups.partCount()];
            this.at = new int[groups.count()];
            for (int g = 0; g < groups.count(); g++) {
                quotas(groups, g, moved[g], supplies, left);
                at[g] = forward ? 0 : groups.members[g].length - 1;
            }
        }

        int part(int group) {
            while (left[groups.members[group][at[group]]] == 0) {
                at[group] += forward ? 1 : -1;
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
