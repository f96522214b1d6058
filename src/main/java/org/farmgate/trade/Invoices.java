package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentState;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.supply.TicketId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Invoices of accepted deliveries under contracts: made by the delivery itself, once; paid as the seller's
/// bookkeeper enters it.
@Service
@Transactional
public class Invoices {
    /// What consignments under contracts are booked for.
    public static final String CAUSE = "trade.call-off";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final InvoiceStore store;
    private final Invoicing invoicing;
    private final ContractStore contracts;
    private final ContractReadStore reading;
    private final CallOffStore callOffs;
    private final Consignments consignments;
    private final ContractMoney money;
    private final GrowerShares shares;
    private final MoneyAccess access;
    private final Clock clock;

    Invoices(
            InvoiceStore store,
            Invoicing invoicing,
            ContractStore contracts,
            ContractReadStore reading,
            CallOffStore callOffs,
            Consignments consignments,
            ContractMoney money,
            GrowerShares shares,
            MoneyAccess access,
            Clock clock) {
        this.store = store;
        this.invoicing = invoicing;
        this.contracts = contracts;
        this.reading = reading;
        this.callOffs = callOffs;
        this.consignments = consignments;
        this.money = money;
        this.shares = shares;
        this.access = access;
        this.clock = clock;
    }

    /// A consignment under a contract was taken; told again it changes nothing.
    void delivered(ConsignmentId id) {
        if (store.find(InvoiceId.of(id)).isPresent()) return;
        Consignment consignment = consignments.get(id);
        if (!consignment.causeKind().equals(CAUSE)
                || !(consignment.state() instanceof ConsignmentState.Delivered delivered)) return;
        CallOff callOff = callOffs.byIds(consignment.origin(), List.of(new CallOffId(consignment.cause()))).stream()
                .findFirst()
                .orElseThrow();
        contracts.lock(consignment.origin(), callOff.contract());
        if (store.find(InvoiceId.of(id)).isPresent()) return;
        Contract contract = reading.find(callOff.contract()).orElseThrow();
        invoicing.ofConsignment(contract, callOff, consignment, delivered);
    }

    /// The ticket behind one was cancelled.
    void cancelled(TicketId ticket) {
        store.find(InvoiceId.of(ticket)).ifPresent(invoice -> {
            contracts.lock(invoice.origin(), invoice.contract());
            store.voidIt(invoice, clock.instant());
        });
    }

    /// Those delivered that have no invoice yet, as after a crash between the two.
    @Transactional(readOnly = true)
    List<ConsignmentId> missing() {
        Instant since = clock.instant().minus(90, ChronoUnit.DAYS);
        List<ConsignmentId> delivered = consignments.delivered(CAUSE, since);
        var there = store.byIds(delivered.stream().map(InvoiceId::of).toList()).stream()
                .map(invoice -> invoice.id().value())
                .collect(java.util.stream.Collectors.toSet());
        return delivered.stream().filter(id -> !there.contains(id.value())).toList();
    }

    /// Money came in for an invoice; the same again changes nothing. By the seller, with KEEP_BOOKS or by
    /// their own hand. Refuses by [org.farmgate.platform.NotFound], CONTRACT_NOT_A_PARTY,
    /// INVOICE_PAYMENT_EXCEEDS, INVOICE_NOT_TO_PAY, INVOICE_PAYMENT_DATE, INVOICE_PAYMENT_ID_TAKEN.
    public Invoice pay(
            Actor actor,
            InvoiceId id,
            InvoicePayment.PaymentId payment,
            Money amount,
            LocalDate on,
            InvoicePayment.Means means,
            String reference) {
        Invoice seen = access.seen(actor, id);
        access.keeping(actor, seen.contract());
        if (means == InvoicePayment.Means.DEPOSIT) throw new IllegalArgumentException("a deposit is applied");
        enter(actor, seen, payment(actor, seen, payment, amount, on, means, reference));
        return store.find(id).orElseThrow();
    }

