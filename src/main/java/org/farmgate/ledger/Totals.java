package org.farmgate.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.farmgate.ledger.TotalStore.Place;
import org.farmgate.ledger.TotalStore.Row;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Keeps the running totals, in the transaction that posts.
///
/// Whoever changes an account first locks its row, all rows of a piece of work in the order of their keys: so
/// two never wait for each other in a circle, what is looked at is what there is, and the next one waits.
/// Accounts that everybody touches and nobody watches have several rows; which one is decided by the thread,
/// and a transaction stays on its thread, so it always comes back to the rows it has locked.
@Component
class Totals {
    static final int STRIPES = 8;

    private final TotalStore store;

    Totals(TotalStore store) {
        this.store = store;
    }

    /// Refuses by NOT_ENOUGH_ON_ACCOUNT, and by `uncovered` where something is to be set aside.
    void apply(Collection<TotalChange> changes, LedgerRule uncovered) {
        Map<AccountKey, TotalChange> byAccount =
                changes.stream().collect(Collectors.toMap(TotalChange::account, change -> change, TotalChange::and));
        Map<String, List<TotalChange>> byOrigin = byAccount.values().stream()
                .collect(Collectors.groupingBy(
                        change -> change.account().origin().toString(), TreeMap::new, Collectors.toList()));
        byOrigin.values().forEach(ofOne -> apply(ofOne.getFirst().account().origin(), ofOne, uncovered));
    }

    private void apply(RegionId origin, List<TotalChange> changes, LedgerRule uncovered) {
        Map<Place, Row> rows = new TreeMap<>();
        Map<Place, TotalChange> watched = new HashMap<>();
        for (TotalChange change : changes) {
            AccountKey account = change.account();
            boolean guarded = account.kind().guard() == AccountKind.Guard.ALWAYS;
            Place place = new Place(account.id(), account.kind().isStriped() ? stripe() : 0);
            rows.merge(place, new Row(place, guarded, change.debitFen(), change.creditFen(), 0), Row::plus);
            // What is set aside is kept in one row, so that it never is below zero in another.
            Place first = new Place(account.id(), 0);
            if (change.heldFen() != 0) rows.merge(first, new Row(first, guarded, 0, 0, change.heldFen()), Row::plus);
            watched.put(place, change);
        }
        store.open(origin, rows.values());
        Map<Place, Row> locked = store.lock(origin, rows.keySet());
        for (Map.Entry<Place, TotalChange> entry : watched.entrySet())
            check(entry.getValue(), locked.getOrDefault(entry.getKey(), Row.EMPTY), uncovered);
        store.add(origin, rows.values());
    }

    /// What there is, or how much is missing of what was set aside.
    private static Money told(LedgerRule uncovered, long available) {
        return new Money(uncovered == LedgerRule.HOLD_NOT_COVERED ? Math.abs(available) : available);
    }

    private static void check(TotalChange change, Row before, LedgerRule uncovered) {
        long available = before.creditFen() - before.debitFen() - before.heldFen();
        long after = available + change.creditFen() - change.debitFen() - change.heldFen();
        if (after >= 0) return;
        switch (change.account().kind().guard()) {
            case NONE -> {}
            case HOLDS -> {
                if (change.covered()) throw new RuleBroken(uncovered, told(uncovered, available));
            }
            case ALWAYS ->
                throw new RuleBroken(
                        change.covered() ? uncovered : LedgerRule.NOT_ENOUGH_ON_ACCOUNT, told(uncovered, available));
        }
    }

    static int stripe() {
        return (int) (Thread.currentThread().threadId() % STRIPES);
    }
}
