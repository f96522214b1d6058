package org.farmgate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.farmgate.logistics.routing.Effort;
import org.farmgate.logistics.routing.RoutingPlan;
import org.farmgate.logistics.routing.RoutingProblem;
import org.farmgate.logistics.routing.RoutingProgress;
import org.farmgate.logistics.routing.RoutingSolver;
import org.farmgate.logistics.routing.Vehicle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Published formats are read as they are published, and costs told by their own conventions.
class RoutingInstancesTests {
    private static final String PLAIN = """
            NAME : %s
            COMMENT : (made up, No of trucks: 2)
            TYPE : CVRP
            DIMENSION : 4
            EDGE_WEIGHT_TYPE : EUC_2D
            CAPACITY : 10
            NODE_COORD_SECTION
            1 0 0
            2 1 1
            3 0 4
            4 0 5
            DEMAND_SECTION
            1 0
            2 4
            3 4
            4 6
            DEPOT_SECTION
            1
            -1
            EOF
            """;
    private static final String SOLOMON = """
            C9

            VEHICLE
            NUMBER     CAPACITY
              2          10

            CUSTOMER
            CUST NO.   XCOORD.   YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME

                0      0         0          0          0         100          0
                1      1         1          5          0         35           10
                2      2         2          5          30        40           10
            """;
    private static final String LI_LIM = """
            3	10	1
            0	0	0	0	0	100	0	0	0
            1	1	1	5	0	50	10	0	2
            2	2	2	-5	30	40	10	1	0
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static RoutingPlan solve(RoutingProblem problem) {
        return new RoutingSolver().solve(problem, Effort.steps(500, 1), RoutingProgress.SILENT);
    }

    @Test
    void coordinatesAreRoundedToTheNearest() throws IOException {
        RoutingInstance instance = CvrplibFile.read(file("X-n4-k2.vrp", PLAIN.formatted("X-n4-k2")));
        RoutingProblem problem = instance.problem(Rounding.WHOLE);
        assertThat(problem.matrix().metres(0, 1)).isEqualTo(1);
        assertThat(problem.matrix().metres(1, 2)).isEqualTo(3);
        assertThat(problem.matrix().metres(1, 3)).isEqualTo(4);
        assertThat(problem.vehicles().getFirst().count()).isEqualTo(Vehicle.UNLIMITED);
        assertThat(instance.set()).isEqualTo("X up to 200");
        RoutingPlan plan = solve(problem);
        assertThat(plan.metres()).isEqualTo(12);
        assertThat(instance.cost(plan, Rounding.WHOLE)).isEqualTo(12);
        assertThat(instance.cost(plan, Rounding.EXACT)).isEqualTo(2 * Math.sqrt(2) + 10, offset(1e-9));
    }

    @Test
    void theOlderSetsHaveAsManyVehiclesAsTheirNamesSay() throws IOException {
        RoutingInstance instance = CvrplibFile.read(file("P-n4-k2.vrp", PLAIN.formatted("P-n4-k2")));
        assertThat(instance.vehicles()).isEqualTo(2);
        assertThat(instance.set()).isEqualTo("P");
    }

    @Test
    void writtenMatricesAreRead() throws IOException {
        assertMatrix("LOWER_ROW", "1 2 3 4 5 6", new int[][] {{0, 1, 2, 4}, {1, 0, 3, 5}, {2, 3, 0, 6}, {4, 5, 6, 0}});
        assertMatrix("UPPER_ROW", "1 2 3 4 5 6", new int[][] {{0, 1, 2, 3}, {1, 0, 4, 5}, {2, 4, 0, 6}, {3, 5, 6, 0}});
        assertMatrix("LOWER_DIAG_ROW", "0 1 0 2 3 0 4 5 6 0", new int[][] {
            {0, 1, 2, 4}, {1, 0, 3, 5}, {2, 3, 0, 6}, {4, 5, 6, 0}
        });
        assertMatrix("FULL_MATRIX", "0 1 2 3\n4 0 5 6\n7 8 0 9\n1 2 3 0", new int[][] {
            {0, 1, 2, 3}, {4, 0, 5, 6}, {7, 8, 0, 9}, {1, 2, 3, 0}
        });
    }

    private void assertMatrix(String format, String weights, int[][] expected) throws IOException {
        String text = PLAIN.formatted("E-n4-k2")
                .replace("EUC_2D", "EXPLICIT\nEDGE_WEIGHT_FORMAT : " + format)
                .replace("NODE_COORD_SECTION", "EDGE_WEIGHT_SECTION\n" + weights + "\nNODE_COORD_SECTION");
        RoutingProblem problem = CvrplibFile.read(file("E-n4-k2.vrp", text)).problem(Rounding.WHOLE);
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                assertThat(problem.matrix().metres(a, b)).as(format).isEqualTo(expected[a][b]);
            }
        }
    }

    @Test
    void unknownDistancesAreRefusedByName() throws IOException {
        Path geographic = file("X-n4-k2.vrp", PLAIN.replace("EUC_2D", "GEO"));
        assertThatThrownBy(() -> CvrplibFile.read(geographic)).hasMessageContaining("GEO");
    }

    @Test
    void solomonsWindowsAndServiceTimesHold() throws IOException {
        Path file = file("C9.txt", SOLOMON);
        assertThat(SolomonFile.is(file)).isTrue();
        RoutingInstance instance = SolomonFile.read(file);
        assertThat(instance.set()).isEqualTo("Solomon");
        RoutingPlan plan = solve(instance.problem(Rounding.TENTHS));
        assertThat(plan.routes()).hasSize(1);
        assertThat(plan.routes().getFirst().visits().getLast().beginSecond()).isEqualTo(300);
        assertThat(instance.cost(plan, Rounding.TENTHS)).isEqualTo(1.4 + 1.4 + 2.8, offset(1e-9));
    }

    @Test
    void liAndLimsPairsAreTransfers() throws IOException {
        Path file = file("lc9.txt", LI_LIM);
        assertThat(SolomonFile.is(file)).isTrue();
        RoutingInstance instance = SolomonFile.read(file);
        assertThat(instance.transfers()).hasSize(1);
        assertThat(instance.set()).isEqualTo("Li & Lim");
        RoutingPlan plan = solve(instance.problem(Rounding.EXACT));
        assertThat(plan.routes()).hasSize(1);
        assertThat(plan.routes().getFirst().stops()).containsExactly("1", "2");
    }

    @Test
    void otherTextsAreNoInstances() throws IOException {
        assertThat(SolomonFile.is(file("readme.txt", "Instances of\n3 kinds\n1 2 3\n")))
                .isFalse();
    }

    @Test
    void bestKnownCostsAreFoundHoweverTheyAreWritten() {
        for (String json : new String[] {
            "{\"A-n32-k5\": 784}",
            "{\"A\": {\"A-n32-k5.vrp\": {\"cost\": 784}}}",
            "[{\"name\": \"a-n32-k5\", \"bks\": 784}]",
            "{\"sets/A/A-n32-k5.vrp\": \"784\"}"
        }) {
            assertThat(BestKnown.of(json).cost("A-n32-k5")).as(json).hasValue(784);
        }
        BestKnown lim = BestKnown.of("{\"lc101\": {\"nv\": 10, \"td\": 828.94}}");
        assertThat(lim.cost("LC101")).hasValue(828.94);
        assertThat(lim.vehicles("lc101")).hasValue(10);
        assertThat(lim.cost("lc102")).isEmpty();
    }

    @Test
    void theConventionIsToldFromTheDecimals() throws IOException {
        RoutingInstance solomon = SolomonFile.read(file("C9.txt", SOLOMON));
        RoutingInstance plain = CvrplibFile.read(file("A-n4-k2.vrp", PLAIN.formatted("A-n4-k2")));
        BestKnown mixed = BestKnown.of("{\"C101\": 827.3, \"R101\": 1637.7, \"A-n32-k5\": 784, \"CMT1\": 524.61}");
        assertThat(mixed.rounding(solomon)).isEqualTo(Rounding.TENTHS);
        assertThat(mixed.rounding(plain)).isEqualTo(Rounding.WHOLE);
        assertThat(BestKnown.of("{\"C101\": 828.94, \"R110\": 1118.8}").rounding(solomon))
                .isEqualTo(Rounding.EXACT);
        assertThat(BestKnown.of("{}").rounding(solomon)).isEqualTo(Rounding.TENTHS);
        assertThat(BestKnown.of("{}").rounding(plain)).isEqualTo(Rounding.WHOLE);
        assertThat(Rounding.TENTHS.units(14.19)).isEqualTo(141);
        assertThat(Rounding.WHOLE.units(14.5)).isEqualTo(15);
        assertThat(String.format(Locale.ROOT, "%.2f", Rounding.EXACT.counted(14.199)))
                .isEqualTo("14.20");
    }
}
