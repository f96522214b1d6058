package org.farmgate.logistics.routing;

import java.util.Arrays;
import java.util.List;
import org.farmgate.logistics.routing.RoutingFault.Kind;

/// One lane of the dispatcher's board, reckoned through.
final class LaneSheet {
    private final Model m;
    final int type;
    final int number;
    final int[] stops;
    /// When each call begins, late or not.
    final long[] begin;
    final long back;
    final long metres;
    final long driving;
    final long cost;
    private final long mostGrams;
    private final long mostLitres;

    LaneSheet(Model m, int type, int number, int[] stops) {
        this.m = m;
        this.type = type;
        this.number = number;
        this.stops = stops;
        begin = new long[stops.length];
        long grams = 0;
        long litres = 0;
        for (int stop : stops) {
            if (!m.collected[stop] && m.partner[stop] < 0) {
                grams += m.grams[stop];
                litres += m.litres[stop];
            }
        }
        long heaviest = grams;
        long bulkiest = litres;
        long time = m.opens[type];
        long length = 0;
        long wheel = 0;
        int previous = m.startNode[type];
        for (int p = 0; p < stops.length; p++) {
            int stop = stops[p];
            int leg = previous * m.nodes + stop;
            length += m.metres[leg];
            wheel += m.seconds[leg];
            begin[p] = Math.max(time + m.seconds[leg], m.from[stop]);
            time = begin[p] + m.service[stop];
            grams += m.collected[stop] ? m.grams[stop] : -m.grams[stop];
            litres += m.collected[stop] ? m.litres[stop] : -m.litres[stop];
            heaviest = Math.max(heaviest, grams);
            bulkiest = Math.max(bulkiest, litres);
            previous = stop;
        }
        int home = previous * m.nodes + m.endNode[type];
        boolean used = stops.length > 0;
        back = time + m.seconds[home];
        metres = used ? length + m.metres[home] : 0;
        driving = used ? wheel + m.seconds[home] : 0;
        cost = used ? m.tripCost[type] + m.metreCost[type] * metres : 0;
        mostGrams = heaviest;
        mostLitres = bulkiest;
    }

    Lane lane() {
        return new Lane(
                m.problem.vehicles().get(type).key(),
                number,
                Arrays.stream(stops).mapToObj(m::key).toList());
    }

    LaneSheet with(int stop, int position) {
        int[] more = new int[stops.length + 1];
        System.arraycopy(stops, 0, more, 0, position);
        more[position] = stop;
        System.arraycopy(stops, position, more, position + 1, stops.length - position);
        return new LaneSheet(m, type, number, more);
    }

    LaneSheet without(int stop) {
        int[] fewer = new int[stops.length - 1];
        int at = 0;
        for (int s : stops) {
            if (s != stop) {
                fewer[at++] = s;
            }
        }
        return new LaneSheet(m, type, number, fewer);
    }

    void addFaults(List<RoutingFault> faults) {
        if (stops.length == 0) {
            return;
        }
        for (int p = 0; p < stops.length; p++) {
            int stop = stops[p];
            add(faults, Kind.TOO_LATE, stop, begin[p] - m.to[stop]);
            if (m.cold[stop] && !m.coldType[type]) {
                faults.add(new RoutingFault(Kind.NOT_COLD, m.key(stop), 0));
            }
            if (m.partner[stop] >= 0) {
                addTransfer(faults, stop, p);
            }
        }
        add(faults, Kind.TOO_HEAVY, -1, mostGrams - m.capacityGrams[type]);
        add(faults, Kind.TOO_BULKY, -1, mostLitres - m.capacityLitres[type]);
        add(faults, Kind.BACK_TOO_LATE, -1, back - m.closes[type]);
        add(faults, Kind.DRIVES_TOO_LONG, -1, driving - m.longestDriving[type]);
    }

    private void addTransfer(List<RoutingFault> faults, int stop, int position) {
        int other = 0;
        while (other < stops.length && stops[other] != m.partner[stop]) {
            other++;
        }
        if (other == stops.length) {
            faults.add(new RoutingFault(Kind.TRANSFER_TORN, m.key(stop), 0));
        } else if (m.collected[stop] && other < position) {
            faults.add(new RoutingFault(Kind.TRANSFER_REVERSED, m.key(stop), 0));
        }
    }

    private void add(List<RoutingFault> faults, Kind kind, int stop, long by) {
        if (by > 0) {
            String about = stop < 0 ? m.problem.vehicles().get(type).key() + "/" + number : m.key(stop);
            faults.add(new RoutingFault(kind, about, by));
        }
    }
}
