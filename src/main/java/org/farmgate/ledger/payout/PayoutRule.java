package org.farmgate.ledger.payout;

import org.farmgate.platform.Rule;

/// What is refused about payouts.
public enum PayoutRule implements Rule {
    /// The id was used for another payout.
    PAYOUT_ID_TAKEN,
    /// Nobody is owed anything that could be paid out now.
    NOTHING_TO_PAY_OUT,
    /// One of those chosen cannot be paid now; the list says why.
    PAYEE_CANNOT_BE_PAID,
    /// A bank takes so many payments in one file.
    PAYOUT_TOO_MANY,
    /// Released or cancelled already.
    PAYOUT_NOT_OPEN,
    /// Two pairs of eyes: whoever proposed it may not release it too.
    PROPOSER_CANNOT_RELEASE,
    /// A debt it was set off against has changed since; cancel it and propose anew.
    PAYOUT_OUT_OF_DATE,
    /// A file goes to the bank only after the second person said so.
    PAYOUT_NOT_RELEASED,
    /// The bank must know from which account to pay.
    HOLDER_WITHOUT_BANK_NUMBER,
    /// Paid or returned already.
    PAYOUT_LINE_HAS_ENDED
}
