package org.farmgate.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// What every kind of account of an origin has come to by the end of a day. Both columns add up to the same,
/// or the books are wrong; of one holder alone they need not, where an entry has another holder on its other
/// side.
///
/// @param holder whose accounts alone, where only those are meant
public record TrialBalance(RegionId origin, Optional<PartyId> holder, LocalDate on, List<Line> lines) {
    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /// @param debited all that was ever debited
    /// @param credited all that was ever credited
    public record Line(AccountKind kind, Money debited, Money credited) {
        /// What is left on the debit side; zero where the credit side is greater.
        public Money debit() {
            return new Money(Math.max(0, debited.fen() - credited.fen()));
        }

        public Money credit() {
            return new Money(Math.max(0, credited.fen() - debited.fen()));
        }
    }

    public Money debit() {
        return lines.stream().map(Line::debit).reduce(Money.ZERO, Money::plus);
    }

    public Money credit() {
        return lines.stream().map(Line::credit).reduce(Money.ZERO, Money::plus);
    }

    public boolean balances() {
        return debit().equals(credit());
    }
}
