package org.farmgate.logistics.routing;

/// Puts absent requests back one by one, each at its cheapest place, blind to one place in a hundred.
final class Recreate {
    private static final int BLIND_ONCE_IN = 100;

    private final Draft draft;
    private final Model m;
    private final Dice dice;
    private final Tour[] blank;
    private final long[] key;
    private final int[] away;

    /// No more tours than these are opened.
    private int mostTours = Integer.MAX_VALUE;

    private long bestCost;
    private int bestTour;
    private int bestType;
    private int bestPosition;
    private int bestDrop;

    Recreate(Draft draft, Dice dice) {
        this.draft = draft;
        this.m = draft.m;
        this.dice = dice;
        key = new long[m.stops];
        blank = new Tour[m.types];
        for (int v = 0; v < m.types; v++) {
            blank[v] = new Tour(m, v, -1, 0);
            blank[v].refresh(m);
        }
        away = new int[m.stops];
        for (int i = 0; i < m.stops; i++) {
            away[i] = Integer.MAX_VALUE;
            for (int v = 0; v < m.types; v++) {
                away[i] = Math.min(away[i], m.metres[m.startNode[v] * m.nodes + i]);
            }
        }
    }

    void allow(int tours) {
        mostTours = tours;
    }

    void recreate() {
        sort();
        int left = 0;
        int waiting = draft.absentSize;
        for (int i = 0; i < waiting; i++) {
            int lead = draft.absent[i];
            if (!place(lead)) {
                draft.absent[left++] = lead;
            }
        }
        draft.absentSize = left;
    }

    private void sort() {
        int way = dice.below(m.timed ? 17 : 11);
        int[] absent = draft.absent;
        for (int i = 0; i < draft.absentSize; i++) {
            int lead = absent[i];
            long wish = wish(lead, way);
            int p = i;
            while (p > 0 && key[p - 1] > wish) {
                key[p] = key[p - 1];
                absent[p] = absent[p - 1];
                p--;
            }
            key[p] = wish;
            absent[p] = lead;
        }
    }

    /// The smaller the sooner. By chance 4, the largest first 4, the farthest 2, the nearest 1; where time counts, the
    /// narrowest window 2, the earliest opening 2, the latest closing 2.
    private long wish(int lead, int way) {
        if (way < 4) {
            return dice.below(Integer.MAX_VALUE);
        }
        if (way < 8) {
            return -(long) m.grams[lead] - m.litres[lead];
        }
        if (way < 10) {
            return -away[lead];
        }
        if (way < 11) {
            return away[lead];
        }
        if (way < 13) {
            return m.to[lead] - (long) m.from[lead];
        }
        return way < 15 ? m.from[lead] : -m.to[lead];
    }

    private boolean place(int lead) {
        bestCost = Long.MAX_VALUE;
        boolean single = m.partner[lead] < 0;
        for (int i = 0; i < draft.size; i++) {
            bestTour = tryTour(draft.tours[i], lead, single, 0) ? i : bestTour;
        }
        for (int v = 0; v < m.types && draft.size < mostTours; v++) {
            boolean free = draft.used[v] < m.count[v];
            boolean sameAsEarlier = m.twin[v] >= 0 && draft.used[m.twin[v]] < m.count[m.twin[v]];
            if (free && !sameAsEarlier) {
                long empty = m.metreCost[v] * blank[v].metres;
                if (tryTour(blank[v], lead, single, m.tripCost[v] + empty)) {
                    bestTour = -1;
                    bestType = v;
                }
            }
        }
        if (bestCost == Long.MAX_VALUE) {
            return false;
        }
        int index = bestTour >= 0 ? bestTour : draft.open(bestType);
        draft.insert(index, lead, bestPosition);
        if (!single) {
            draft.insert(index, m.partner[lead], bestDrop + 1);
        }
        draft.tours[index].refresh(m);
        return true;
    }

    private boolean tryTour(Tour tour, int lead, boolean single, long extra) {
        int type = tour.type;
        if (m.cold[lead] && !m.coldType[type]) {
            return false;
        }
        return single ? trySingle(tour, lead, extra) : tryPair(tour, lead, m.partner[lead], extra);
    }

