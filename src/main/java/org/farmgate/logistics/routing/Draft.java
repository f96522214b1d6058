package org.farmgate.logistics.routing;

import java.util.Arrays;
import java.util.List;

/// The plan under change during a search: tours and absent requests, of which one step can be undone.
final class Draft {
    final Model m;
    Tour[] tours;
    int size;
    /// Index of the stop's tour, or −1.
    final int[] tourOf;
    final int[] used;
    /// Leads of the requests that are in no tour.
    int[] absent;
    int absentSize;
    long step;

    private Tour[] keptTours;
    private int keptSize;
    private int[] keptAbsent;
    private int keptAbsentSize;

    Draft(Model m, int[] requests) {
        this.m = m;
        tours = new Tour[16];
        keptTours = new Tour[16];
        tourOf = new int[m.stops];
        Arrays.fill(tourOf, -1);
        used = new int[m.types];
        absent = Arrays.copyOf(requests, requests.length);
        absentSize = requests.length;
        keptAbsent = new int[requests.length];
    }

    /// Opens the next step; whatever changes from here on can be undone.
    void begin() {
        step++;
        if (keptTours.length < size) {
            keptTours = new Tour[tours.length];
        }
        System.arraycopy(tours, 0, keptTours, 0, size);
        keptSize = size;
        System.arraycopy(absent, 0, keptAbsent, 0, absentSize);
        keptAbsentSize = absentSize;
    }

    void undo() {
        for (int i = 0; i < size; i++) {
            Tour tour = tours[i];
            if (tour.step == step) {
                for (int p = 0; p < tour.size; p++) {
                    tourOf[tour.stops[p]] = -1;
                }
            }
            used[tour.type]--;
        }
        for (int i = 0; i < keptSize; i++) {
            if (i >= size || tours[i] != keptTours[i]) {
                tours[i] = keptTours[i];
                number(i);
            }
            used[tours[i].type]++;
        }
        size = keptSize;
        absentSize = keptAbsentSize;
        System.arraycopy(keptAbsent, 0, absent, 0, absentSize);
    }

    private void number(int index) {
        Tour tour = tours[index];
        for (int p = 0; p < tour.size; p++) {
            tourOf[tour.stops[p]] = index;
        }
    }

    /// The tour, as a copy that may be changed in this step.
    Tour editable(int index) {
        Tour tour = tours[index];
        if (tour.step != step) {
            tour = tour.copy(m, step);
            tours[index] = tour;
        }
        return tour;
    }

    /// Takes an empty tour of the kind in.
    int open(int type) {
        if (size == tours.length) {
            tours = Arrays.copyOf(tours, 2 * size);
        }
        tours[size] = new Tour(m, type, step, 12);
        used[type]++;
        return size++;
    }

    /// Takes the marked stops out of the tour, and the tour away when nothing is left. Marks are cleared.
    void cut(int index, boolean[] marked) {
        Tour tour = editable(index);
        int left = 0;
        for (int p = 0; p < tour.size; p++) {
            int stop = tour.stops[p];
            if (marked[stop]) {
                marked[stop] = false;
                tourOf[stop] = -1;
                if (m.lead(stop) == stop) {
                    absent[absentSize++] = stop;
                }
            } else {
                tour.stops[left++] = stop;
            }
        }
        tour.size = left;
        if (left == 0) {
            used[tour.type]--;
            size--;
            if (index < size) {
                tours[index] = tours[size];
                number(index);
            }
        } else {
            tour.refresh(m);
        }
    }

    /// Takes a tour away whole; its requests become absent.
    void dissolve(int index) {
        boolean[] marked = new boolean[m.stops];
        for (int p = 0; p < tours[index].size; p++) {
            marked[tours[index].stops[p]] = true;
        }
        cut(index, marked);
    }

    /// Puts the draft back to tours it had before.
    void load(List<Tour> before, List<Integer> absentBefore) {
        step++;
        Arrays.fill(tourOf, -1);
        Arrays.fill(used, 0);
        size = before.size();
        tours = before.toArray(new Tour[Math.max(16, size)]);
        for (int i = 0; i < size; i++) {
            used[tours[i].type]++;
            number(i);
        }
        absentSize = absentBefore.size();
        for (int i = 0; i < absentSize; i++) {
            absent[i] = absentBefore.get(i);
        }
    }

    void insert(int index, int stop, int position) {
        editable(index).insert(stop, position);
        tourOf[stop] = index;
    }

    long cost() {
        long cost = 0;
        for (int i = 0; i < size; i++) {
            cost += m.tripCost[tours[i].type] + m.metreCost[tours[i].type] * tours[i].metres;
        }
        return cost;
    }

    long tripCost() {
        long cost = 0;
        for (int i = 0; i < size; i++) {
            cost += m.tripCost[tours[i].type];
        }
        return cost;
    }

    /// How many stops are in no tour.
    int missing() {
        int stops = 0;
        for (int i = 0; i < absentSize; i++) {
            stops += m.weight(absent[i]);
        }
        return stops;
    }
}
