package org.farmgate.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The books: the one way into them. Who may post is decided by the module that decides about the money; it
/// posts in its own transaction, once.
@Service
@Transactional
public class Postings {
    private final Writing writing;
    private final TransferStore transfers;
    private final TotalStore totals;
    private final PostingStore store;
    private final LedgerAccountStore accounts;
    private final BooksAccess access;

    Postings(
            Writing writing,
            TransferStore transfers,
            TotalStore totals,
            PostingStore store,
            LedgerAccountStore accounts,
            BooksAccess access) {
        this.writing = writing;
        this.transfers = transfers;
        this.totals = totals;
        this.store = store;
        this.accounts = accounts;
        this.access = access;
    }

    /// All or none, in a handful of statements for any number. Those that are posted already are left as they
    /// are. Joins the caller's transaction; call it once in a transaction, with all there is to post.
    ///
    /// Refuses by TRANSFER_ID_TAKEN when an id was posted with other accounts, amount or cause, and by
    /// NOT_ENOUGH_ON_ACCOUNT when escrow, a deposit or a payout under way would fall below zero.
    public void post(Collection<Transfer> wanted) {
        writing.write(wanted, List.of(), LedgerRule.NOT_ENOUGH_ON_ACCOUNT);
    }

    /// On the side on which the account grows; negative on the other.
    @Transactional(readOnly = true)
    public Money balance(AccountKey account) {
        return balances(List.of(account)).getOrDefault(account, Money.ZERO);
    }

    /// One for each account asked for, in one look-up per origin.
    @Transactional(readOnly = true)
    public Map<AccountKey, Money> balances(Collection<AccountKey> accounts) {
        return read(accounts, false);
    }

    /// As [#balances], less what is set aside by [Holds].
    @Transactional(readOnly = true)
    public Map<AccountKey, Money> available(Collection<AccountKey> accounts) {
        return read(accounts, true);
    }

    private Map<AccountKey, Money> read(Collection<AccountKey> accounts, boolean lessHeld) {
        Map<AccountKey, Money> balances = new HashMap<>();
        Map<RegionId, List<AccountKey>> byOrigin =
                accounts.stream().distinct().collect(Collectors.groupingBy(AccountKey::origin));
        byOrigin.forEach((origin, keys) -> {
            Map<AccountId, TotalStore.Row> rows =
                    totals.read(origin, keys.stream().map(AccountKey::id).toList());
            for (AccountKey key : keys) {
                TotalStore.Row row = rows.getOrDefault(key.id(), TotalStore.Row.EMPTY);
                Money balance = balance(key.kind(), row.debitFen(), row.creditFen());
                balances.put(key, lessHeld ? balance.minus(new Money(row.heldFen())) : balance);
            }
        });
        return balances;
    }

    static Money balance(AccountKind kind, long debitFen, long creditFen) {
        return switch (kind.side()) {
            case DEBIT -> new Money(debitFen - creditFen);
            case CREDIT -> new Money(creditFen - debitFen);
        };
    }

    /// Those of them that are posted: for a job that looks for causes not yet posted.
    @Transactional(readOnly = true)
    public Set<TransferId> posted(RegionId origin, Collection<TransferId> ids) {
        return new HashSet<>(transfers.byIds(origin, ids).stream()
                .map(posting -> posting.transfer().id())
                .toList());
    }

    /// What the asker does not see is [NotFound].
    @Transactional(readOnly = true)
    public Posting get(Actor actor, RegionId origin, TransferId id) {
        Sight sight = access.of(actor);
        return transfers.byIds(origin, List.of(id)).stream()
                .filter(posting -> sight.sees(posting.transfer().debit())
                        || sight.sees(posting.transfer().credit()))
                .findFirst()
                .orElseThrow(() -> new NotFound("posting", id));
    }

    /// The latest first; an account that the asker does not see is [NotFound]. The total is counted up to
    /// [PostingStore#MOST_COUNTED]; books are longer than anybody pages.
    @Transactional(readOnly = true)
    public Slice<Posting> search(Actor actor, PostingQuery query) {
        Sight sight = access.of(actor);
        for (AccountId id : query.account().stream().toList())
            if (accounts.find(query.origin(), id).filter(sight::sees).isEmpty())
                throw new NotFound("ledger-account", id);
        return store.search(sight, query);
    }
}