    /// Looks for a place cheaper than the best so far; true when there is one.
    private boolean trySingle(Tour tour, int stop, long extra) {
        int type = tour.type;
        int size = tour.size;
        boolean taken = m.collected[stop];
        int roomGrams = m.capacityGrams[type] - m.grams[stop];
        int roomLitres = m.capacityLitres[type] - m.litres[stop];
        int[] grams = taken ? tour.gramsFrom : tour.gramsTo;
        int[] litres = taken ? tour.litresFrom : tour.litresTo;
        int end = taken ? size : 0;
        if (grams[end] > roomGrams || (m.bulky && litres[end] > roomLitres)) {
            return false;
        }
        boolean found = false;
        int previous = m.startNode[type];
        int time = m.opens[type];
        int row = stop * m.nodes;
        long rate = m.metreCost[type];
        for (int p = 0; p <= size; p++) {
            int next = p == size ? m.endNode[type] : tour.stops[p];
            int here = previous * m.nodes;
            long cost = extra + rate * ((long) m.metres[here + stop] + m.metres[row + next] - m.metres[here + next]);
            if (cost < bestCost
                    && !dice.onceIn(BLIND_ONCE_IN)
                    && grams[p] <= roomGrams
                    && (!m.bulky || litres[p] <= roomLitres)
                    && (!m.timed || inTime(tour, stop, p, previous, next, time))
                    && (!m.drivingLimited || drives(tour, stop, previous, next))) {
                bestCost = cost;
                bestPosition = p;
                found = true;
            }
            if (p < size) {
                previous = next;
                time = m.timed ? tour.leave[p] : 0;
                if (time > m.to[stop]) {
                    break;
                }
            }
        }
        return found;
    }

    private boolean inTime(Tour tour, int stop, int p, int previous, int next, int time) {
        int begin = Math.max(time + m.seconds[previous * m.nodes + stop], m.from[stop]);
        if (begin > m.to[stop]) {
            return false;
        }
        int there = begin + m.service[stop] + m.seconds[stop * m.nodes + next];
        return there <= (p == tour.size ? m.closes[tour.type] : tour.latest[p]);
    }

    private boolean drives(Tour tour, int stop, int previous, int next) {
        long longer = (long) m.seconds[previous * m.nodes + stop]
                + m.seconds[stop * m.nodes + next]
                - m.seconds[previous * m.nodes + next];
        return tour.driving + longer <= m.longestDriving[tour.type];
    }

    /// The collection before position `bestPosition`, the delivery before what was at `bestDrop`.
    private boolean tryPair(Tour tour, int a, int b, long extra) {
        int type = tour.type;
        if (m.cold[b] && !m.coldType[type]) {
            return false;
        }
        boolean found = false;
        int previous = m.startNode[type];
        int time = m.opens[type];
        for (int i = 0; i <= tour.size; i++) {
            if (m.timed && time > m.to[a]) {
                break;
            }
            if (!dice.onceIn(BLIND_ONCE_IN)) {
                found |= tryDrops(tour, a, b, i, previous, time, extra);
            }
            if (i < tour.size) {
                previous = tour.stops[i];
                time = m.timed ? tour.leave[i] : 0;
            }
        }
        return found;
    }

    private boolean tryDrops(Tour tour, int a, int b, int i, int before, int leaves, long extra) {
        int type = tour.type;
        int n = m.nodes;
        int next = i == tour.size ? m.endNode[type] : tour.stops[i];
        long begin = Math.max((long) leaves + m.seconds[before * n + a], m.from[a]);
        if (m.timed && begin > m.to[a]) {
            return false;
        }
        long taking = (long) m.metres[before * n + a] + m.metres[a * n + next] - m.metres[before * n + next];
        long takingSeconds = (long) m.seconds[before * n + a] + m.seconds[a * n + next] - m.seconds[before * n + next];
        boolean found = false;
        int previous = a;
        long time = begin + m.service[a];
        for (int j = i; j <= tour.size; j++) {
            if (tour.grams[j] + m.grams[a] > m.capacityGrams[type]
                    || (m.bulky && tour.litres[j] + m.litres[a] > m.capacityLitres[type])) {
                break;
            }
            next = j == tour.size ? m.endNode[type] : tour.stops[j];
            long detour = (long) m.metres[previous * n + b] + m.metres[b * n + next] - m.metres[previous * n + next];
            long cost = extra + m.metreCost[type] * (taking + detour);
            if (cost < bestCost && !dice.onceIn(BLIND_ONCE_IN)) {
                long longer = takingSeconds
                        + m.seconds[previous * n + b]
                        + m.seconds[b * n + next]
                        - m.seconds[previous * n + next];
                boolean drives = tour.driving + longer <= m.longestDriving[type];
                if (drives && (!m.timed || dropsInTime(tour, b, j, previous, next, time))) {
                    bestCost = cost;
                    bestPosition = i;
                    bestDrop = j;
                    found = true;
                }
            }
            if (j < tour.size) {
                if (m.timed) {
                    long then = Math.max(time + m.seconds[previous * n + next], m.from[next]);
                    if (then > tour.latest[j] || time > m.to[b]) {
                        break;
                    }
                    time = then + m.service[next];
                }
                previous = next;
            }
        }
        return found;
    }

    private boolean dropsInTime(Tour tour, int b, int j, int previous, int next, long time) {
        long begin = Math.max(time + m.seconds[previous * m.nodes + b], m.from[b]);
        if (begin > m.to[b]) {
            return false;
        }
        long there = begin + m.service[b] + m.seconds[b * m.nodes + next];
        return there <= (j == tour.size ? m.closes[tour.type] : tour.latest[j]);
    }
}
