package org.farmgate.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;

/// One entry of the books: so much from one account to another. It never changes; what was wrong is put right
/// by another one.
///
/// @param amount more than zero; the accounts say which way
/// @param on the day that it counts for
/// @param causeKind what made it, such as `ticket` or `order`; lower case
/// @param cause which one
public record Transfer(
        TransferId id,
        AccountKey debit,
        AccountKey credit,
        Money amount,
        LocalDate on,
        String causeKind,
        UUID cause,
        Particulars particulars) {
    private static final int LONGEST_CAUSE_KIND = 40;

    /// Refuses by AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, ACROSS_ORIGINS, SAME_ACCOUNT.
    public Transfer {
        checkAmount(amount);
        if (!debit.origin().equals(credit.origin())) throw new RuleBroken(LedgerRule.ACROSS_ORIGINS);
        if (debit.equals(credit)) throw new RuleBroken(LedgerRule.SAME_ACCOUNT);
        if (causeKind.isEmpty() || causeKind.length() > LONGEST_CAUSE_KIND)
            throw new IllegalArgumentException("a cause has a short kind: " + causeKind);
    }

    static void checkAmount(Money amount) {
        if (amount.fen() <= 0) throw new RuleBroken(LedgerRule.AMOUNT_NOT_POSITIVE, amount);
        if (amount.fen() > Money.GREATEST_FEN) throw new RuleBroken(LedgerRule.AMOUNT_TOO_LARGE, amount);
    }

    /// Whether the same was asked for. The day and the particulars of the first stay: whoever is told of the
    /// same cause again after midnight asks for nothing new.
    boolean sameAs(Transfer other) {
        return debit.equals(other.debit)
                && credit.equals(other.credit)
                && amount.equals(other.amount)
                && causeKind.equals(other.causeKind)
                && cause.equals(other.cause);
    }
}
