package org.farmgate.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// What the county's centre recalled is set free by nobody who has the goods.
@ModuleTest
@Import({Cast.class, Barn.class})
class RecallTests {
    @Autowired
    Cast cast;

    @Autowired
    Barn barn;

    @Autowired
    Qualities qualities;

    @Test
    void onlyTheCentreLiftsWhatItRecalled() {
        Lot lot = barn.received(Mass.tonnes(1), 20);
        judge(cast.officer(), lot, Optional.empty(), QualityStatus.RECALLED);
        refused(lot, Optional.empty());
        refused(lot, Optional.of(barn.warehouse));
        assertThat(barn.at(lot, barn.warehouse).status()).isEqualTo(QualityStatus.RECALLED);
        judge(cast.officer(), lot, Optional.empty(), QualityStatus.GOOD);
        assertThat(barn.at(lot, barn.warehouse).status()).isEqualTo(QualityStatus.GOOD);
    }

    @Test
    void whoHeldTheirOwnGoodsBackSetsThemFree() {
        Lot lot = barn.received(Mass.tonnes(1), 20);
        judge(cast.clerk(), lot, Optional.of(barn.warehouse), QualityStatus.ON_HOLD);
        judge(cast.clerk(), lot, Optional.of(barn.warehouse), QualityStatus.GOOD);
        assertThat(barn.at(lot, barn.warehouse).status()).isEqualTo(QualityStatus.GOOD);
    }

    private void refused(Lot lot, Optional<org.farmgate.place.SiteId> site) {
        assertThatThrownBy(() -> judge(cast.clerk(), lot, site, QualityStatus.GOOD))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(StockRule.JUDGED_BY_ANOTHER));
    }

    private void judge(Actor actor, Lot lot, Optional<org.farmgate.place.SiteId> site, QualityStatus status) {
        qualities.judge(actor, new NewQuality(QualityChangeId.next(), lot.id(), site, status, "Residues"));
    }
}
