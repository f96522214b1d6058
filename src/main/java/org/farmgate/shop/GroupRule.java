package org.farmgate.shop;

import org.farmgate.platform.Rule;

/// What is refused of group pre-orders.
public enum GroupRule implements Rule {
    /// Whoever ordered before must not find that their order waits now.
    GROUP_NOT_A_DRAFT,
    /// Two people are a group; more than is offered cannot be ordered.
    GROUP_SIZE_OUT_OF_RANGE,
    /// It ends in the future, and before people forget what they paid for.
    GROUP_END_OUT_OF_RANGE,
    /// One listing gathers once.
    GROUP_ALREADY_OPEN,
    /// Who has paid has joined; who pays at the door has not yet.
    GROUP_NOT_AT_THE_DOOR,
    /// It did not come about; whoever joined now would only be paid back.
    GROUP_HAS_FAILED;

    @Override
    public int status() {
        return switch (this) {
            case GROUP_NOT_A_DRAFT, GROUP_ALREADY_OPEN, GROUP_HAS_FAILED -> 409;
            case GROUP_SIZE_OUT_OF_RANGE, GROUP_END_OUT_OF_RANGE, GROUP_NOT_AT_THE_DOOR -> 422;
        };
    }
}
