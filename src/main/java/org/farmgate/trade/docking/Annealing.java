package org.farmgate.trade.docking;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/// Drives the local search in cycles that begin warm, accepting a little loss, and end cold; each cycle begins at
/// the best loads so far and takes longer than the one before. Every few rounds some
/// trucks are filled anew.
final class Annealing {
    private static final int STEPS_PER_ROUND = 1000;
    private static final int ROUNDS_PER_REFLOW = 3;
    private static final double WARMTH = 0.1;

    private final Loads loads;
    private final LocalSearch search;
    private final Reflow reflow;
    private final SplittableRandom random;
    private final double warmest;
    private Loads.Snapshot best;
    private boolean constructed;
    private int cycleSteps = 3000;
    private int stepInCycle;
    private int rounds;

    Annealing(Loads loads, Prices prices, long seed) {
        this.loads = loads;
        this.search = new LocalSearch(loads, prices, seed);
        this.reflow = new Reflow(loads);
        this.random = new SplittableRandom(seed);
        this.best = loads.snapshot();
        this.warmest = WARMTH * typicalTruckFen(loads.market) * PlanWriter.MICRO;
    }

    private static long typicalTruckFen(Market market) {
        long sum = 0;
        int count = 0;
        for (Lane lane : market.season.lanes()) {
            for (TruckKind kind : market.season.truckKinds()) {
                sum += kind.costFen(lane.kilometres());
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    long bestMicrofen() {
        return best.valueMicrofen();
    }

    Loads.Snapshot best() {
        return best;
    }

    void guideBy(Prices prices) {
        search.guideBy(prices);
    }

    /// A fixed number of steps, cut short when asked to.
    void round(BooleanSupplier stop) {
        search.stopWhen(stop);
        if (!constructed) {
            search.construct(0.92);
            constructed = true;
            keepBest();
        }
        for (int i = 0; i < STEPS_PER_ROUND && !stop.getAsBoolean(); i++) {
            double cold = (double) stepInCycle / cycleSteps;
            search.step(warmest * (1 - cold) * (1 - cold));
            if (++stepInCycle == cycleSteps) {
                keepBest();
                loads.restore(best);
                stepInCycle = 0;
                cycleSteps = Math.min(cycleSteps * 2, 1 << 20);
            } else if (stepInCycle % 50 == 0) {
                keepBest();
            }
        }
        if (rounds++ % ROUNDS_PER_REFLOW == 0 && !stop.getAsBoolean()) {
            reflow.improveSome(random);
        }
        keepBest();
    }

    private void keepBest() {
        if (loads.valueMicrofen() > best.valueMicrofen() && loads.mustMissingGrams() <= best.mustMissing()) {
            best = loads.snapshot();
        }
    }
}
