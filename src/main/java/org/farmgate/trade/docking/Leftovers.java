package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists what stays behind, row by row, each with its reason.
final class Leftovers {
    private final Season season;
    private final Reasons reasons;
    /// The same, as if nothing were forbidden; null when nothing is.
    private final @Nullable Market free;
    private final @Nullable Reasons freeReasons;
    private final int[] supplyGroup;
    private final int[] demandGroup;
    private final int[] freeSupplyGroup;
    private final int[] freeDemandGroup;

    Leftovers(Market market, Loads loads, Locks locks) {
        this.season = market.season;
        this.reasons = new Reasons(market, loads);
        this.supplyGroup = groupOfRow(market.supplies, season.supplies().size());
        this.demandGroup = groupOfRow(market.demands, season.demands().size());
        boolean forbids = locks.rules().stream()
                .anyMatch(r -> !(r instanceof LockRule.ShipPair
                        || r instanceof LockRule.ShipSupply
                        || r instanceof LockRule.ShipDemand));
        this.free = forbids ? new Market(season, Locks.NONE) : null;
        this.freeReasons = free == null ? null : new Reasons(free, new Loads(free));
        this.freeSupplyGroup = free == null ? supplyGroup : groupOfRow(free.supplies, supplyGroup.length);
        this.freeDemandGroup = free == null ? demandGroup : groupOfRow(free.demands, demandGroup.length);
    }

    private static int[] groupOfRow(Groups groups, int rows) {
        int[] group = new int[rows];
        java.util.Arrays.fill(group, -1);
        for (int p = 0; p < groups.partCount(); p++) {
            if (group[groups.part(p).row()] < 0 || groups.part(p).lock() < 0) {
                group[groups.part(p).row()] = groups.groupOf(p);
            }
        }
        return group;
    }

    List<Plan.Unsold> unsold(List<Shipment> shipments) {
        long[] left = season.supplies().stream().mapToLong(Supply::grams).toArray();
        shipments.forEach(s -> left[s.supply()] -= s.grams());
        List<Plan.Unsold> list = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0) {
                list.add(new Plan.Unsold(season.supplies().get(i).key(), left[i], unsold(i)));
            }
        }
        return list;
    }

    private UnsoldReason unsold(int row) {
        if (supplyGroup[row] < 0) {
            return UnsoldReason.FORBIDDEN;
        }
        long floor = season.supplies().get(row).floorFenPerTonne();
        UnsoldReason reason = reasons.unsold(supplyGroup[row], floor);
        boolean noPartner = reason.ordinal() <= UnsoldReason.PRICE_TOO_LOW.ordinal();
        boolean byForbidding = noPartner
                && freeReasons != null
                && freeReasons.unsold(freeSupplyGroup[row], floor).ordinal() > reason.ordinal();
        return byForbidding ? UnsoldReason.FORBIDDEN : reason;
    }

    List<Plan.Unmet> unmet(List<Shipment> shipments) {
        long[] left = season.demands().stream().mapToLong(Demand::grams).toArray();
        shipments.forEach(s -> left[s.demand()] -= s.grams());
        List<Plan.Unmet> list = new ArrayList<>();
        for (int j = 0; j < left.length; j++) {
            if (left[j] > 0) {
                list.add(new Plan.Unmet(season.demands().get(j).key(), left[j], unmet(j)));
            }
        }
        return list;
    }

    private UnmetReason unmet(int row) {
        if (demandGroup[row] < 0) {
            return UnmetReason.FORBIDDEN;
        }
        Demand d = season.demands().get(row);
        long bid = d.highestFenPerTonne() - d.lastLegFenPerTonne();
        UnmetReason reason = reasons.unmet(demandGroup[row], bid);
        boolean noPartner = reason.ordinal() <= UnmetReason.PRICE_TOO_LOW.ordinal();
        boolean byForbidding = noPartner
                && freeReasons != null
                && freeReasons.unmet(freeDemandGroup[row], bid).ordinal() > reason.ordinal();
        return byForbidding ? UnmetReason.FORBIDDEN : reason;
    }
}
