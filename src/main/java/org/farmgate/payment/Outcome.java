package org.farmgate.payment;

/// What we made of something a provider told us; message `payment.outcome.<OUTCOME>`.
enum Outcome {
    /// It changed something.
    TAKEN,
    /// We knew already.
    REPEATED,
    /// It says nothing that matters, or it came after something that outweighs it.
    IGNORED,
    /// We know no such payment or refund of that provider.
    UNKNOWN,
    /// It names another amount than was asked for. Nothing was changed; somebody must look.
    AMOUNT_DIFFERS,
    /// It names a second transaction for what was paid before. Nothing was changed; somebody must look.
    PAID_TWICE;

    /// Whether the provider need not tell it again.
    boolean settles() {
        return switch (this) {
            case TAKEN, REPEATED, IGNORED, PAID_TWICE -> true;
            case UNKNOWN, AMOUNT_DIFFERS -> false;
        };
    }
}
