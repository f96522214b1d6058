package org.farmgate.logistics.routing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One thread's search: ruins a part of the plan, recreates it, and keeps the change when simulated annealing says so.
final class Search {
    /// First and last temperature, as shares of the mean leg's cost.
    private static final double HOT = 0.3;

    private static final double COLD = 0.003;
    private static final int STEPS_BETWEEN_LOOKS = 100;
    /// The share of the search that is given to doing with fewer trips, where trips are dear.
    private static final double SHEDDING = 0.25;

    private static final int DEAR_TRIPS_PERCENT = 10;

    /// A plan as the search keeps it.
    record Found(List<Tour> tours, List<Integer> absent, int missing, long cost) {
        boolean betterThan(Found other) {
            return missing < other.missing || (missing == other.missing && cost < other.cost);
        }
    }

    private final Draft draft;
    private final Dice dice;
    private final Ruin ruin;
    private final Recreate recreate;
    private final Clockwork clockwork;
    /// How often each request stayed absent: those that are hard to place.
    private final long[] timesAbsent;

    private long currentCost;
    private int currentMissing;
    private Found best;

    private long steps;
    private double share;
    private double leg;
    private double temperature;

    Search(Model model, int[] requests, long seed, Clockwork clockwork) {
        draft = new Draft(model, requests);
        dice = new Dice(seed);
        ruin = new Ruin(draft, dice, requests);
        recreate = new Recreate(draft, dice);
        this.clockwork = clockwork;
        timesAbsent = new long[model.stops];
        draft.begin();
        recreate.recreate();
        currentCost = draft.cost();
        currentMissing = draft.missing();
        best = found();
    }

    private Found found() {
        return new Found(
                List.of(Arrays.copyOf(draft.tours, draft.size)),
                IntStream.of(draft.absent).limit(draft.absentSize).boxed().toList(),
                currentMissing,
                currentCost);
    }

    Found run() {
        int legs = draft.m.stops - currentMissing + draft.size;
        leg = (double) (currentCost - draft.tripCost()) / Math.max(1, legs);
        if (currentMissing == 0 && 100 * draft.tripCost() >= DEAR_TRIPS_PERCENT * currentCost) {
            shed();
        }
        while (look() < 1) {
            step(false);
        }
        return best;
    }

    /// How far the search is; now and then it looks at the clock and sets the temperature.
    private double look() {
        steps++;
        if (steps % STEPS_BETWEEN_LOOKS == 0) {
            share = clockwork.shareDone(steps);
            temperature = leg * HOT * Math.pow(COLD / HOT, Math.min(1, share));
            clockwork.hear(best.missing, best.cost, steps);
        }
        return share;
    }

    /// Gives up the tour whose stops have been easiest to place and seeks room for them in the others, again and again
    /// as long as that is cheaper; what cannot be placed yet may change, as the paper proposes for small fleets.
    private void shed() {
        long before = Long.MAX_VALUE;
        while (share < SHEDDING && best.cost < before && draft.size > 1) {
            before = best.cost;
            draft.begin();
            draft.dissolve(easiestTour());
            recreate.allow(draft.size);
            currentCost = draft.cost();
            currentMissing = draft.missing();
            while (currentMissing > 0 && look() < SHEDDING) {
                step(true);
            }
        }
        recreate.allow(Integer.MAX_VALUE);
        draft.load(best.tours, best.absent);
        currentCost = best.cost;
        currentMissing = best.missing;
    }

    private int easiestTour() {
        int easiest = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < draft.size; i++) {
            long times = 0;
            for (int p = 0; p < draft.tours[i].size; p++) {
                times += 1 + timesAbsent[draft.m.lead(draft.tours[i].stops[p])];
            }
            if (times < least) {
                least = times;
                easiest = i;
            }
        }
        return easiest;
    }

    private void step(boolean shedding) {
        draft.begin();
        long absentBefore = timesAbsent();
        ruin.ruin();
        recreate.recreate();
        long cost = draft.cost();
        int missing = draft.missing();
        boolean easier = missing > 0 && timesAbsent() < absentBefore;
        boolean kept = missing < currentMissing
                || (missing == currentMissing && cost < currentCost - temperature * Math.log(dice.share()))
                || (easier && (shedding || (missing == currentMissing && share < 0.5)));
        for (int i = 0; i < draft.absentSize; i++) {
            timesAbsent[draft.absent[i]]++;
        }
        if (!kept) {
            draft.undo();
            return;
        }
        currentCost = cost;
        currentMissing = missing;
        if (missing < best.missing || (missing == best.missing && cost < best.cost)) {
            best = found();
        }
    }

    private long timesAbsent() {
        long times = 0;
        for (int i = 0; i < draft.absentSize; i++) {
            times += timesAbsent[draft.absent[i]];
        }
        return times;
    }
}
