package org.farmgate.logistics.sharing;

import java.util.List;

/// How a cost is split. All amounts in fen, in the order of the companies.
///
/// @param cost what was to be split: the shares and the excess together are exactly this
/// @param alone what each would have paid going alone
/// @param fair each one's mean part in what the group costs, before it is held within the limits: rounded
/// @param shares what each pays: never above `alone`, never below zero
/// @param excess what is above the sum of all going alone, which none of them owes as a rider; zero where
///     sharing was worth while
/// @param method how `fair` was reckoned
/// @param orders how many orders of boarding were looked at; for [Method#EXACT] all of them
public record CostSplit(
        long cost, List<Long> alone, List<Long> fair, List<Long> shares, long excess, Method method, long orders) {
    /// How the fair parts were reckoned.
    public enum Method {
        /// Over all groups.
        EXACT,
        /// Over a sample of the orders in which the companies may have come aboard.
        SAMPLED
    }

    public CostSplit {
        alone = List.copyOf(alone);
        fair = List.copyOf(fair);
        shares = List.copyOf(shares);
        long paid = excess;
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i) < 0 || shares.get(i) > alone.get(i))
                throw new IllegalArgumentException(
                        "share " + i + " of " + shares.get(i) + " lies outside 0 and " + alone.get(i));
            paid = Math.addExact(paid, shares.get(i));
        }
        if (paid != cost || excess < 0) throw new IllegalArgumentException(paid + " is paid of " + cost);
    }

    /// What the group saves against everybody going alone; negative where it does not.
    public long saved() {
        return alone.stream().mapToLong(Long::longValue).sum() - cost;
    }
}
