package org.farmgate.trade;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;

/// The deposit of a contract: what is due, what the seller holds, what happened.
///
/// @param dueOn empty until both have signed
/// @param held what the books say is held now
/// @param entries the earliest first
public record DepositAccount(Money due, Optional<LocalDate> dueOn, Money held, List<DepositEntry> entries) {
    public DepositAccount {
        entries = List.copyOf(entries);
    }

    public Money received() {
        return sum(DepositEntry.Kind.RECEIVED);
    }

    /// Still to be paid by the buyer.
    public Money missing() {
        return new Money(Math.max(0, due.fen() - received().fen()));
    }

    private Money sum(DepositEntry.Kind kind) {
        return new Money(entries.stream()
                .filter(entry -> entry.kind() == kind)
                .mapToLong(entry -> entry.amount().fen())
                .sum());
    }
}
