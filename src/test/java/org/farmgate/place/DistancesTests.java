package org.farmgate.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.farmgate.place.Distances.Pair;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest(extraIncludes = "platform")
class DistancesTests {
    private final Distances distances;
    private final Regions regions;
    private Ground ground;

    @Autowired
    DistancesTests(Distances distances, Regions regions) {
        this.distances = distances;
        this.regions = regions;
    }

    @BeforeEach
    void aFreshPieceOfGround() {
        ground = new Ground(regions);
    }

    @Test
    void withoutARoadTheDistanceIsEstimatedAndSaysSo() {
        Distance far = distances.between(ground.yizhou.id(), ground.zhengzhou.id());
        assertThat(far.estimated()).isTrue();
        assertThat(far.kilometres()).isBetween(2_500, 2_700);
        assertThat(distances.between(ground.nanhu.id(), ground.zhengzhou.id()))
                .as("a township without coordinates lies in the middle of its county")
                .isEqualTo(far);
    }

    @Test
    void aRoadCountsBothWaysAndReplacesTheEarlierOne() {
        distances.record(ground.keeper, ground.yizhou.id(), ground.zhengzhou.id(), 2_400_000, "road atlas 2024");
        distances.record(ground.keeper, ground.zhengzhou.id(), ground.yizhou.id(), 2_387_000, "odometer, July 2026");
        var expected = new Distance(2_387_000, false);
        assertThat(distances.between(ground.yizhou.id(), ground.zhengzhou.id())).isEqualTo(expected);
        assertThat(distances.between(ground.zhengzhou.id(), ground.yizhou.id())).isEqualTo(expected);
        assertThat(distances
                        .road(ground.yizhou.id(), ground.zhengzhou.id())
                        .orElseThrow()
                        .source())
                .isEqualTo("odometer, July 2026");
        assertThat(distances.roads(new Paging(0, 50, ground.zhengzhou.code())).total())
                .isEqualTo(1);
        distances.forget(ground.keeper, ground.yizhou.id(), ground.zhengzhou.id());
        assertThat(distances.between(ground.yizhou.id(), ground.zhengzhou.id()).estimated())
                .isTrue();
        assertThatThrownBy(() -> distances.forget(ground.keeper, ground.yizhou.id(), ground.zhengzhou.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aTableHoldsEveryPairInTheDirectionAsked() {
        distances.record(ground.keeper, ground.zhengzhou.id(), ground.barkol.id(), 2_500_000, "atlas");
        var table = distances.table(
                List.of(ground.yizhou.id(), ground.barkol.id()), List.of(ground.zhengzhou.id(), ground.yizhou.id()));
        assertThat(table).hasSize(4);
        assertThat(table.get(new Pair(ground.barkol.id(), ground.zhengzhou.id())))
                .isEqualTo(new Distance(2_500_000, false));
        assertThat(table.get(new Pair(ground.yizhou.id(), ground.yizhou.id()))).isEqualTo(new Distance(0, true));
        assertThat(distances.table(List.of(), List.of(ground.yizhou.id()))).isEmpty();
    }

    @Test
    void withoutCoordinatesAnywhereItSaysSo() {
        var island = Ground.region(RegionKind.COUNTY, null, "Island", null);
        regions.register(ground.keeper, island);
        refuses(PlaceRule.REGION_WITHOUT_COORDINATES, () -> distances.between(island.id(), ground.yizhou.id()));
        distances.record(ground.keeper, island.id(), ground.yizhou.id(), 77_000, "ferry");
        assertThat(distances.between(ground.yizhou.id(), island.id())).isEqualTo(new Distance(77_000, false));
        assertThatThrownBy(() -> distances.between(RegionId.next(), ground.yizhou.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void metresTakenForKilometresAndTheReverseAreNoticed() {
        refuses(PlaceRule.ROAD_UNLIKELY, () -> record(2_387));
        refuses(PlaceRule.ROAD_UNLIKELY, () -> record(19_900_000));
        refuses(
                PlaceRule.ROAD_TO_ITSELF,
                () -> distances.record(ground.keeper, ground.hami.id(), ground.hami.id(), 5, "x"));
        for (long metres : new long[] {0, -5, 20_000_001, Long.MAX_VALUE})
            assertThatThrownBy(() -> record(metres)).isInstanceOf(InputBroken.class);
        assertThatThrownBy(() ->
                        distances.record(Keepers.with(Right.SET_TARIFFS), ground.hami.id(), ground.henan.id(), 5, "x"))
                .isInstanceOf(Denied.class);
    }

    private void record(long metres) {
        distances.record(ground.keeper, ground.yizhou.id(), ground.zhengzhou.id(), metres, "typed");
    }

    private static void refuses(PlaceRule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
