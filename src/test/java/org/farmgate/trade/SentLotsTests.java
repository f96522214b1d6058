package org.farmgate.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.Mass;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Movement;
import org.farmgate.stock.MovementKind;
import org.farmgate.stock.Positions;
import org.farmgate.supply.Deduction;
import org.farmgate.supply.DeductionKind;
import org.farmgate.supply.NewTicket;
import org.farmgate.supply.TicketId;
import org.farmgate.supply.Tickets;
import org.farmgate.supply.Title;
import org.farmgate.supply.Weighing;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.farmgate.testing.StockInvariants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import({Cast.class, Deal.class})
class SentLotsTests {
    @Autowired
    Invoices invoices;

    @Autowired
    Cast cast;

    @Autowired
    Deal deal;

    @Autowired
    Deliveries deliveries;

    @Autowired
    CallOffs callOffs;

    @Autowired
    Consignments consignments;

    @Autowired
    Tickets tickets;

    @Autowired
    Positions positions;

    @Autowired
    SentLots lots;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private LotId takenIn(long netKilograms) {
        return tickets.weigh(
                        cast.clerk(),
                        new NewTicket(
                                TicketId.next(),
                                cast.county(),
                                cast.aygul().organisation(),
                                Optional.empty(),
                                Optional.empty(),
                                deal.melon,
                                1,
                                new Weighing(
                                        Mass.kilograms(netKilograms + 105),
                                        Mass.kilograms(100),
                                        List.of(new Deduction(DeductionKind.DIRT, Mass.kilograms(5)))),
                                Title.OUTRIGHT,
                                Optional.of(Deal.yuan("2.00")),
                                "Ma Jun",
                                deal.packingHouse,
                                clock.instant(),
                                Optional.empty()))
                .lot();
    }

    private Mass onHand(LotId lot) {
        return positions.ofLot(lot).getFirst().onHand();
    }

    private List<Movement> back(Booking booking) {
        return positions.ofCause("consignment", booking.id().value()).stream()
                .filter(movement -> movement.kind() == MovementKind.RETURNED)
                .toList();
    }

    private Booking booked(CallOff callOff, SentLot... sent) {
        Mass mass = List.of(sent).stream().map(SentLot::mass).reduce(Mass.ZERO, Mass::plus);
        Booking plain = deal.booking(callOff, mass);
        var booking = new Booking(
                plain.id(),
                plain.contract(),
                plain.callOff(),
                plain.from(),
                plain.mass(),
                plain.packages(),
                plain.firstDay(),
                plain.lastDay(),
                List.of(sent));
        deliveries.book(cast.clerk(), booking);
        return booking;
    }

    private void handedOver(Booking booking) {
        consignments.handOver(
                cast.clerk(),
                booking.id(),
                new Carrier(Optional.empty(), "Own truck"),
                Optional.empty(),
                clock.instant());
    }

    private void toldAgain(Booking booking) throws Exception {
        List<Race.Outcome<Boolean>> ended = Race.of(Collections.nCopies(5, () -> {
            lots.putBack(cast.county(), booking.id(), clock.instant());
            return true;
        }));
        assertThat(Race.won(ended)).isEqualTo(5);
    }

    @Test
    void whatFailedOnTheWayIsInStockAgainOnceAndMayGoAgain() throws Exception {
        CallOff callOff = deal.called(deal.signed(), Mass.kilograms(1_500));
        LotId one = takenIn(1_000);
        LotId other = takenIn(600);
        SentLot[] sent = {new SentLot(one, Mass.kilograms(900)), new SentLot(other, Mass.kilograms(600))};
        Booking booking = booked(callOff, sent);
        assertThat(onHand(one)).isEqualTo(Mass.kilograms(100));
        assertThat(onHand(other)).isEqualTo(Mass.ZERO);
        handedOver(booking);
        consignments.fail(cast.clerk(), booking.id(), "The pass is snowed in", clock.instant());
        await().until(() -> back(booking).size() == 2);
        toldAgain(booking);
        assertThat(onHand(one)).isEqualTo(Mass.kilograms(1_000));
        assertThat(onHand(other)).isEqualTo(Mass.kilograms(600));
        assertThat(back(booking)).hasSize(2).allSatisfy(movement -> {
            assertThat(movement.position().site()).isEqualTo(deal.packingHouse);
            assertThat(movement.recordedPerson()).isEqualTo(cast.clerk().person());
        });
        deliveries.book(cast.clerk(), booking);
        assertThat(onHand(one)).as("the same booking again sends nothing").isEqualTo(Mass.kilograms(1_000));
        booked(callOff, sent);
        assertThat(onHand(one)).isEqualTo(Mass.kilograms(100));
        StockInvariants.hold(jdbc);
    }

    @Test
    void aCallOffThatIsWithdrawnBringsBackWhatWasBookedForIt() throws Exception {
        Contract contract = deal.signed();
        CallOff callOff = deal.called(contract, Mass.kilograms(500));
        LotId lot = takenIn(500);
        Booking booking = booked(callOff, new SentLot(lot, Mass.kilograms(500)));
        assertThat(onHand(lot)).isEqualTo(Mass.ZERO);
        callOffs.withdraw(cast.buyer(), contract.id(), callOff.id());
        // Beside the listener: whoever comes first puts back, the others find it done.
        toldAgain(booking);
        await().until(() -> back(booking).size() == 1);
        assertThat(onHand(lot)).isEqualTo(Mass.kilograms(500));
        StockInvariants.hold(jdbc);
    }

    @Test
    void whatIsRefusedOfGoodsThatArrivedIsNotThoughtToBeThere() {
        CallOff callOff = deal.called(deal.signed(), Mass.kilograms(900));
        LotId lot = takenIn(1_000);
        Booking booking = booked(callOff, new SentLot(lot, Mass.kilograms(900)));
        handedOver(booking);
        consignments.deliver(cast.clerk(), booking.id(), "Gao Wei", Mass.kilograms(800), clock.instant());
        await().ignoreExceptions()
                .until(() -> invoices.see(cast.clerk(), InvoiceId.of(booking.id()))
                                .amount()
                                .fen()
                        > 0);
        assertThat(back(booking)).isEmpty();
        assertThat(onHand(lot)).isEqualTo(Mass.kilograms(100));
        StockInvariants.hold(jdbc);
    }
}
