package org.farmgate.payment;

import org.farmgate.platform.Rule;

/// What `payment` refuses.
public enum PaymentRule implements Rule {
    /// Money is always for something.
    PAYMENT_WITHOUT_PARTS(422),
    /// A limit on everything.
    PAYMENT_TOO_MANY_PARTS(422),
    /// One thing of one county stands once, with its whole sum: refunds are counted against it.
    PAYMENT_PART_REPEATS(422),
    /// Nothing is paid for nothing, and money flows back as a refund only.
    PAYMENT_AMOUNT_NOT_POSITIVE(422),
    /// No provider moves more in one go.
    PAYMENT_AMOUNT_TOO_LARGE(422),
    /// The payer must be able to read what it is for.
    PAYMENT_TITLE_WRONG(422),
    /// Whoever pays must not be sent to a stranger's page.
    PAYMENT_RETURN_NOT_LOCAL(422),
    /// A payment that is over before it begins cannot be paid.
    PAYMENT_EXPIRY_PAST(422),
    /// This installation has no keys for that provider.
    PAYMENT_PROVIDER_OFF,
    /// An id that a client made stands for one payment for ever.
    PAYMENT_ID_TAKEN,
    /// Only what is open can be paid.
    PAYMENT_NOT_OPEN,
    /// Only cash is taken by hand.
    PAYMENT_NOT_CASH,
    /// Part of the money is no payment.
    PAYMENT_AMOUNT_DIFFERS(422),
    /// The provider cannot be reached or does not understand; nothing was changed, and one may try again.
    PAYMENT_PROVIDER_NOT_ANSWERING(503),
    /// Nothing can go back before it came.
    REFUND_BEFORE_PAID,
    /// Never more goes back than came.
    REFUND_EXCEEDS_PAID,
    /// One fen is the least.
    REFUND_NOT_POSITIVE(422),
    /// A refund says why.
    REFUND_REASON_WRONG(422),
    /// An id that a client made stands for one refund for ever.
    REFUND_ID_TAKEN,
    /// What a provider gives back nobody can have handed over.
    REFUND_NOT_CASH,
    /// It went back or failed already.
    REFUND_ENDED;

    private final int status;

    PaymentRule() {
        this(409);
    }

    PaymentRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
