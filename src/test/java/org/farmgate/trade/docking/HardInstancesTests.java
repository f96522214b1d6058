package org.farmgate.trade.docking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.farmgate.bench.DockingInstances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The benchmark's seasons are as hard as they claim.
class HardInstancesTests {

    @ParameterizedTest
    @CsvSource({"500,100,1", "2000,500,1", "2000,500,2", "20000,5000,1"})
    void theyAreHard(int supplies, int demands, long seed) {
        Season season = DockingInstances.season(supplies, demands, seed);
        assertThat(season.supplies()).hasSize(supplies);
        assertThat(season.demands()).hasSize(demands);
        assertThat(season.supplies().stream().map(Supply::origin).distinct().count())
                .isGreaterThanOrEqualTo(20);
        assertThat(season.demands().stream().map(Demand::city).distinct().count())
                .isGreaterThanOrEqualTo(16);
        assertThat(places(season)).isGreaterThanOrEqualTo(100);
        long smallest = season.truckKinds().stream()
                .mapToLong(TruckKind::capacityGrams)
                .min()
                .orElseThrow();
        assertThat(season.demands().stream()
                        .filter(d -> d.grams() * 4 < smallest)
                        .count())
                .isGreaterThanOrEqualTo(demands / 2);
        for (int week = 0; week < season.weeks(); week++) {
            int w = week;
            double offered = season.supplies().stream()
                    .filter(s -> s.firstWeek() == w)
                    .mapToLong(Supply::grams)
                    .sum();
            double wanted = season.demands().stream()
                    .filter(d -> d.firstWeek() == w)
                    .mapToLong(Demand::grams)
                    .sum();
            assertThat(offered / wanted).as("week " + week).isBetween(0.8, 1.5);
        }
        assertThat(shareAtALoss(season)).isGreaterThanOrEqualTo(0.1);
    }

    /// A ship-to place is told by its city and its last leg's rate.
    private static int places(Season season) {
        Set<Long> places = new HashSet<>();
        season.demands().forEach(d -> places.add(d.city() * 1_000_000L + d.lastLegFenPerTonne()));
        return places.size();
    }

    /// Among pairs that fit by product and grade: those whose price does not cover floor, last leg and a full
    /// truck's best rate on the direct lane.
    private static double shareAtALoss(Season season) {
        double[][] rate = new double[season.origins().size()][season.cities().size()];
        for (Lane lane : season.lanes()) {
            if (!lane.destination().isWarehouse()) {
                rate[lane.origin()][lane.destination().index()] = season.truckKinds().stream()
                        .mapToDouble(k -> k.costFen(lane.kilometres()) * 1e6 / k.capacityGrams())
                        .min()
                        .orElseThrow();
            }
        }
        long pairs = 0;
        long losing = 0;
        for (int i = 0; i < season.supplies().size(); i += 1 + season.supplies().size() / 2000) {
            Supply s = season.supplies().get(i);
            for (Demand d : season.demands()) {
                if (s.product().equals(d.product()) && s.grade() <= d.worstGrade()) {
                    pairs++;
                    double margin = d.highestFenPerTonne() - d.lastLegFenPerTonne() - s.floorFenPerTonne();
                    losing += margin < rate[s.origin()][d.city()] ? 1 : 0;
                }
            }
        }
        System.out.printf("pairs at a loss: %.1f %%%n", 100.0 * losing / pairs);
        return (double) losing / pairs;
    }
}
