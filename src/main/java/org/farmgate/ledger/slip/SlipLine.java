package org.farmgate.ledger.slip;

import java.time.LocalDate;
import java.util.UUID;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;

/// One line of a slip: one posting.
///
/// @param amount negative for what was taken back or paid out
public record SlipLine(
        TransferId id,
        RegionId origin,
        LocalDate on,
        Kind kind,
        Money amount,
        String causeKind,
        UUID cause,
        Particulars particulars) {
    public enum Kind {
        /// Owed for goods, a share of a price, a premium.
        EARNED,
        /// Less owed: a claw-back, a fee, a debt that was set off, a correction.
        TAKEN,
        PAID_OUT,
        /// The bank sent a payment back, so it is owed again.
        RETURNED
    }
}
