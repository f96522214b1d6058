package org.farmgate.logistics.routing;

import org.farmgate.logistics.routing.LeftOut.Reason;

/// Why a stop cannot be served, were all vehicles free for it.
final class Reasons {
    private final Model m;

    Reasons(Model m) {
        this.m = m;
    }

    /// FLEET_TOO_SMALL when some vehicle could serve the stop (with its partner) if it had nothing else to do.
    Reason of(int stop) {
        Reason alone = narrow(stop, stop);
        int partner = m.partner[stop];
        if (alone != Reason.FLEET_TOO_SMALL || partner < 0) {
            return alone;
        }
        if (narrow(partner, partner) != Reason.FLEET_TOO_SMALL) {
            return Reason.PARTNER_LEFT_OUT;
        }
        int lead = m.lead(stop);
        return narrow(lead, m.partner[lead]);
    }

    /// Narrows the vehicles down, want by want, until none is left. First and last are the same, or ends of a transfer.
    private Reason narrow(int first, int last) {
        if (m.types == 0) {
            return Reason.NO_VEHICLE;
        }
        boolean cold = m.cold[first] || m.cold[last];
        Reason furthest = Reason.NO_COLD_VEHICLE;
        for (int v = 0; v < m.types; v++) {
            Reason stuck = stuck(v, first, last, cold);
            if (stuck == Reason.FLEET_TOO_SMALL) {
                return stuck;
            }
            if (stuck.compareTo(furthest) > 0) {
                furthest = stuck;
            }
        }
        return furthest;
    }

    /// The first want this vehicle does not meet.
    private Reason stuck(int v, int first, int last, boolean cold) {
        if (cold && !m.coldType[v]) {
            return Reason.NO_COLD_VEHICLE;
        }
        if (m.grams[first] > m.capacityGrams[v]) {
            return Reason.TOO_HEAVY;
        }
        if (m.litres[first] > m.capacityLitres[v]) {
            return Reason.TOO_BULKY;
        }
        int[] calls = first == last ? new int[] {first} : new int[] {first, last};
        long time = m.opens[v];
        long driving = 0;
        int previous = m.startNode[v];
        for (int stop : calls) {
            int leg = m.seconds[previous * m.nodes + stop];
            driving += leg;
            time = Math.max(time + leg, m.from[stop]);
            if (time > m.to[stop]) {
                return Reason.NOT_IN_TIME;
            }
            time += m.service[stop];
            previous = stop;
        }
        int home = m.seconds[previous * m.nodes + m.endNode[v]];
        if (time + home > m.closes[v]) {
            return Reason.NOT_IN_TIME;
        }
        return driving + home > m.longestDriving[v] ? Reason.TOO_FAR_TO_DRIVE : Reason.FLEET_TOO_SMALL;
    }
}
