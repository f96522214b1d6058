package org.farmgate.ledger.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.HoldId;
import org.farmgate.ledger.NewHold;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// What a payout does to the books. Its postings name it as their cause and their document, and say by their
/// rule what they are.
record PayoutPlan(PayoutId id, RegionId origin, PartyId holder, LocalDate payOn, List<Dues.Plan> payments) {
    static final String CAUSE = "payout";
    static final String SET_OFF = "set-off";
    private static final String RETURNED = "payout-returned";

    Payout proposed(PartyId by, Instant at) {
        List<PayoutLine> lines = new ArrayList<>();
        for (Dues.Plan payment : payments)
            lines.add(new PayoutLine(
                    lines.size() + 1,
                    payment.due().payee(),
                    payment.due().amount(),
                    payment.due().owes(),
                    LineState.PROPOSED,
                    Optional.empty(),
                    ""));
        return new Payout(
                id, origin, holder, payOn, PayoutState.PROPOSED, by, at, Optional.empty(), Optional.empty(), lines);
    }

    List<NewHold> holds() {
        List<NewHold> holds = new ArrayList<>();
        for (Dues.Plan payment : payments) {
            PartyId payee = payment.due().payee();
            AccountKey payable = AccountKey.payable(origin, holder, payee);
            holds.add(hold(
                    payHold(payee),
                    payable,
                    inTransit(origin, holder, id),
                    payment.due().amount(),
                    CAUSE));
            for (DueStore.Row debt : payment.debts())
                holds.add(hold(
                        setOffHold(payee, debt),
                        payable,
                        new AccountKey(
                                origin,
                                AccountKind.RECEIVABLE,
                                Optional.of(holder),
                                Optional.of(payee),
                                debt.subject()),
                        new Money(debt.fen()),
                        SET_OFF));
        }
        return holds;
    }

    List<PayoutStore.LineHold> lineHolds() {
        List<PayoutStore.LineHold> holds = new ArrayList<>();
        int line = 0;
        for (Dues.Plan payment : payments) {
            line++;
            PartyId payee = payment.due().payee();
            holds.add(
                    new PayoutStore.LineHold(payHold(payee), line, payment.due().amount(), Optional.empty()));
            for (DueStore.Row debt : payment.debts())
                holds.add(new PayoutStore.LineHold(
                        setOffHold(payee, debt), line, new Money(debt.fen()), Optional.of(debt.account())));
        }
        return holds;
    }

    private NewHold hold(HoldId hold, AccountKey debit, AccountKey credit, Money amount, String rule) {
        return new NewHold(
                hold, debit, credit, amount, payOn, CAUSE, id.value(), Particulars.of(rule, CAUSE, id.value()));
    }

    private HoldId payHold(PartyId payee) {
        return HoldId.of(CAUSE, id.value(), "pay " + payee);
    }

    private HoldId setOffHold(PartyId payee, DueStore.Row debt) {
        return HoldId.of(CAUSE, id.value(), "set off " + payee + " " + debt.account());
    }

    static Transfer paid(Payout payout, PayoutLine line, LocalDate on) {
        return transfer(payout, line, "paid", inTransit(payout), bank(payout), on, CAUSE);
    }

    /// Back to what is owed: out of what is under way, or out of the bank where it had been paid.
    static Transfer returned(Payout payout, PayoutLine line, LocalDate on) {
        AccountKey from = line.state() == LineState.PAID ? bank(payout) : inTransit(payout);
        AccountKey payable = AccountKey.payable(payout.origin(), payout.holder(), line.payee());
        return transfer(payout, line, "returned", from, payable, on, RETURNED);
    }

    private static Transfer transfer(
            Payout payout,
            PayoutLine line,
            String leg,
            AccountKey debit,
            AccountKey credit,
            LocalDate on,
            String rule) {
        return new Transfer(
                TransferId.of(CAUSE, payout.id().value(), leg + " " + line.number()),
                debit,
                credit,
                line.amount(),
                on,
                CAUSE,
                payout.id().value(),
                Particulars.of(rule, CAUSE, payout.id().value()));
    }

    private static AccountKey inTransit(Payout payout) {
        return inTransit(payout.origin(), payout.holder(), payout.id());
    }

    private static AccountKey inTransit(RegionId origin, PartyId holder, PayoutId id) {
        return new AccountKey(
                origin, AccountKind.PAYOUT_IN_TRANSIT, Optional.of(holder), Optional.empty(), id.toString());
    }

    private static AccountKey bank(Payout payout) {
        return AccountKey.of(payout.origin(), AccountKind.BANK, payout.holder());
    }
}
