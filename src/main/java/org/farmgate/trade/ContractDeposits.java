package org.farmgate.trade;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The deposits of contracts: received by the seller and held for the buyer, then applied to invoices,
/// given back, or forfeited. What is held is the books' account; it cannot fall below nothing.
@Service
@Transactional
public class ContractDeposits {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final DepositStore store;
    private final Invoices invoices;
    private final InvoiceStore invoiceStore;
    private final ContractMoney money;
    private final MoneyAccess access;
    private final Clock clock;

    ContractDeposits(
            DepositStore store,
            Invoices invoices,
            InvoiceStore invoiceStore,
            ContractMoney money,
            MoneyAccess access,
            Clock clock) {
        this.store = store;
        this.invoices = invoices;
        this.invoiceStore = invoiceStore;
        this.money = money;
        this.access = access;
        this.clock = clock;
    }

    /// Needs SEE_BOOKS. Refuses by [org.farmgate.platform.NotFound].
    @Transactional(readOnly = true)
    public DepositAccount of(Actor actor, ContractId id) {
        return account(access.seen(actor, id));
    }

    /// Whether the actor enters what happens to it.
    @Transactional(readOnly = true)
    public boolean keeps(Actor actor, ContractId id) {
        return access.keeps(actor, access.seen(actor, id).terms());
    }

    /// The buyer paid it, or part of it; the same again changes nothing. By the seller, with KEEP_BOOKS or
    /// by their own hand.
    ///
    /// Refuses by [org.farmgate.platform.NotFound], CONTRACT_NOT_A_PARTY, CONTRACT_NOT_IN_THAT_STATE,
    /// DEPOSIT_EXCEEDS_DUE, DEPOSIT_ENTRY_ID_TAKEN, INVOICE_PAYMENT_DATE.
    public DepositAccount receive(
            Actor actor,
            DepositEntry.DepositEntryId id,
            ContractId contractId,
            Money amount,
            LocalDate on,
            String note) {
        Contract contract = access.keeping(actor, contractId);
        DepositEntry entry = entry(actor, id, contractId, DepositEntry.Kind.RECEIVED, amount, on, note);
        if (isKnown(contract, entry)) return account(contract);
        if (contract.stage() != ContractStage.SIGNED) throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
        DepositAccount before = account(contract);
        if (amount.fen() <= 0 || amount.compareTo(before.missing()) > 0)
            throw new RuleBroken(TradeRule.DEPOSIT_EXCEEDS_DUE, amount, before.missing());
        return written(actor, contract, entry);
    }

    /// What is held pays an invoice of the same contract, or part of it. Refuses as [#giveBack] and
    /// [Invoices#pay] do.
    public DepositAccount apply(Actor actor, DepositEntry.DepositEntryId id, InvoiceId invoiceId, Money amount) {
        Invoice invoice = invoices.see(actor, invoiceId);
        Contract contract = access.keeping(actor, invoice.contract());
        DepositEntry entry = entry(
                actor, id, contract.id(), DepositEntry.Kind.APPLIED, amount, LocalDate.now(clock), invoice.number());
        if (isKnown(contract, entry)) return account(contract);
        requireHeld(contract, amount);
        DepositAccount after = written(actor, contract, entry);
        invoices.enter(
                actor,
                invoiceStore.find(invoiceId).orElseThrow(),
                invoices.payment(
                        actor,
                        invoice,
                        new InvoicePayment.PaymentId(id.value()),
                        amount,
                        entry.on(),
                        InvoicePayment.Means.DEPOSIT,
                        ""));
        return new DepositAccount(after.due(), after.dueOn(), money.heldNow(contract), after.entries());
    }

