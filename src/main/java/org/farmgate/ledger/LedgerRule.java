package org.farmgate.ledger;

import org.farmgate.platform.Rule;

/// What the books refuse.
public enum LedgerRule implements Rule {
    /// Nothing is posted that moves nothing, or backwards: the accounts say which way.
    AMOUNT_NOT_POSITIVE(422),
    /// Beyond the greatest sum the platform keeps; almost always a wrong unit.
    AMOUNT_TOO_LARGE(422),
    /// Every origin balances by itself, so no transfer goes from one to another.
    ACROSS_ORIGINS(422),
    /// From an account to itself nothing moves.
    SAME_ACCOUNT(422),
    /// The kind of account names more, or less, than this.
    ACCOUNT_INCOMPLETE(422),
    /// An id that was posted stands for that entry for ever.
    TRANSFER_ID_TAKEN(409),
    /// Money held for others is never spent twice: escrow, deposits and payouts do not fall below zero.
    NOT_ENOUGH_ON_ACCOUNT(409),
    /// The id was used to set something else aside.
    HOLD_ID_TAKEN(409),
    /// No more is set aside than is there.
    HOLD_EXCEEDS_AVAILABLE(409),
    /// No more is settled than was set aside.
    SETTLED_MORE_THAN_HELD(422),
    /// What was set aside was settled or released before, and otherwise than now.
    HOLD_HAS_ENDED(409),
    /// A later claw-back took what had been set aside; it must be reckoned anew.
    HOLD_NOT_COVERED(409),
    /// What belongs to a payout or a correction is undone there.
    NOT_CORRECTED_HERE(409),
    /// Nobody corrects what stands in somebody else's books too.
    NOT_ONLY_YOUR_BOOKS(409),
    /// An entry is corrected once.
    CORRECTED_BEFORE(409),
    /// The parts of a split are 10,000 basis points, no more and no less.
    SPLIT_NOT_WHOLE(422);

    private final int status;

    LedgerRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
