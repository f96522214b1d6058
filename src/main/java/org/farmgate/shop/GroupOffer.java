package org.farmgate.shop;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.RegionId;

/// A listing whose orders go on only when enough packs are paid for until a moment.
///
/// @param leastPacks at least so many make it
/// @param paidPacks so many are paid for now, or were when it was decided
public record GroupOffer(
        ListingId listing,
        RegionId origin,
        long leastPacks,
        Instant endsAt,
        State state,
        long paidPacks,
        Optional<Instant> decidedAt) {
    public enum State {
        /// People order and pay; nothing is picked.
        GATHERING,
        /// Enough came together: it is a listing like others from now on.
        MADE,
        /// Too few: everybody gets their money back.
        FAILED
    }

    /// How many packs are still to be ordered for it to be made.
    public long missing() {
        return Math.max(0, leastPacks - paidPacks);
    }

    public boolean isGathering() {
        return state == State.GATHERING;
    }
}