    /// The buyer gets it back. Refuses by [org.farmgate.platform.NotFound], CONTRACT_NOT_A_PARTY,
    /// DEPOSIT_EXCEEDS_HELD, DEPOSIT_ENTRY_ID_TAKEN, INVOICE_PAYMENT_DATE.
    public DepositAccount giveBack(
            Actor actor,
            DepositEntry.DepositEntryId id,
            ContractId contractId,
            Money amount,
            LocalDate on,
            String note) {
        Contract contract = access.keeping(actor, contractId);
        DepositEntry entry = entry(actor, id, contractId, DepositEntry.Kind.GIVEN_BACK, amount, on, note);
        if (isKnown(contract, entry)) return account(contract);
        requireHeld(contract, amount);
        return written(actor, contract, entry);
    }

    /// The buyer broke the contract, so the seller keeps it. Only once the contract is closed with too
    /// little called off, and with a reason. Refuses as [#giveBack], and by DEPOSIT_NOT_FORFEIT,
    /// CONTRACT_REASON_MISSING.
    public DepositAccount forfeit(
            Actor actor, DepositEntry.DepositEntryId id, ContractId contractId, Money amount, String reason) {
        Contract contract = access.keeping(actor, contractId);
        if (reason.isBlank()) throw new RuleBroken(TradeRule.CONTRACT_REASON_MISSING);
        DepositEntry entry =
                entry(actor, id, contractId, DepositEntry.Kind.FORFEITED, amount, LocalDate.now(clock), reason);
        if (isKnown(contract, entry)) return account(contract);
        boolean tooLittleCalled = contract.balance()
                        .calledOff()
                        .compareTo(contract.terms()
                                .quantity()
                                .least(contract.balance().contracted()))
                < 0;
        if (contract.stage() != ContractStage.ENDED || !tooLittleCalled)
            throw new RuleBroken(TradeRule.DEPOSIT_NOT_FORFEIT);
        requireHeld(contract, amount);
        return written(actor, contract, entry);
    }

    private void requireHeld(Contract contract, Money amount) {
        Money held = money.heldNow(contract);
        if (amount.fen() <= 0 || amount.compareTo(held) > 0)
            throw new RuleBroken(TradeRule.DEPOSIT_EXCEEDS_HELD, amount, held);
    }

    private boolean isKnown(Contract contract, DepositEntry entry) {
        Optional<DepositEntry> there = store.find(contract.origin(), entry.id());
        there.ifPresent(known -> {
            if (!known.sameAs(entry)) throw new RuleBroken(TradeRule.DEPOSIT_ENTRY_ID_TAKEN);
        });
        return there.isPresent();
    }

    private DepositAccount written(Actor actor, Contract contract, DepositEntry entry) {
        if (!store.insert(contract.origin(), entry, actor.person()))
            throw new RuleBroken(TradeRule.DEPOSIT_ENTRY_ID_TAKEN);
        money.deposit(contract, entry);
        return account(contract);
    }

    private DepositEntry entry(
            Actor actor,
            DepositEntry.DepositEntryId id,
            ContractId contract,
            DepositEntry.Kind kind,
            Money amount,
            LocalDate on,
            String note) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusYears(1);
        if (on.isAfter(today) || on.isBefore(first)) throw new RuleBroken(TradeRule.INVOICE_PAYMENT_DATE, first, today);
        return new DepositEntry(
                id,
                contract,
                kind,
                amount,
                on,
                note,
                actor.personName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private DepositAccount account(Contract contract) {
        ContractTerms terms = contract.terms();
        Money due = terms.depositDue(terms.quantity().expected(ContractWriting.forecastOf(terms.quantity())));
        Optional<LocalDate> dueOn = contract.signatures().size() < 2
                ? Optional.empty()
                : contract.signatures().stream()
                        .map(Signature::at)
                        .max(java.util.Comparator.naturalOrder())
                        .map(at -> at.atZone(CHINA)
                                .toLocalDate()
                                .plusDays(terms.deposit().dueDays()));
        return new DepositAccount(due, dueOn, money.heldNow(contract), store.of(contract.origin(), contract.id()));
    }
}
