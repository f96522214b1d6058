package org.farmgate.live;

import org.farmgate.platform.Rule;

/// What `live` refuses.
public enum ShowRule implements Rule {
    /// An id is used once.
    SHOW_ID_TAKEN,
    /// Nobody holds shows without a permit by name.
    HOST_NOT_PERMITTED,
    /// Who shows their face has shown their identity card.
    HOST_IDENTITY_MISSING,
    /// Nobody goes on air in somebody else's name.
    ON_AIR_BY_THE_HOST,
    /// A permit ends in the future, and within a year.
    PERMIT_END_OUT_OF_RANGE,
    /// A show is announced for a time to come, within a year.
    SHOW_START_OUT_OF_RANGE,
    /// A show goes its way: planned, on air, over.
    SHOW_NOT_IN_THAT_STATE,
    /// One person is on air once at a time.
    HOST_ON_AIR_ELSEWHERE,
    /// Only who is invited brings goods along.
    NOT_TAKING_PART,
    /// A show has room for so many items.
    LINE_UP_FULL,
    /// A listing is in a line-up once.
    ALREADY_IN_LINE_UP,
    /// The host's part of the price leaves something for the seller.
    HOST_SHARE_OUT_OF_RANGE,
    /// Only what is in the line-up is pinned.
    NOT_IN_LINE_UP,
    /// What is pinned is taken off the screen before it leaves the line-up.
    PINNED_NOW;

    @Override
    public int status() {
        return switch (this) {
            case PERMIT_END_OUT_OF_RANGE, SHOW_START_OUT_OF_RANGE, HOST_SHARE_OUT_OF_RANGE -> 422;
            case HOST_NOT_PERMITTED, HOST_IDENTITY_MISSING, ON_AIR_BY_THE_HOST, NOT_TAKING_PART -> 403;
            case SHOW_ID_TAKEN,
                    SHOW_NOT_IN_THAT_STATE,
                    HOST_ON_AIR_ELSEWHERE,
                    LINE_UP_FULL,
                    ALREADY_IN_LINE_UP,
                    NOT_IN_LINE_UP,
                    PINNED_NOW -> 409;
        };
    }
}
