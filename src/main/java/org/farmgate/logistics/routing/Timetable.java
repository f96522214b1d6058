package org.farmgate.logistics.routing;

import java.util.ArrayList;
import java.util.List;

/// Writes calls in an order down as a route, with its times and loads. Late calls stay late.
final class Timetable {
    private final Model m;

    Timetable(Model m) {
        this.m = m;
    }

    Route route(int type, int number, int[] stops, int size) {
        long grams = 0;
        long litres = 0;
        for (int p = 0; p < size; p++) {
            if (!m.collected[stops[p]] && m.partner[stops[p]] < 0) {
                grams += m.grams[stops[p]];
                litres += m.litres[stops[p]];
            }
        }
        long gramsAtDeparture = grams;
        long litresAtDeparture = litres;
        int previous = m.startNode[type];
        int depart = m.opens[type];
        if (size > 0) {
            int first = m.seconds[previous * m.nodes + stops[0]];
            depart = Math.max(depart, m.from[stops[0]] - first);
        }
        int time = depart;
        long metres = 0;
        long driving = 0;
        List<Visit> visits = new ArrayList<>(size);
        for (int p = 0; p < size; p++) {
            int stop = stops[p];
            int leg = previous * m.nodes + stop;
            int arrive = time + m.seconds[leg];
            int begin = Math.max(arrive, m.from[stop]);
            time = begin + m.service[stop];
            metres += m.metres[leg];
            driving += m.seconds[leg];
            grams += m.collected[stop] ? m.grams[stop] : -m.grams[stop];
            litres += m.collected[stop] ? m.litres[stop] : -m.litres[stop];
            visits.add(new Visit(m.key(stop), arrive, begin, time, grams, litres));
            previous = stop;
        }
        int last = previous * m.nodes + m.endNode[type];
        metres += m.metres[last];
        driving += m.seconds[last];
        return new Route(
                m.problem.vehicles().get(type).key(),
                number,
                visits,
                depart,
                time + m.seconds[last],
                gramsAtDeparture,
                litresAtDeparture,
                metres,
                driving,
                m.tripCost[type] + metres * m.metreCost[type]);
    }
}
