package org.farmgate.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.measure.Money;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.Reach;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The books from above: a trial balance, which opens to accounts, which open to postings ([Postings#search]).
@Service
@Transactional(readOnly = true)
public class Books {
    private final BookStore store;
    private final LedgerAccountStore accounts;
    private final TotalStore totals;
    private final BooksAccess access;
    private final Parties parties;

    Books(BookStore store, LedgerAccountStore accounts, TotalStore totals, BooksAccess access, Parties parties) {
        this.store = store;
        this.accounts = accounts;
        this.totals = totals;
        this.access = access;
        this.parties = parties;
    }

    /// The origins in whose books the asker has anything to see.
    public List<RegionId> origins(Actor actor) {
        Sight sight = access.of(actor);
        return switch (sight.reach()) {
            case Reach.Everything _ -> store.origins(Optional.empty(), Optional.empty());
            case Reach.Regions(var counties) -> store.origins(Optional.empty(), Optional.of(counties));
            case Reach.Parties _ -> store.origins(Optional.of(actor.organisation()), Optional.empty());
        };
    }

    /// Of the whole origin for who sees it whole; for others of the accounts that they hold. Read from totals
    /// by day, however long the books are.
    public TrialBalance trialBalance(Actor actor, RegionId origin, LocalDate on) {
        Sight sight = access.of(actor);
        boolean whole = sight.seesWhole(origin);
        if (!whole && sight.reach() instanceof Reach.Regions) throw new NotFound("ledger-account", origin);
        Optional<PartyId> holder = whole ? Optional.empty() : Optional.of(actor.organisation());
        List<TrialBalance.Line> lines = store.trialBalance(origin, holder, on).stream()
                .sorted((a, b) -> a.kind().compareTo(b.kind()))
                .toList();
        return new TrialBalance(origin, holder, on, lines);
    }

    /// The accounts of one kind, with what was on them at the end of that day. Searches by the name of holder
    /// or counterparty, or by the whole subject.
    public Slice<AccountListing> accounts(Actor actor, RegionId origin, AccountKind kind, LocalDate on, Paging paging) {
        Sight sight = access.of(actor);
        Optional<Collection<PartyId>> named = Optional.empty();
        if (!paging.search().isEmpty())
            named = Optional.of(
                    parties.search(actor, new Paging(0, 200, paging.search()), Optional.empty()).rows().stream()
                            .map(Party::id)
                            .toList());
        List<AccountKey> page = store.accounts(sight, origin, kind, named, paging);
        return Slice.of(listings(origin, page, on), paging, store.count(sight, origin, kind, named, paging));
    }

    /// What the asker does not see is [NotFound].
    public AccountListing account(Actor actor, RegionId origin, AccountId id, LocalDate on) {
        Sight sight = access.of(actor);
        AccountKey account =
                accounts.find(origin, id).filter(sight::sees).orElseThrow(() -> new NotFound("ledger-account", id));
        return listings(origin, List.of(account), on).getFirst();
    }

    /// What is on it now, less what came after that day.
    private List<AccountListing> listings(RegionId origin, List<AccountKey> page, LocalDate on) {
        List<AccountId> ids = page.stream().map(AccountKey::id).toList();
        Map<AccountId, TotalStore.Row> now = totals.read(origin, ids);
        Map<AccountId, Long> since = store.after(origin, ids, on);
        return page.stream()
                .map(account -> {
                    TotalStore.Row row = now.getOrDefault(account.id(), TotalStore.Row.EMPTY);
                    long debit = row.debitFen() - row.creditFen() - since.getOrDefault(account.id(), 0L);
                    return new AccountListing(
                            account, Postings.balance(account.kind(), debit, 0), new Money(row.heldFen()));
                })
                .toList();
    }
}
