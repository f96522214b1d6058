package org.farmgate.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;

/// An amount to be set aside on one account for another.
///
/// @param particulars its rule and document are kept for the posting; masses and prices are not
public record NewHold(
        HoldId id,
        AccountKey debit,
        AccountKey credit,
        Money amount,
        LocalDate on,
        String causeKind,
        UUID cause,
        Particulars particulars) {
    /// Refuses as [Transfer] does.
    public NewHold {
        Transfer.checkAmount(amount);
        if (!debit.origin().equals(credit.origin())) throw new RuleBroken(LedgerRule.ACROSS_ORIGINS);
        if (debit.equals(credit)) throw new RuleBroken(LedgerRule.SAME_ACCOUNT);
    }

    boolean sameAs(NewHold other) {
        return debit.equals(other.debit)
                && credit.equals(other.credit)
                && amount.equals(other.amount)
                && causeKind.equals(other.causeKind)
                && cause.equals(other.cause);
    }

    /// The same hold gives the same posting.
    Transfer settled(Money settled, LocalDate day) {
        return new Transfer(
                TransferId.of("hold", id.value(), "settle"),
                debit,
                credit,
                settled,
                day,
                causeKind,
                cause,
                particulars);
    }
}
