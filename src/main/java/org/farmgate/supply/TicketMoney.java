package org.farmgate.supply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Corrections;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// What a ticket does to the books: goods bought against a debt to the grower, once; and the mirror of it
/// when the ticket is cancelled. A ticket for goods sold on the grower's behalf does nothing here.
@Component
class TicketMoney {
    static final String CAUSE = "ticket";

    private final Postings postings;
    private final Corrections corrections;

    TicketMoney(Postings postings, Corrections corrections) {
        this.corrections = corrections;
        this.postings = postings;
    }

    /// The transfer's id is the ticket's: however often this is asked for, the grower is owed once.
    Money owe(Ticket ticket, Price price, LocalDate on) {
        Money worth = price.of(ticket.weighing().net());
        postings.post(List.of(new Transfer(
                TransferId.of(CAUSE, ticket.id().value(), "debt"),
                goods(ticket),
                debt(ticket),
                worth,
                on,
                CAUSE,
                ticket.id().value(),
                particulars(ticket, Optional.of(price), "ticket"))));
        return worth;
    }

    /// Refuses by TICKET_ENTRY_CORRECTED where a bookkeeper has put the debt right meanwhile.
    void takeBack(Ticket ticket, Price price, LocalDate on) {
        postings.post(List.of(new Transfer(
                TransferId.of(CAUSE, ticket.id().value(), "cancelled"),
                debt(ticket),
                goods(ticket),
                price.of(ticket.weighing().net()),
                on,
                CAUSE,
                ticket.id().value(),
                particulars(ticket, Optional.of(price), "ticket.cancelled"))));
        if (corrections.isCorrected(
                ticket.origin(), TransferId.of(CAUSE, ticket.id().value(), "debt")))
            throw new RuleBroken(SupplyRule.TICKET_ENTRY_CORRECTED);
    }

    private static AccountKey goods(Ticket ticket) {
        return AccountKey.of(ticket.origin(), AccountKind.GOODS_BOUGHT, ticket.buyer());
    }

    private static AccountKey debt(Ticket ticket) {
        return AccountKey.payable(ticket.origin(), ticket.buyer(), ticket.grower());
    }

    private static Particulars particulars(Ticket ticket, Optional<Price> price, String rule) {
        return new Particulars(
                Optional.of(ticket.product()),
                Optional.of(ticket.weighing().net()),
                price,
                rule,
                CAUSE,
                Optional.of(ticket.id().value()),
                ticket.weighing().deductions().stream()
                        .map(deduction ->
                                new Particulars.Deduction(deduction.kind().word(), deduction.mass()))
                        .toList());
    }
}
