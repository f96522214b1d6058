package org.farmgate.live.outside;

import org.farmgate.platform.Rule;

/// What is refused of other platforms.
public enum OutsideRule implements Rule {
    /// Files name a channel by its name.
    OUTSIDE_NAME_TAKEN,
    /// A channel has room for so many codes.
    OUTSIDE_TOO_MANY_CODES,
    /// Whoever cannot sign is not told whether there is such a channel.
    OUTSIDE_SIGNATURE_WRONG,
    /// A request is of now, so that an old one cannot be sent again.
    OUTSIDE_CLOCK_APART,
    /// A closed channel takes no orders.
    OUTSIDE_CHANNEL_CLOSED,
    /// Only what the seller has said a code to be is sold under it.
    OUTSIDE_CODE_UNKNOWN,
    /// Where goods go must be known before they are set aside.
    OUTSIDE_REGION_UNKNOWN,
    /// An order is no larger than what one line of a cart may hold.
    OUTSIDE_ORDER_TOO_LARGE,
    /// What was cancelled stays so.
    OUTSIDE_ORDER_CANCELLED,
    /// Only what came can be cancelled.
    OUTSIDE_ORDER_UNKNOWN;

    /// Whether the seller or the platform can put it right, so that the same order may be tried again. A
    /// refusal for want of goods stands: the buyer was told.
    boolean canBeMended() {
        return this == OUTSIDE_CODE_UNKNOWN || this == OUTSIDE_REGION_UNKNOWN || this == OUTSIDE_ORDER_TOO_LARGE;
    }

    @Override
    public int status() {
        return switch (this) {
            case OUTSIDE_SIGNATURE_WRONG, OUTSIDE_CLOCK_APART -> 401;
            case OUTSIDE_ORDER_UNKNOWN -> 404;
            case OUTSIDE_NAME_TAKEN, OUTSIDE_TOO_MANY_CODES, OUTSIDE_CHANNEL_CLOSED, OUTSIDE_ORDER_CANCELLED -> 409;
            case OUTSIDE_CODE_UNKNOWN, OUTSIDE_REGION_UNKNOWN, OUTSIDE_ORDER_TOO_LARGE -> 422;
        };
    }
}
