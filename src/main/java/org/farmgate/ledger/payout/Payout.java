package org.farmgate.ledger.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// A batch of payments out of one origin's books.
///
/// @param holder who pays
/// @param payOn on which day the bank is to pay
/// @param proposedBy the person
/// @param endedBy the person who released or cancelled it
public record Payout(
        PayoutId id,
        RegionId origin,
        PartyId holder,
        LocalDate payOn,
        PayoutState state,
        PartyId proposedBy,
        Instant proposedAt,
        Optional<PartyId> endedBy,
        Optional<Instant> endedAt,
        List<PayoutLine> lines) {
    /// More payments than this are a second payout.
    public static final int MOST_LINES = 1_000;

    public Payout {
        lines = List.copyOf(lines);
    }

    public Money amount() {
        return lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }

    public boolean isReleased() {
        return state == PayoutState.RELEASED;
    }
}
