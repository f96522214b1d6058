package org.farmgate.logistics.routing;

import java.util.Arrays;

/// One thread's search: ruins a part of the plan, recreates it, and keeps the change when simulated annealing says so.
final class Search {
    /// First and last temperature, as shares of the mean leg's cost.
    private static final double HOT = 0.3;

    private static final double COLD = 0.003;
    private static final int STEPS_BETWEEN_LOOKS = 100;

    /// A plan as the search keeps it.
    record Found(Tour[] tours, int[] absent, int missing, long cost) {
        boolean betterThan(Found other) {
            return missing < other.missing || missing == other.missing && cost < other.cost;
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
                Arrays.copyOf(draft.tours, draft.size),
                Arrays.copyOf(draft.absent, draft.absentSize),
                currentMissing,
                currentCost);
    }

    Found run() {
        int legs = draft.m.stops - currentMissing + draft.size;
        double leg = (double) (currentCost - draft.tripCost()) / Math.max(1, legs);
        double temperature = HOT * leg;
        double share = 0;
        for (long step = 1; ; step++) {
            if (step % STEPS_BETWEEN_LOOKS == 0) {
                share = clockwork.shareDone(step);
                if (share >= 1) {
                    return best;
                }
                temperature = HOT * leg * Math.pow(COLD / HOT, share);
                clockwork.hear(best.missing, best.cost, step);
            }
            step(temperature, share < 0.5);
        }
    }

    private void step(double temperature, boolean early) {
        draft.begin();
        long absentBefore = timesAbsent();
        ruin.ruin();
        recreate.recreate();
        long cost = draft.cost();
        int missing = draft.missing();
        boolean kept = missing == currentMissing && cost < currentCost - temperature * Math.log(dice.share());
        kept = kept || missing < currentMissing;
        kept = kept || early && missing > 0 && missing == currentMissing && timesAbsent() < absentBefore;
        for (int i = 0; i < draft.absentSize; i++) {
            timesAbsent[draft.absent[i]]++;
        }
        if (!kept) {
            draft.undo();
            return;
        }
        currentCost = cost;
        currentMissing = missing;
        if (missing < best.missing || missing == best.missing && cost < best.cost) {
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
