package org.farmgate.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest(extraIncludes = "platform")
class RegionsTests {
    private final Regions regions;
    private final Divisions divisions;
    private final JdbcClient jdbc;
    private Ground ground;

    @Autowired
    RegionsTests(Regions regions, Divisions divisions, JdbcClient jdbc) {
        this.regions = regions;
        this.divisions = divisions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aFreshPieceOfGround() {
        ground = new Ground(regions);
    }

    @Test
    void theTreeIsReadAsItWasRegistered() {
        assertThat(regions.get(ground.nanhu.id())).isEqualTo(ground.nanhu);
        assertThat(regions.path(ground.nanhu.id()))
                .containsExactly(ground.china, ground.xinjiang, ground.hami, ground.yizhou, ground.nanhu);
        assertThat(regions.children(ground.hami.id())).containsExactlyInAnyOrder(ground.yizhou, ground.barkol);
        assertThat(regions.byIds(Set.of(ground.hami.id(), RegionId.next()))).containsOnlyKeys(ground.hami.id());
        assertThat(regions.byCode(List.of(ground.hami.code(), "none"))).containsOnlyKeys(ground.hami.code());
    }

    @Test
    void countiesAreTheOrigins() {
        assertThat(regions.countiesWithin(ground.xinjiang.id()))
                .containsExactlyInAnyOrder(ground.yizhou.id(), ground.barkol.id());
        assertThat(regions.countiesWithin(ground.yizhou.id())).containsExactly(ground.yizhou.id());
        assertThat(regions.countiesWithin(ground.nanhu.id())).isEmpty();
        assertThat(regions.countiesWithin(ground.henan.id()))
                .as("a city without counties counts as one")
                .containsExactly(ground.zhengzhou.id());
        assertThat(regions.countyOf(ground.nanhu.id())).isEqualTo(ground.yizhou.id());
        assertThat(regions.countyOf(ground.yizhou.id())).isEqualTo(ground.yizhou.id());
        assertThat(regions.countyOf(ground.zhengzhou.id())).isEqualTo(ground.zhengzhou.id());
        assertThat(regions.citiesOf(List.of(ground.nanhu.id(), ground.china.id())))
                .containsOnlyKeys(ground.nanhu.id())
                .containsValue(ground.hami.id());
        refuses(PlaceRule.REGION_WITHOUT_COUNTY, () -> regions.countyOf(ground.xinjiang.id()));
    }

    @Test
    void theSameRegionTwiceIsOneAndOtherContentIsRefused() {
        regions.register(ground.keeper, ground.hami);
        var renamed = new Region(
                ground.hami.id(),
                RegionKind.CITY,
                ground.hami.parent(),
                ground.hami.code(),
                new Multilingual("A", "B", "C"),
                Optional.empty());
        refuses(PlaceRule.PLACE_ID_USED, () -> regions.register(ground.keeper, renamed));
        assertThat(regions.get(ground.hami.id())).isEqualTo(ground.hami);
    }

    @Test
    void twoRegionsNeverShareACode() {
        var twin = new Region(
                RegionId.next(),
                RegionKind.CITY,
                Optional.empty(),
                ground.hami.code(),
                ground.hami.name(),
                Optional.empty());
        refuses(PlaceRule.REGION_CODE_TAKEN, () -> regions.register(ground.keeper, twin));
        var hami = ground.hami;
        refuses(
                PlaceRule.REGION_CODE_TAKEN,
                () -> regions.amend(
                        ground.keeper,
                        new Region(
                                hami.id(), hami.kind(), hami.parent(), ground.henan.code(), hami.name(), hami.at())));
    }

    @Test
    void aRegionLiesInAWiderOne() {
        refuses(
                PlaceRule.REGION_PARENT_NOT_WIDER,
                () -> regions.register(ground.keeper, Ground.region(RegionKind.CITY, ground.nanhu, "Upside", null)));
        refuses(
                PlaceRule.REGION_PARENT_NOT_WIDER,
                () -> regions.amend(ground.keeper, moved(ground.xinjiang, RegionKind.PROVINCE, ground.xinjiang)));
        refuses(
                PlaceRule.REGION_CHILDREN_NOT_NARROWER,
                () -> regions.amend(ground.keeper, moved(ground.hami, RegionKind.TOWNSHIP, ground.xinjiang)));
        assertThatThrownBy(() -> regions.register(
                        ground.keeper,
                        Ground.region(
                                RegionKind.VILLAGE, Ground.region(RegionKind.COUNTY, null, "Lost", null), "V", null)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theDatabaseItselfRefusesACircle() {
        assertThatThrownBy(() -> jdbc.sql("update place.region set parent_id = :child, parent_rank = 5 where id = :id")
                        .param("child", ground.nanhu.id().value())
                        .param("id", ground.hami.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update place.region set kind = 'GALAXY' where id = :id")
                        .param("id", ground.hami.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void amendingMovesABranch() {
        regions.amend(ground.keeper, moved(ground.barkol, RegionKind.COUNTY, ground.xinjiang));
        assertThat(regions.path(ground.barkol.id()))
                .extracting(Region::id)
                .containsExactly(ground.china.id(), ground.xinjiang.id(), ground.barkol.id());
    }

    @Test
    void searchFindsPartsOfNamesInAnyScriptAndTakesWildcardsLiterally() {
        var odd = new Region(
                RegionId.next(),
                RegionKind.VILLAGE,
                Optional.of(ground.nanhu.id()),
                "odd" + ground.nanhu.code(),
                new Multilingual("100% <b>Wool_</b>", "阿克提坎村庄", "ئاقتىكەن كەنتى"),
                Optional.empty());
        regions.register(ground.keeper, odd);
        for (String typed : List.of("100%", "wool_", "<B>", "阿克提", "提坎", "ئاقتىكەن"))
            assertThat(regions.search(new Paging(0, 50, typed), Optional.empty())
                            .rows())
                    .as(typed)
                    .contains(odd);
        assertThat(regions.search(new Paging(0, 50, "wool%"), Optional.empty()).rows())
                .isEmpty();
        assertThat(regions.search(new Paging(0, 50, "wool_"), Optional.of(RegionKind.CITY))
                        .total())
                .isZero();
    }

    @Test
    void onlyKeepersOfPlacesChangeThem() {
        var clerk = Keepers.with(Right.MANAGE_OWN_SITES);
        assertThatThrownBy(() -> regions.register(clerk, Ground.region(RegionKind.COUNTRY, null, "X", null)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> regions.amend(clerk, ground.hami)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> divisions.register(clerk, division(Set.of(ground.hami.id()))))
                .isInstanceOf(Denied.class);
    }

    @Test
    void aDivisionLiesAcrossRegions() {
        Division thirteenth = division(Set.of(ground.yizhou.id(), ground.barkol.id()));
        divisions.register(ground.keeper, thirteenth);
        divisions.register(ground.keeper, thirteenth);
        assertThat(divisions.get(thirteenth.id())).isEqualTo(thirteenth);
        assertThat(divisions.list()).contains(thirteenth);
        assertThat(divisions.search(new Paging(0, 50, thirteenth.code())).rows())
                .containsExactly(thirteenth);
        var smaller = new Division(thirteenth.id(), thirteenth.code(), thirteenth.name(), Set.of(ground.yizhou.id()));
        refuses(PlaceRule.PLACE_ID_USED, () -> divisions.register(ground.keeper, smaller));
        divisions.amend(ground.keeper, smaller);
        assertThat(divisions.get(thirteenth.id())).isEqualTo(smaller);
        var twin = new Division(DivisionId.next(), thirteenth.code(), thirteenth.name(), thirteenth.regions());
        refuses(PlaceRule.DIVISION_CODE_TAKEN, () -> divisions.register(ground.keeper, twin));
        assertThatThrownBy(() -> divisions.register(ground.keeper, division(Set.of(RegionId.next()))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> division(Set.of())).isInstanceOf(InputBroken.class);
    }

    @Test
    void totalsComeUpTheStoredTree() {
        DivisionId corps = DivisionId.next();
        var totals = regions.totals(List.of(
                new TotalsByRegion.Row(ground.nanhu.id(), Optional.empty(), 30),
                new TotalsByRegion.Row(ground.barkol.id(), Optional.of(corps), 12)));
        assertThat(totals.of(ground.china.id()).orElseThrow().amount()).isEqualTo(42);
        assertThat(totals.of(ground.china.id()).orElseThrow().ofWhich()).containsEntry(corps, 12L);
        assertThat(totals.of(ground.henan.id())).isEmpty();
    }

    private static Division division(Set<RegionId> regions) {
        return new Division(
                DivisionId.next(),
                "D-" + (System.nanoTime() % 1_000_000_000L),
                new Multilingual("13th Division", "第十三师", "13-دىۋىزىيە"),
                regions);
    }

    private static Region moved(Region region, RegionKind kind, Region parent) {
        return new Region(region.id(), kind, Optional.of(parent.id()), region.code(), region.name(), region.at());
    }

    private static void refuses(PlaceRule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
