package org.farmgate.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import org.farmgate.logistics.Consignment;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Deal.class})
class WeekSendingsTests {
    @Autowired
    Deal deal;

    @Autowired
    CallOffs callOffs;

    @Autowired
    WeekSendings sendings;

    private WeekSending sending(Contract contract, IsoWeek week, boolean fromStock) {
        return new WeekSending(
                contract.id(), week, deal.packingHouse, Mass.kilograms(20), week.monday(), week.sunday(), fromStock);
    }

    @Test
    void aWeekIsCalledOffAndSentOnce() {
        Contract contract = deal.signed();
        IsoWeek week = deal.window.first().plusWeeks(1);
        List<CallOff> called = callOffs.callPlanned(deal.cast.buyer(), contract.id(), week);
        // Ten tonnes over five weeks.
        assertThat(called).extracting(CallOff::mass).containsExactly(Mass.tonnes(2));
        assertThatThrownBy(() -> callOffs.callPlanned(deal.cast.buyer(), contract.id(), week))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(TradeRule.CALL_OFF_ZERO));

        List<Consignment> sent = sendings.send(deal.cast.manager(), sending(contract, week, false));
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().mass()).isEqualTo(Mass.tonnes(2));
        assertThat(sent.getFirst().packages()).isEqualTo(100);
        // The price is delivered: the seller bears the freight.
        assertThat(sent.getFirst().payer()).isEqualTo(deal.cast.manager().organisation());
        assertThatThrownBy(() -> sendings.send(deal.cast.manager(), sending(contract, week, false)))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(TradeRule.SENDING_WITHOUT_CALL_OFFS));
    }

    @Test
    void whatIsNotThereIsNotSentFromStock() {
        Contract contract = deal.signed();
        IsoWeek week = deal.window.first().plusWeeks(2);
        callOffs.callPlanned(deal.cast.buyer(), contract.id(), week);
        assertThatThrownBy(() -> sendings.send(deal.cast.manager(), sending(contract, week, true)))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(TradeRule.SENDING_WITHOUT_GOODS));
        assertThat(sendings.send(deal.cast.manager(), sending(contract, week, false)))
                .hasSize(1);
    }

    @Test
    void twoWhoAskAtOnceAskForTheSame() throws InterruptedException {
        Contract contract = deal.signed();
        IsoWeek week = deal.window.first().plusWeeks(1);
        Callable<List<CallOff>> ask = () -> callOffs.callPlanned(deal.cast.buyer(), contract.id(), week);
        Race.of(List.of(ask, ask));
        assertThat(callOffs.of(deal.cast.buyer(), contract.id()))
                .extracting(CallOff::mass)
                .containsExactly(Mass.tonnes(2));
    }
}
