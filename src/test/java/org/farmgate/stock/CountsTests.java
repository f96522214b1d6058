package org.farmgate.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.stock.Barn.breaks;

import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.StockInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import({Cast.class, Barn.class})
class CountsTests {
    @Autowired
    Cast cast;

    @Autowired
    Barn barn;

    @Autowired
    Positions positions;

    @Autowired
    Sellables sellables;

    @Autowired
    Counts counts;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void whatMustHold() {
        StockInvariants.hold(jdbc);
    }

    @Test
    void theBooksFollowWhatIsThereAndSayWhy() {
        Lot less = barn.received(Mass.kilograms(50), 10);
        Lot more = barn.received(Mass.kilograms(40), 10);
        Lot right = barn.received(Mass.kilograms(30), 10);
        CountSheet sheet = sheet(
                line(less, Mass.kilograms(48), "Mice"),
                line(more, Mass.kilograms(41), "Weighed badly"),
                line(right, Mass.kilograms(30), ""));
        counts.enter(cast.clerk(), sheet);
        counts.enter(cast.clerk(), sheet);
        assertThat(barn.at(less, barn.warehouse).onHand()).isEqualTo(Mass.kilograms(48));
        assertThat(barn.at(more, barn.warehouse).onHand()).isEqualTo(Mass.kilograms(41));
        assertThat(barn.at(right, barn.warehouse).countedOn()).contains(barn.today);
        assertThat(positions.ofCause(Counts.CAUSE, sheet.id().value())).hasSize(2);
        assertThatThrownBy(() -> counts.enter(
                        cast.clerk(),
                        new CountSheet(
                                sheet.id(),
                                sheet.site(),
                                List.of(
                                        new CountedLine(less.id(), 1, Mass.kilograms(47), "Mice"),
                                        sheet.lines().get(1),
                                        sheet.lines().get(2)))))
                .satisfies(breaks(StockRule.COUNT_ID_TAKEN));
    }

    @Test
    void aSheetThatWasOvertakenIsCountedAgain() {
        Lot lot = barn.received(Mass.kilograms(50), 10);
        CountSheet sheet = sheet(line(lot, Mass.kilograms(48), "Mice"));
        positions.writeOff(
                cast.clerk(),
                new WriteOff(MovementId.next(), lot.id(), barn.warehouse, Mass.kilograms(2), "Mice", barn.now()));
        assertThatThrownBy(() -> counts.enter(cast.clerk(), sheet)).satisfies(breaks(StockRule.COUNT_OVERTAKEN));
        assertThat(barn.at(lot, barn.warehouse).onHand()).isEqualTo(Mass.kilograms(48));
    }

    @Test
    void whatIsMissingNoLongerBacksASale() {
        Barn.Sale sale = barn.sale(10, 10);
        counts.enter(
                cast.clerk(),
                new CountSheet(
                        SheetId.next(),
                        sale.place(),
                        List.of(new CountedLine(sale.lot().id(), 1, Mass.ZERO, "All gone"))));
        assertThat(sellables.get(cast.county(), sale.sellable()).left()).isZero();
    }

    @Test
    void badSheetsAreRefused() {
        Lot lot = barn.received(Mass.kilograms(50), 10);
        assertThatThrownBy(() -> counts.enter(cast.clerk(), sheet(line(lot, Mass.kilograms(48), ""))))
                .satisfies(breaks(StockRule.COUNT_WITHOUT_REASON));
        assertThatThrownBy(() -> sheet()).isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> sheet(line(lot, lot.mass(), ""), line(lot, lot.mass(), "")))
                .satisfies(breaks(StockRule.COUNT_ID_TAKEN));
        assertThatThrownBy(() -> counts.enter(cast.clerk(), sheet(line(barn.lot(lot.mass(), 3), lot.mass(), "x"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> counts.enter(
                        cast.clerk(),
                        new CountSheet(SheetId.next(), SiteId.next(), List.of(line(lot, lot.mass(), "")))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> counts.enter(cast.otherManager(), sheet(line(lot, lot.mass(), ""))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aCountOfGoodsOnHoldIsACountLikeAnother() {
        Lot lot = barn.received(Mass.kilograms(50), 10);
        CountSheet sheet = sheet(line(lot, Mass.kilograms(49), "One rolled away"));
        jdbc.sql("update stock.position set status = 'ON_HOLD' where lot_id = :lot")
                .param("lot", lot.id().value())
                .update();
        counts.enter(cast.clerk(), sheet);
        assertThat(barn.at(lot, barn.warehouse).onHand()).isEqualTo(Mass.kilograms(49));
        assertThat(barn.at(lot, barn.warehouse).status()).isEqualTo(QualityStatus.ON_HOLD);
    }

    private CountSheet sheet(CountedLine... lines) {
        return new CountSheet(SheetId.next(), barn.warehouse, List.of(lines));
    }

    private static CountedLine line(Lot lot, Mass counted, String reason) {
        return new CountedLine(lot.id(), 1, counted, reason);
    }
}