    InvoicePayment payment(
            Actor actor,
            Invoice invoice,
            InvoicePayment.PaymentId id,
            Money amount,
            LocalDate on,
            InvoicePayment.Means means,
            String reference) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = invoice.deliveredAt().atZone(CHINA).toLocalDate().minusYears(1);
        if (on.isAfter(today) || on.isBefore(first)) throw new RuleBroken(TradeRule.INVOICE_PAYMENT_DATE, first, today);
        return new InvoicePayment(
                id,
                invoice.id(),
                amount,
                on,
                means,
                reference,
                actor.personName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// Whoever calls holds the contract's lock. False when it was entered before.
    boolean enter(Actor actor, Invoice invoice, InvoicePayment payment) {
        if (payment.amount().fen() <= 0)
            throw new RuleBroken(TradeRule.INVOICE_PAYMENT_EXCEEDS, payment.amount(), invoice.open());
        Optional<InvoicePayment> there = store.findPayment(invoice.origin(), payment.id());
        if (there.isPresent()) {
            if (!there.get().sameAs(payment)) throw new RuleBroken(TradeRule.INVOICE_PAYMENT_ID_TAKEN);
            return false;
        }
        Invoice now = store.find(invoice.id()).orElseThrow();
        if (now.source() == InvoiceSource.TICKET || now.voidedAt().isPresent())
            throw new RuleBroken(TradeRule.INVOICE_NOT_TO_PAY);
        if (!store.pay(now, payment.amount()))
            throw new RuleBroken(TradeRule.INVOICE_PAYMENT_EXCEEDS, payment.amount(), now.open());
        if (!store.insertPayment(invoice.origin(), payment, actor.person()))
            throw new RuleBroken(TradeRule.INVOICE_PAYMENT_ID_TAKEN);
        money.pay(now, payment);
        return true;
    }

    /// Owes the growers whose goods were sold on their behalf what the invoice brings them, once. By the
    /// seller, as [#pay]. Refuses by [org.farmgate.platform.NotFound], CONTRACT_NOT_A_PARTY,
    /// GROWERS_SETTLED, NOBODY_TO_SETTLE.
    ///
    /// @param feeBasisPoints what the seller keeps for selling, 0 to 10,000
    public List<GrowerPortion> settle(Actor actor, InvoiceId id, int feeBasisPoints) {
        Invoice invoice = access.seen(actor, id);
        access.keeping(actor, invoice.contract());
        Optional<Integer> before = store.fee(invoice);
        List<GrowerPortion> portions = shares.of(invoice, before.orElse(feeBasisPoints));
        if (portions.isEmpty()) throw new RuleBroken(TradeRule.NOBODY_TO_SETTLE);
        if (before.isPresent()) {
            if (before.get() != feeBasisPoints) throw new RuleBroken(TradeRule.GROWERS_SETTLED);
            return portions;
        }
        if (!store.settle(invoice, feeBasisPoints, clock.instant())) throw new RuleBroken(TradeRule.GROWERS_SETTLED);
        money.oweGrowers(invoice, portions, LocalDate.now(clock));
        return portions;
    }

    /// What growers get of it, or would get without a fee while it is not settled. None for the buyer: what
    /// the seller's growers earn is not theirs to see.
    @Transactional(readOnly = true)
    public List<GrowerPortion> portions(Actor actor, InvoiceId id) {
        Invoice invoice = access.seen(actor, id);
        if (!access.seesSellersSide(actor, invoice)) return List.of();
        return shares.of(invoice, store.fee(invoice).orElse(0));
    }

    /// The fee by which growers were settled, once they were; as little the buyer's to see.
    @Transactional(readOnly = true)
    public Optional<Integer> settledFee(Actor actor, InvoiceId id) {
        Invoice invoice = access.seen(actor, id);
        return access.seesSellersSide(actor, invoice) ? store.fee(invoice) : Optional.empty();
    }

    /// Needs SEE_BOOKS. Refuses by [org.farmgate.platform.NotFound], also for one of a contract that is
    /// none of theirs.
    @Transactional(readOnly = true)
    public Invoice see(Actor actor, InvoiceId id) {
        return access.seen(actor, id);
    }

    /// What was received for it, the earliest first.
    @Transactional(readOnly = true)
    public List<InvoicePayment> payments(Actor actor, InvoiceId id) {
        return store.payments(access.seen(actor, id));
    }

    /// The latest first.
    @Transactional(readOnly = true)
    public Slice<Invoice> search(Actor actor, InvoiceQuery query) {
        return store.search(access.seeing(actor), query);
    }

    /// Whether the actor enters what comes in for it.
    @Transactional(readOnly = true)
    public boolean keeps(Actor actor, Invoice invoice) {
        return reading.find(invoice.contract())
                .map(contract -> access.keeps(actor, contract.terms()))
                .orElse(false);
    }
}
