package org.farmgate.trade;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Money;
import org.springframework.stereotype.Component;

/// What contracts do to the books, all in the seller's. Each transfer has the id of its cause, so that it
/// is posted once.
@Component
class ContractMoney {
    private static final String INVOICE = "invoice";
    private static final String PAYMENT = "invoice-payment";
    private static final String DEPOSIT = "deposit";

    private final Postings postings;

    ContractMoney(Postings postings) {
        this.postings = postings;
    }

    /// The buyer owes what was delivered. Nothing is owed where nothing was invoiced, or where a ticket is
    /// the debt.
    void owe(Invoice invoice, LocalDate on) {
        if (invoice.amount().fen() == 0 || invoice.source() == InvoiceSource.TICKET) return;
        postings.post(List.of(new Transfer(
                TransferId.of(INVOICE, invoice.id().value(), "sale"),
                receivable(invoice),
                AccountKey.of(invoice.origin(), AccountKind.SALES, invoice.seller()),
                invoice.amount(),
                on,
                INVOICE,
                invoice.id().value(),
                new Particulars(
                        Optional.of(invoice.product()),
                        Optional.of(invoice.invoiced()),
                        Optional.of(invoice.price()),
                        INVOICE,
                        INVOICE,
                        Optional.of(invoice.id().value())))));
    }

    /// The buyer paid, or the deposit did.
    void pay(Invoice invoice, InvoicePayment payment) {
        AccountKey from = switch (payment.means()) {
            case BANK -> AccountKey.of(invoice.origin(), AccountKind.BANK, invoice.seller());
            case CASH -> AccountKey.of(invoice.origin(), AccountKind.CASH_IN_HAND, invoice.seller());
            case DEPOSIT -> held(invoice);
        };
        post(
                PAYMENT,
                PAYMENT,
                payment.id().value(),
                from,
                receivable(invoice),
                payment.amount(),
                payment.on(),
                INVOICE,
                invoice.id().value());
    }

    /// Growers are owed what their goods brought; what the seller keeps stays in its sales.
    void oweGrowers(Invoice invoice, List<GrowerPortion> portions, LocalDate on) {
        postings.post(portions.stream()
                .filter(portion -> portion.amount().fen() > 0)
                .map(portion -> new Transfer(
                        TransferId.of(INVOICE, invoice.id().value(), "grower " + portion.lot()),
                        AccountKey.of(invoice.origin(), AccountKind.COST_OF_SALES, invoice.seller()),
                        AccountKey.payable(invoice.origin(), invoice.seller(), portion.grower()),
                        portion.amount(),
                        on,
                        INVOICE,
                        invoice.id().value(),
                        new Particulars(
                                Optional.of(invoice.product()),
                                Optional.of(portion.mass()),
                                Optional.of(invoice.price()),
                                GrowerShares.RULE,
                                INVOICE,
                                Optional.of(invoice.id().value()))))
                .toList());
    }

    /// What a deposit's entry does; what is applied to an invoice is posted as its payment.
    void deposit(Contract contract, DepositEntry entry) {
        AccountKey held = held(contract);
        AccountKey bank = AccountKey.of(
                contract.origin(), AccountKind.BANK, contract.terms().seller());
        switch (entry.kind()) {
            case RECEIVED -> postDeposit(contract, entry, bank, held);
            case GIVEN_BACK -> postDeposit(contract, entry, held, bank);
            case FORFEITED ->
                postDeposit(
                        contract,
                        entry,
                        held,
                        AccountKey.of(
                                contract.origin(),
                                AccountKind.COMPENSATION,
                                contract.terms().seller()));
            case APPLIED -> {}
        }
    }

    Money heldNow(Contract contract) {
        return postings.balance(held(contract));
    }

    private void postDeposit(Contract contract, DepositEntry entry, AccountKey debit, AccountKey credit) {
        post(
                DEPOSIT,
                rule(entry.kind()),
                entry.id().value(),
                debit,
                credit,
                entry.amount(),
                entry.on(),
                "contract",
                contract.id().value());
    }

    /// The word by which books and slips name it.
    private static String rule(DepositEntry.Kind kind) {
        return switch (kind) {
            case RECEIVED, APPLIED -> DEPOSIT;
            case GIVEN_BACK -> "deposit-returned";
            case FORFEITED -> "deposit-forfeited";
        };
    }

    private void post(
            String cause,
            String rule,
            UUID id,
            AccountKey debit,
            AccountKey credit,
            Money amount,
            LocalDate on,
            String document,
            UUID documentId) {
        postings.post(List.of(new Transfer(
                TransferId.of(cause, id, ""),
                debit,
                credit,
                amount,
                on,
                cause,
                id,
                Particulars.of(rule, document, documentId))));
    }

    private static AccountKey receivable(Invoice invoice) {
        return AccountKey.receivable(invoice.origin(), invoice.seller(), invoice.buyer());
    }

    private static AccountKey held(Contract contract) {
        return new AccountKey(
                contract.origin(),
                AccountKind.DEPOSIT_HELD,
                Optional.of(contract.terms().seller()),
                Optional.of(contract.terms().buyer()),
                contract.id().toString());
    }

    private static AccountKey held(Invoice invoice) {
        return new AccountKey(
                invoice.origin(),
                AccountKind.DEPOSIT_HELD,
                Optional.of(invoice.seller()),
                Optional.of(invoice.buyer()),
                invoice.contract().toString());
    }
}
