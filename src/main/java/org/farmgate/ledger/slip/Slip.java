package org.farmgate.ledger.slip;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;

/// What `holder` owed `payee` over some days, both included.
///
/// @param earlier owed before the first day
/// @param lines in the order of days
public record Slip(PartyId holder, PartyId payee, LocalDate from, LocalDate to, Money earlier, List<SlipLine> lines) {
    public Slip {
        lines = List.copyOf(lines);
    }

    public Money sum(SlipLine.Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(SlipLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    public Money earned() {
        return sum(SlipLine.Kind.EARNED);
    }

    /// Zero or negative.
    public Money taken() {
        return sum(SlipLine.Kind.TAKEN);
    }

    /// What reached the bank, less what came back; zero or negative.
    public Money paidOut() {
        return sum(SlipLine.Kind.PAID_OUT).plus(sum(SlipLine.Kind.RETURNED));
    }

    /// Owed after the last day.
    public Money carriedOver() {
        return lines.stream().map(SlipLine::amount).reduce(earlier, Money::plus);
    }
}
