package org.farmgate.live.chat;

import org.farmgate.platform.Rule;

/// What the chat refuses.
public enum ChatRule implements Rule {
    /// One writes while the show is on air, and in the quarter of an hour before.
    CHAT_CLOSED,
    /// Whom the host silenced is silent for this show.
    CHAT_MUTED,
    /// Nobody floods the others: so many a second, a minute, an address.
    CHAT_TOO_FAST,
    /// The host lets everybody write once in so many seconds.
    CHAT_SLOW,
    /// A link leads people away to where nobody answers for anything.
    CHAT_LINK,
    /// Telephone and account numbers do not belong before everybody.
    CHAT_TELEPHONE,
    /// A guest is not called as the host is.
    CHAT_NAME_TAKEN,
    /// An id is used once.
    CHAT_ID_TAKEN;

    @Override
    public int status() {
        return switch (this) {
            case CHAT_CLOSED, CHAT_NAME_TAKEN, CHAT_ID_TAKEN -> 409;
            case CHAT_MUTED -> 403;
            case CHAT_TOO_FAST, CHAT_SLOW -> 429;
            case CHAT_LINK, CHAT_TELEPHONE -> 422;
        };
    }
}
