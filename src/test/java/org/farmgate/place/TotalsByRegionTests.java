package org.farmgate.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.farmgate.place.TotalsByRegion.Row;
import org.farmgate.platform.NotFound;
import org.junit.jupiter.api.Test;

class TotalsByRegionTests {
    private static final DivisionId CORPS = DivisionId.next();
    private final Region province = Ground.region(RegionKind.PROVINCE, null, "Xinjiang", null);
    private final Region city = Ground.region(RegionKind.CITY, province, "Hami", null);
    private final Region yizhou = Ground.region(RegionKind.COUNTY, city, "Yizhou", null);
    private final Region barkol = Ground.region(RegionKind.COUNTY, city, "Barkol", null);
    private final Map<RegionId, Region> tree = java.util.stream.Stream.of(province, city, yizhou, barkol)
            .collect(Collectors.toMap(Region::id, Function.identity()));

    private static Row row(Region region, long amount) {
        return new Row(region.id(), Optional.empty(), amount);
    }

    private static Row corps(Region region, long amount) {
        return new Row(region.id(), Optional.of(CORPS), amount);
    }

    @Test
    void aDivisionsPartIsShownApartAndCountedOnce() {
        var totals = TotalsByRegion.of(List.of(row(yizhou, 30_000), corps(yizhou, 4_793), corps(barkol, 20_000)), tree);
        assertThat(totals.amount()).isEqualTo(54_793);
        assertThat(totals.ofWhich()).containsExactly(Map.entry(CORPS, 24_793L));
        var cityLine = totals.of(city.id()).orElseThrow();
        assertThat(cityLine.amount()).isEqualTo(54_793);
        assertThat(cityLine.ofWhich()).containsEntry(CORPS, 24_793L);
        assertThat(cityLine.withoutDivisions()).isEqualTo(30_000);
        assertThat(totals.of(yizhou.id()).orElseThrow().amount()).isEqualTo(34_793);
        assertThat(totals.lines().stream()
                        .filter(line -> line.depth() == 0)
                        .mapToLong(TotalsByRegion.Line::amount)
                        .sum())
                .as("the roots together are everything")
                .isEqualTo(totals.amount());
    }

    @Test
    void linesStandUnderTheRegionTheyLieIn() {
        var totals = TotalsByRegion.of(List.of(row(barkol, 1), row(yizhou, 2)), tree);
        assertThat(totals.lines())
                .extracting(line -> line.region().name().english(), TotalsByRegion.Line::depth)
                .containsSubsequence(
                        org.assertj.core.groups.Tuple.tuple("Xinjiang", 0),
                        org.assertj.core.groups.Tuple.tuple("Hami", 1))
                .hasSize(4);
    }

    @Test
    void whateverTheRowsNothingIsLostOrDoubled() {
        long seed = 20_261_122;
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Region> regions = List.of(province, city, yizhou, barkol);
        for (int round = 0; round < 200; round++) {
            List<Row> rows = new ArrayList<>();
            long all = 0;
            long ofCorps = 0;
            for (int i = random.nextInt(20); i >= 0; i--) {
                Region at = regions.get(random.nextInt(4));
                long amount = random.nextLong(-1_000, 1_000_000);
                boolean fromCorps = random.nextBoolean();
                rows.add(fromCorps ? corps(at, amount) : row(at, amount));
                all += amount;
                ofCorps += fromCorps ? amount : 0;
            }
            var totals = TotalsByRegion.of(rows, tree);
            assertThat(totals.amount()).as("seed %s round %s", seed, round).isEqualTo(all);
            assertThat(totals.of(province.id()).orElseThrow().amount()).isEqualTo(all);
            assertThat(totals.ofWhich().getOrDefault(CORPS, 0L)).isEqualTo(ofCorps);
            assertThat(totals.of(province.id()).orElseThrow().withoutDivisions())
                    .isEqualTo(all - ofCorps);
        }
    }

    @Test
    void sumsBeyondALongAreRefusedNotWrapped() {
        assertThatThrownBy(() -> TotalsByRegion.of(List.of(row(city, Long.MAX_VALUE), row(city, 1)), tree))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aRowFromNowhereIsRefused() {
        var nowhere = Ground.region(RegionKind.COUNTY, null, "Nowhere", null);
        assertThatThrownBy(() -> TotalsByRegion.of(List.of(row(nowhere, 1)), tree))
                .isInstanceOf(NotFound.class);
    }
}
