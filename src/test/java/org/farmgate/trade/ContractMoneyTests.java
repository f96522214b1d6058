package org.farmgate.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Postings;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.Deduction;
import org.farmgate.supply.DeductionKind;
import org.farmgate.supply.NewQuote;
import org.farmgate.supply.NewTicket;
import org.farmgate.supply.QuoteId;
import org.farmgate.supply.Quotes;
import org.farmgate.supply.Ticket;
import org.farmgate.supply.TicketId;
import org.farmgate.supply.Tickets;
import org.farmgate.supply.Title;
import org.farmgate.supply.Weighing;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.farmgate.trade.DepositEntry.DepositEntryId;
import org.farmgate.trade.InvoicePayment.Means;
import org.farmgate.trade.InvoicePayment.PaymentId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Deal.class})
class ContractMoneyTests {
    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    Deal deal;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Invoices invoices;

    @Autowired
    ContractDeposits deposits;

    @Autowired
    CallOffs callOffs;

    @Autowired
    Consignments consignments;

    @Autowired
    Tickets tickets;

    @Autowired
    Quotes quotes;

    @Autowired
    org.farmgate.stock.Positions positions;

    @Autowired
    Postings postings;

    @Autowired
    Clock clock;

    private static void refused(Rule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    private PartyId seller() {
        return cast.manager().organisation();
    }

    private Money receivable() {
        return postings.balance(
                AccountKey.receivable(cast.county(), seller(), cast.buyer().organisation()));
    }

    private Money of(AccountKind kind) {
        return postings.balance(AccountKey.of(cast.county(), kind, seller()));
    }

    private Invoice made(InvoiceId id) {
        await().until(() -> count(id) == 1);
        return invoices.see(cast.buyer(), id);
    }

    private int count(InvoiceId id) {
        try {
            invoices.see(cast.manager(), id);
            return 1;
        } catch (NotFound _) {
            return 0;
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Test
    void anAcceptedDeliveryMakesOneInvoiceOfTheMassThatWasTaken() {
        Contract contract = deal.signed();
        Money owed = receivable();
        Money sales = of(AccountKind.SALES);
        InvoiceId id = deal.delivered(contract, Mass.tonnes(4), new Mass(3_987_600));
        Invoice invoice = made(id);
        assertThat(invoice.amount()).isEqualTo(new Money(996_900));
        assertThat(invoice.number()).isEqualTo(contract.number() + "-001");
        assertThat(invoice.dueOn()).isEqualTo(today().plusDays(15));
        assertThat(invoice.stage()).isEqualTo(InvoiceStage.OPEN);
        invoices.delivered(consignments
                .get(new org.farmgate.logistics.ConsignmentId(id.value()))
                .id());
        assertThat(receivable().minus(owed)).isEqualTo(new Money(996_900));
        assertThat(of(AccountKind.SALES).minus(sales)).isEqualTo(new Money(996_900));
        assertThat(invoices.missing()).isEmpty();
        Fulfilment kept = deliveries.fulfilment(cast.buyer(), contract.id());
        assertThat(kept.delivered()).isEqualTo(new Mass(3_987_600));
        assertThat(kept.shortfall()).as("the window is open").isEqualTo(Mass.ZERO);
    }

    @Test
    void toldOfTheSameDeliveryByManyAtOnceItIsInvoicedOnce() throws Exception {
        Contract contract = deal.signed();
        Money owed = receivable();
        InvoiceId id = deal.delivered(contract, Mass.tonnes(1), Mass.tonnes(1));
        var consignment = new org.farmgate.logistics.ConsignmentId(id.value());
        List<Race.Outcome<Boolean>> ended = Race.of(Collections.nCopies(6, () -> {
            invoices.delivered(consignment);
            return true;
        }));
        assertThat(Race.won(ended)).isEqualTo(6);
        made(id);
        assertThat(receivable().minus(owed)).isEqualTo(Money.yuan(2_500));
        assertThat(invoices.search(cast.manager(), new InvoiceQuery(Paging.first(), Optional.of(contract.id()), false))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void whatIsTakenBeyondTheToleranceIsNotOwed() {
        Contract contract = deal.signed();
        made(deal.delivered(contract, Mass.tonnes(6), Mass.tonnes(6)));
        Invoice last = made(deal.delivered(contract, new Mass(4_500_000), new Mass(4_500_000)));
        assertThat(last.beyond()).isEqualTo(Mass.ZERO);
        refused(TradeRule.CALL_OFF_EXCEEDS_REMAINING, () -> deal.called(contract, Mass.kilograms(1)));
        // Loaded by 4 % more than was called off: within the scale of one call-off, beyond what the contract covers.
        Contract other = deal.signed();
        CallOff callOff = deal.called(other, new Mass(10_500_000));
        Consignment booked = deliveries.book(cast.clerk(), deal.booking(callOff, new Mass(10_900_000)));
        consignments.handOver(
                cast.clerk(),
                booked.id(),
                new org.farmgate.logistics.Carrier(Optional.empty(), "Own truck"),
                Optional.empty(),
                clock.instant());
        consignments.deliver(cast.clerk(), booked.id(), "Gao Wei", new Mass(10_900_000), clock.instant());
        Invoice beyond = made(InvoiceId.of(booked.id()));
        assertThat(beyond.beyond()).isEqualTo(new Mass(400_000));
        assertThat(beyond.amount()).isEqualTo(Money.yuan(26_250));
    }

    @Test
    void noMoreGoesThanWasCalledOffAndWhatHasLeftIsNotTakenBack() {
        Contract contract = deal.signed();
        CallOff callOff = deal.called(contract, Mass.tonnes(2));
        Booking first = deal.booking(callOff, Mass.tonnes(2));
        Consignment booked = deliveries.book(cast.clerk(), first);
        assertThat(deliveries.book(cast.clerk(), first)).isEqualTo(booked);
        refused(
                TradeRule.DELIVERY_EXCEEDS_CALL_OFF,
                () -> deliveries.book(cast.clerk(), deal.booking(callOff, Mass.kilograms(101))));
        refused(
                TradeRule.CONTRACT_NOT_A_PARTY,
                () -> deliveries.book(withMoving(cast.buyer()), deal.booking(callOff, Mass.kilograms(1))));
        assertThatThrownBy(() -> deliveries.book(cast.otherManager(), deal.booking(callOff, Mass.kilograms(1))))
                .isInstanceOf(NotFound.class);
        callOffs.withdraw(cast.buyer(), contract.id(), callOff.id());
        assertThat(consignments.get(booked.id()).stage()).isEqualTo(ConsignmentStage.FAILED);
        refused(
                TradeRule.CALL_OFF_ALREADY_WITHDRAWN,
                () -> deliveries.book(cast.clerk(), deal.booking(callOff, Mass.tonnes(1))));
        CallOff gone = deal.called(contract, Mass.tonnes(2));
        deal.sent(gone, Mass.tonnes(2));
        refused(TradeRule.CALL_OFF_ON_ITS_WAY, () -> callOffs.withdraw(cast.buyer(), contract.id(), gone.id()));
    }

    private static Actor withMoving(Actor one) {
        var rights = new java.util.HashSet<>(one.rights());
        rights.add(org.farmgate.platform.Right.MOVE_GOODS);
        return new Actor(
                one.account(),
                one.person(),
                one.personName(),
                one.organisation(),
                one.organisationName(),
                one.region(),
                one.everywhere(),
                rights);
    }

    private void quoted(Actor by, int daysBeforeMonday, String price, String source) {
        quotes.note(
                by,
                new NewQuote(
                        QuoteId.next(),
                        deal.melon,
                        2,
                        cast.county(),
                        deal.window.first().monday().minusDays(daysBeforeMonday),
                        Deal.yuan(price),
                        source));
    }

    @Test
    void aMarketPriceFollowsAnIndependentQuoteThatTheInvoiceNames() {
        PriceRule rule = new PriceRule.FloorPlusUpside(Deal.yuan("2.00"), Deal.yuan("2.40"), 5_000, Deal.INDEX);
        Invoice atFloor = made(deal.delivered(deal.signed(rule), Mass.tonnes(1), Mass.tonnes(1)));
        assertThat(atFloor.quote()).isEmpty();
        assertThat(atFloor.price()).isEqualTo(Deal.yuan("2.00"));
        quoted(cast.officer(), 9, "2.60", Deal.INDEX.name());
        quoted(cast.officer(), 2, "3.00", Deal.INDEX.name() + ", " + Deal.INDEX.source());
        quoted(cast.manager(), 1, "9.00", Deal.INDEX.name());
        quoted(cast.aygul(), 1, "8.00", Deal.INDEX.name() + ", " + Deal.INDEX.source());
        quoted(cast.officer(), 1, "7.00", "Somebody at the market");
        Invoice followed = made(deal.delivered(deal.signed(rule), Mass.tonnes(1), Mass.tonnes(1)));
        assertThat(followed.quote())
                .contains(new IndexQuote(
                        Deal.INDEX,
                        Deal.yuan("3.00"),
                        deal.window.first().monday().minusDays(2)));
        assertThat(followed.price()).isEqualTo(Deal.yuan("2.30"));
        assertThat(followed.amount()).isEqualTo(Money.yuan(2_300));
    }

    @Test
    void whatComesInIsEnteredOnceAndNeverMoreThanIsOwed() throws Exception {
        Invoice invoice = made(deal.delivered(deal.signed(), Mass.tonnes(2), Mass.tonnes(2)));
        Money owed = receivable();
        Money bank = of(AccountKind.BANK);
        PaymentId id = PaymentId.next();
        for (int again = 0; again < 2; again++)
            invoices.pay(cast.clerk(), invoice.id(), id, Money.yuan(2_000), today(), Means.BANK, "Slip 7");
        assertThat(receivable().minus(owed)).isEqualTo(Money.yuan(-2_000));
        assertThat(of(AccountKind.BANK).minus(bank)).isEqualTo(Money.yuan(2_000));
        refused(
                TradeRule.INVOICE_PAYMENT_ID_TAKEN,
                () -> invoices.pay(cast.clerk(), invoice.id(), id, Money.yuan(1), today(), Means.BANK, "Slip 7"));
        refused(
                TradeRule.INVOICE_PAYMENT_EXCEEDS,
                () -> invoices.pay(
                        cast.clerk(), invoice.id(), PaymentId.next(), Money.yuan(3_001), today(), Means.CASH, ""));
        refused(
                TradeRule.INVOICE_PAYMENT_EXCEEDS,
                () -> invoices.pay(cast.clerk(), invoice.id(), PaymentId.next(), Money.ZERO, today(), Means.CASH, ""));
        refused(
                TradeRule.INVOICE_PAYMENT_DATE,
                () -> invoices.pay(
                        cast.clerk(),
                        invoice.id(),
                        PaymentId.next(),
                        Money.yuan(1),
                        today().plusDays(1),
                        Means.CASH,
                        ""));
        assertThatThrownBy(() -> invoices.pay(
                        cast.buyer(), invoice.id(), PaymentId.next(), Money.yuan(1), today(), Means.BANK, ""))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> invoices.pay(
                        cast.viewer(), invoice.id(), PaymentId.next(), Money.yuan(1), today(), Means.BANK, ""))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> invoices.see(cast.otherManager(), invoice.id()))
                .isInstanceOf(NotFound.class);
        List<Race.Outcome<Invoice>> ended = Race.of(Collections.nCopies(
                5,
                () -> invoices.pay(
                        cast.clerk(), invoice.id(), PaymentId.next(), Money.yuan(1_000), today(), Means.BANK, "")));
        assertThat(Race.won(ended)).as("3,000 were open").isEqualTo(3);
        assertThat(invoices.see(cast.buyer(), invoice.id()).stage()).isEqualTo(InvoiceStage.PAID);
        assertThat(receivable().minus(owed)).isEqualTo(Money.yuan(-5_000));
    }

    private AccountKey held(Contract contract) {
        return new AccountKey(
                cast.county(),
                AccountKind.DEPOSIT_HELD,
                Optional.of(contract.terms().seller()),
                Optional.of(contract.terms().buyer()),
                contract.id().toString());
    }

    @Test
    void aDepositIsHeldForTheBuyerThenPaysOrGoesBack() {
        Contract contract = deal.signed();
        DepositAccount start = deposits.of(cast.buyer(), contract.id());
        assertThat(start.due()).isEqualTo(Money.yuan(5_000));
        assertThat(start.dueOn()).contains(today().plusDays(10));
        DepositEntryId id = DepositEntryId.next();
        for (int again = 0; again < 2; again++)
            deposits.receive(cast.clerk(), id, contract.id(), Money.yuan(3_000), today(), "Slip 1");
        refused(
                TradeRule.DEPOSIT_ENTRY_ID_TAKEN,
                () -> deposits.receive(cast.clerk(), id, contract.id(), Money.yuan(3_001), today(), "Slip 1"));
        refused(
                TradeRule.DEPOSIT_EXCEEDS_DUE,
                () -> deposits.receive(
                        cast.clerk(), DepositEntryId.next(), contract.id(), Money.yuan(2_001), today(), ""));
        assertThat(postings.balance(held(contract))).isEqualTo(Money.yuan(3_000));
        Invoice invoice = made(deal.delivered(contract, Mass.tonnes(1), Mass.tonnes(1)));
        Money bank = of(AccountKind.BANK);
        DepositEntryId applied = DepositEntryId.next();
        deposits.apply(cast.clerk(), applied, invoice.id(), Money.yuan(2_500));
        deposits.apply(cast.clerk(), applied, invoice.id(), Money.yuan(2_500));
        assertThat(invoices.see(cast.buyer(), invoice.id()).stage()).isEqualTo(InvoiceStage.PAID);
        assertThat(of(AccountKind.BANK)).as("it was there already").isEqualTo(bank);
        refused(
                TradeRule.DEPOSIT_EXCEEDS_HELD,
                () -> deposits.giveBack(
                        cast.clerk(), DepositEntryId.next(), contract.id(), Money.yuan(501), today(), ""));
        deposits.giveBack(cast.clerk(), DepositEntryId.next(), contract.id(), Money.yuan(500), today(), "Done");
        assertThat(postings.balance(held(contract))).isEqualTo(Money.ZERO);
        assertThat(of(AccountKind.BANK).minus(bank)).isEqualTo(Money.yuan(-500));
    }

    @Test
    void aDepositIsNeverSpentTwiceNorForfeitBeforeTheEnd() throws Exception {
        Contract contract = deal.signed();
        deposits.receive(cast.clerk(), DepositEntryId.next(), contract.id(), Money.yuan(5_000), today(), "");
        refused(
                TradeRule.DEPOSIT_NOT_FORFEIT,
                () -> deposits.forfeit(
                        cast.clerk(), DepositEntryId.next(), contract.id(), Money.yuan(5_000), "Took nothing"));
        List<Race.Outcome<DepositAccount>> ended = Race.of(IntStream.range(0, 6)
                .<Callable<DepositAccount>>mapToObj(_ -> () -> deposits.giveBack(
                        cast.clerk(), DepositEntryId.next(), contract.id(), Money.yuan(2_000), today(), ""))
                .toList());
        assertThat(Race.won(ended)).isEqualTo(2);
        assertThat(postings.balance(held(contract))).isEqualTo(Money.yuan(1_000));
        for (Actor stranger : List.of(cast.otherManager(), cast.tursun()))
            assertThatThrownBy(() -> deposits.of(stranger, contract.id())).isInstanceOf(NotFound.class);
    }

    private NewTicket weighed(long netKilograms, int grade) {
        return new NewTicket(
                TicketId.next(),
                cast.county(),
                cast.aygul().organisation(),
                Optional.empty(),
                Optional.empty(),
                deal.melon,
                grade,
                new Weighing(
                        Mass.kilograms(netKilograms + 105),
                        Mass.kilograms(100),
                        List.of(new Deduction(DeductionKind.DIRT, Mass.kilograms(5)))),
                Title.OUTRIGHT,
                Optional.empty(),
                "Ma Jun",
                deal.packingHouse,
                clock.instant(),
                Optional.empty());
    }

    @Test
    void aTicketDeliversAgainstAContractAtItsPriceAndIsTheOnlyDebt() {
        Contract contract = deal.withAygul(new PriceRule.Fixed(Deal.yuan("2.20")));
        AccountKey debt =
                AccountKey.payable(cast.county(), seller(), cast.aygul().organisation());
        AccountKey claim = AccountKey.receivable(cast.county(), cast.aygul().organisation(), seller());
        Money before = postings.balance(debt);
        NewTicket wanted = weighed(1_000, 1);
        Invoice invoice = deliveries.weigh(cast.clerk(), contract.id(), wanted);
        assertThat(deliveries.weigh(cast.clerk(), contract.id(), wanted)).isEqualTo(invoice);
        assertThat(invoice.amount()).isEqualTo(Money.yuan(2_200));
        assertThat(invoice.stage()).isEqualTo(InvoiceStage.BY_TICKET);
        assertThat(invoice.open()).isEqualTo(Money.ZERO);
        assertThat(postings.balance(debt).minus(before)).isEqualTo(Money.yuan(2_200));
        assertThat(postings.balance(claim)).as("one kilogram, one debt").isEqualTo(Money.ZERO);
        refused(
                TradeRule.INVOICE_NOT_TO_PAY,
                () -> invoices.pay(
                        cast.aygul(), invoice.id(), PaymentId.next(), Money.yuan(1), today(), Means.CASH, ""));
        assertThat(deliveries.fulfilment(cast.aygul(), contract.id()).delivered())
                .isEqualTo(Mass.tonnes(1));
        Ticket ticket = tickets.get(wanted.id());
        tickets.cancel(cast.clerk(), ticket.id(), "Wrong scale");
        await().until(() -> invoices.see(cast.aygul(), invoice.id()).stage() == InvoiceStage.VOID);
        assertThat(postings.balance(debt)).isEqualTo(before);
        assertThat(deliveries.fulfilment(cast.aygul(), contract.id()).delivered())
                .isEqualTo(Mass.ZERO);
    }

    @Test
    void nothingElseIsWeighedUnderAContract() {
        Contract contract = deal.withAygul(new PriceRule.Fixed(Deal.yuan("2.20")));
        refused(TradeRule.CONTRACT_NOT_A_PARTY, () -> deliveries.weigh(cast.officer(), contract.id(), weighed(1, 1)));
        refused(
                TradeRule.WEIGHED_BEYOND_CONTRACT,
                () -> deliveries.weigh(cast.clerk(), contract.id(), weighed(10_501, 1)));
        NewTicket one = weighed(1, 1);
        NewTicket ofAnother = new NewTicket(
                one.id(),
                one.origin(),
                cast.tursun().organisation(),
                one.plot(),
                one.harvest(),
                one.product(),
                one.grade(),
                one.weighing(),
                one.title(),
                one.price(),
                one.witness(),
                one.site(),
                one.weighedAt(),
                one.contract());
        refused(TradeRule.TICKET_NOT_OF_CONTRACT, () -> deliveries.weigh(cast.clerk(), contract.id(), ofAnother));
        refused(TradeRule.TICKET_NOT_OF_CONTRACT, () -> deliveries.weigh(cast.clerk(), contract.id(), weighed(1, 3)));
    }

    private Ticket takenIn(Actor grower, long netKilograms, Title title) {
        NewTicket one = weighed(netKilograms, 1);
        return tickets.weigh(
                cast.clerk(),
                new NewTicket(
                        one.id(),
                        one.origin(),
                        grower.organisation(),
                        one.plot(),
                        one.harvest(),
                        one.product(),
                        one.grade(),
                        one.weighing(),
                        title,
                        title == Title.OUTRIGHT ? Optional.of(Deal.yuan("2.00")) : Optional.empty(),
                        one.witness(),
                        one.site(),
                        one.weighedAt(),
                        one.contract()));
    }

    private Booking with(Booking booking, SentLot... lots) {
        return new Booking(
                booking.id(),
                booking.contract(),
                booking.callOff(),
                booking.from(),
                booking.mass(),
                booking.packages(),
                booking.firstDay(),
                booking.lastDay(),
                List.of(lots));
    }

    @Test
    void growersWhoseGoodsWereSoldForThemAreOwedOnceAndThoseBoughtFromAreNot() throws Exception {
        Contract contract = deal.signed();
        AccountKey debt =
                AccountKey.payable(cast.county(), seller(), cast.aygul().organisation());
        Ticket bought = takenIn(cast.aygul(), 1_000, Title.OUTRIGHT);
        Ticket forHer = takenIn(cast.aygul(), 1_000, Title.ON_BEHALF);
        Money before = postings.balance(debt);
        Booking booking = with(
                deal.booking(deal.called(contract, Mass.kilograms(1_500)), Mass.kilograms(1_500)),
                new SentLot(bought.lot(), Mass.kilograms(900)),
                new SentLot(forHer.lot(), Mass.kilograms(600)));
        deliveries.book(cast.clerk(), booking);
        deliveries.book(cast.clerk(), booking);
        assertThat(positions.ofLot(forHer.lot()).getFirst().onHand()).isEqualTo(Mass.kilograms(400));
        refused(
                org.farmgate.logistics.LogisticsRule.CONSIGNMENT_ID_TAKEN,
                () -> deliveries.book(cast.clerk(), with(booking, new SentLot(bought.lot(), Mass.kilograms(1_500)))));
        consignments.handOver(
                cast.clerk(),
                booking.id(),
                new org.farmgate.logistics.Carrier(Optional.empty(), "Own truck"),
                Optional.empty(),
                clock.instant());
        consignments.deliver(cast.clerk(), booking.id(), "Gao Wei", Mass.kilograms(1_400), clock.instant());
        Invoice invoice = made(InvoiceId.of(booking.id()));
        assertThat(invoice.amount()).isEqualTo(Money.yuan(3_500));
        List<Race.Outcome<List<GrowerPortion>>> ended =
                Race.of(Collections.nCopies(4, () -> invoices.settle(cast.clerk(), invoice.id(), 1_000)));
        assertThat(Race.won(ended)).isEqualTo(4);
        // 600 of 1,500 kg were hers: 1,400 yuan of the invoice, less a tenth.
        assertThat(postings.balance(debt).minus(before)).isEqualTo(Money.yuan(1_260));
        refused(TradeRule.GROWERS_SETTLED, () -> invoices.settle(cast.clerk(), invoice.id(), 0));
        assertThat(invoices.portions(cast.clerk(), invoice.id())).isNotEmpty();
        assertThat(invoices.settledFee(cast.clerk(), invoice.id())).isPresent();
        assertThat(invoices.portions(cast.buyer(), invoice.id()))
                .as("what growers earn is not the buyer's to see")
                .isEmpty();
        assertThat(invoices.settledFee(cast.buyer(), invoice.id())).isEmpty();
        assertThatThrownBy(() -> invoices.settle(cast.buyer(), invoice.id(), 0)).isInstanceOf(RuleBroken.class);
        Invoice without = made(deal.delivered(contract, Mass.tonnes(1), Mass.tonnes(1)));
        refused(TradeRule.NOBODY_TO_SETTLE, () -> invoices.settle(cast.clerk(), without.id(), 0));
    }

    @Test
    void onlyFittingLotsThatLieThereGoUnderAContract() {
        Contract contract = deal.signed();
        Ticket ticket = takenIn(cast.aygul(), 500, Title.ON_BEHALF);
        CallOff callOff = deal.called(contract, Mass.kilograms(1_000));
        refused(
                TradeRule.DELIVERY_LOTS_DIFFER,
                () -> with(deal.booking(callOff, Mass.kilograms(400)), new SentLot(ticket.lot(), Mass.kilograms(399))));
        refused(
                org.farmgate.stock.StockRule.NOT_ENOUGH_FREE,
                () -> deliveries.book(
                        cast.clerk(),
                        with(
                                deal.booking(callOff, Mass.kilograms(501)),
                                new SentLot(ticket.lot(), Mass.kilograms(501)))));
        jdbc.sql("update stock.position set owner_id = :other where lot_id = :lot")
                .param("other", cast.otherManager().organisation().value())
                .param("lot", ticket.lot().value())
                .update();
        assertThatThrownBy(() -> deliveries.book(
                        cast.clerk(),
                        with(
                                deal.booking(callOff, Mass.kilograms(400)),
                                new SentLot(ticket.lot(), Mass.kilograms(400)))))
                .as("goods of somebody else in the same house")
                .isInstanceOf(org.farmgate.platform.NotFound.class);
        assertThat(deliveries.consignments(cast.clerk(), contract.id()))
                .as("refused whole")
                .isEmpty();
    }
}
