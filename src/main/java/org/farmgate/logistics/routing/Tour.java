package org.farmgate.logistics.routing;

import java.util.Arrays;

/// One vehicle's calls during the search, with what makes an insertion checkable at once. Whoever changes `stops`
/// calls `refresh`. A tour that is part of a kept solution is never changed; the search changes copies.
final class Tour {
    final int type;
    /// In which step of the search this copy was made; it may be changed in that step only.
    final long step;

    int size;
    int[] stops;
    /// When each call is left.
    int[] leave;
    /// When each call must begin at the latest, for all later ones to be in time.
    int[] latest;
    /// What is on board on the leg before each call, and on the last leg.
    int[] grams;
    int[] litres;
    /// The most on board up to a leg, and from a leg on.
    int[] gramsTo;
    int[] gramsFrom;
    int[] litresTo;
    int[] litresFrom;
    long metres;
    long driving;

    private static final int[] NONE = {};

    Tour(Model m, int type, long step, int room) {
        this.type = type;
        this.step = step;
        stops = new int[room];
        leave = m.timed ? new int[room] : NONE;
        latest = m.timed ? new int[room] : NONE;
        grams = new int[room + 1];
        gramsTo = new int[room + 1];
        gramsFrom = new int[room + 1];
        litres = m.bulky ? new int[room + 1] : NONE;
        litresTo = m.bulky ? new int[room + 1] : NONE;
        litresFrom = m.bulky ? new int[room + 1] : NONE;
    }

    Tour copy(Model m, long step) {
        Tour copy = new Tour(m, type, step, size + 4);
        copy.size = size;
        copy(stops, copy.stops, size);
        if (m.timed) {
            copy(leave, copy.leave, size);
            copy(latest, copy.latest, size);
        }
        copyLoads(copy, m.bulky);
        copy.metres = metres;
        copy.driving = driving;
        return copy;
    }

    private void copyLoads(Tour copy, boolean bulky) {
        copy(grams, copy.grams, size + 1);
        copy(gramsTo, copy.gramsTo, size + 1);
        copy(gramsFrom, copy.gramsFrom, size + 1);
        if (bulky) {
            copy(litres, copy.litres, size + 1);
            copy(litresTo, copy.litresTo, size + 1);
            copy(litresFrom, copy.litresFrom, size + 1);
        }
    }

    private static void copy(int[] from, int[] to, int length) {
        System.arraycopy(from, 0, to, 0, length);
    }

    void insert(int stop, int position) {
        if (size == stops.length) {
            grow(size + size / 2 + 4);
        }
        System.arraycopy(stops, position, stops, position + 1, size - position);
        stops[position] = stop;
        size++;
    }

    private void grow(int room) {
        stops = Arrays.copyOf(stops, room);
        leave = leave.length == 0 ? NONE : new int[room];
        latest = latest.length == 0 ? NONE : new int[room];
        grams = new int[room + 1];
        gramsTo = new int[room + 1];
        gramsFrom = new int[room + 1];
        if (litres.length > 0) {
            litres = new int[room + 1];
            litresTo = new int[room + 1];
            litresFrom = new int[room + 1];
        }
    }

    int positionOf(int stop) {
        int position = 0;
        while (stops[position] != stop) {
            position++;
        }
        return position;
    }

    /// Reckons everything from `stops` anew.
    void refresh(Model m) {
        refreshLegs(m);
        if (m.timed) {
            refreshTimes(m);
        }
        refreshLoads(m, m.grams, grams, gramsTo, gramsFrom);
        if (m.bulky) {
            refreshLoads(m, m.litres, litres, litresTo, litresFrom);
        }
    }

    private void refreshLegs(Model m) {
        int previous = m.startNode[type];
        metres = 0;
        driving = 0;
        for (int p = 0; p <= size; p++) {
            int next = p == size ? m.endNode[type] : stops[p];
            metres += m.metres[previous * m.nodes + next];
            driving += m.seconds[previous * m.nodes + next];
            previous = next;
        }
    }

    private void refreshTimes(Model m) {
        int previous = m.startNode[type];
        int time = m.opens[type];
        for (int p = 0; p < size; p++) {
            int stop = stops[p];
            time = Math.max(time + m.seconds[previous * m.nodes + stop], m.from[stop]) + m.service[stop];
            leave[p] = time;
            previous = stop;
        }
        int next = m.endNode[type];
        time = m.closes[type];
        for (int p = size - 1; p >= 0; p--) {
            int stop = stops[p];
            time = Math.min(time - m.seconds[stop * m.nodes + next] - m.service[stop], m.to[stop]);
            latest[p] = time;
            next = stop;
        }
    }

    private void refreshLoads(Model m, int[] load, int[] on, int[] upTo, int[] onwards) {
        int board = 0;
        for (int p = 0; p < size; p++) {
            int stop = stops[p];
            board += m.collected[stop] || m.partner[stop] >= 0 ? 0 : load[stop];
        }
        int most = board;
        on[0] = board;
        upTo[0] = board;
        for (int p = 0; p < size; p++) {
            int stop = stops[p];
            board += m.collected[stop] ? load[stop] : -load[stop];
            most = Math.max(most, board);
            on[p + 1] = board;
            upTo[p + 1] = most;
        }
        most = 0;
        for (int p = size; p >= 0; p--) {
            most = Math.max(most, on[p]);
            onwards[p] = most;
        }
    }
}
