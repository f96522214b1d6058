package org.farmgate.ledger.payout;

import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;

/// What could be paid out to one payee now.
///
/// @param payable what is owed and not set aside; claw-backs are taken off already
/// @param owes what the payee owes the payer, which is kept back
/// @param obstacle why it cannot be paid out now
public record Due(PartyId payee, Money payable, Money owes, Optional<Obstacle> obstacle) {
    public enum Obstacle {
        /// No bank number is kept of the payee.
        NO_BANK_NUMBER,
        /// The payee owes as much or more.
        OWES_MORE,
        /// The payee was anonymised.
        ERASED
    }

    /// What would be paid.
    public Money amount() {
        return payable.minus(owes);
    }

    public boolean canBePaid() {
        return obstacle.isEmpty();
    }
}
