package org.farmgate.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Paging;

/// Which postings: of an account, of a cause, or all of an origin, between two days (both included).
public record PostingQuery(
        Paging paging,
        RegionId origin,
        Optional<AccountId> account,
        Optional<UUID> cause,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {
    public static PostingQuery ofAccount(Paging paging, AccountKey account) {
        return new PostingQuery(
                paging,
                account.origin(),
                Optional.of(account.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static PostingQuery ofCause(Paging paging, RegionId origin, UUID cause) {
        return new PostingQuery(
                paging, origin, Optional.empty(), Optional.of(cause), Optional.empty(), Optional.empty());
    }
}
