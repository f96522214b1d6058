package org.farmgate.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.place.RegionId;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Writes transfers and what follows from them, always in the same order: accounts, transfers, totals, day
/// totals; each in the order of keys. A transaction should write once: what it does to the same accounts in a
/// second call may meet somebody who goes the other way, and then the database ends one of the two.
@Component
class Writing {
    /// One statement carries them all; beyond this a caller has lost count.
    private static final int MOST_AT_ONCE = 50_000;

    private static final Comparator<Transfer> ORDER = Comparator.comparing(
                    (Transfer transfer) -> transfer.debit().origin().toString())
            .thenComparing(transfer -> transfer.id().toString());

    private final LedgerAccountStore accounts;
    private final TransferStore transfers;
    private final Totals totals;
    private final DayTotalStore days;
    private final Clock clock;

    Writing(LedgerAccountStore accounts, TransferStore transfers, Totals totals, DayTotalStore days, Clock clock) {
        this.accounts = accounts;
        this.transfers = transfers;
        this.totals = totals;
        this.days = days;
        this.clock = clock;
    }

    /// @param held how what is set aside changes with them
    void write(Collection<Transfer> wanted, Collection<TotalChange> held, LedgerRule uncovered) {
        List<Transfer> sorted = distinct(wanted);
        if (sorted.size() > MOST_AT_ONCE) throw new IllegalArgumentException(sorted.size() + " transfers at once");
        List<AccountKey> touched =
                new ArrayList<>(held.stream().map(TotalChange::account).toList());
        for (Transfer transfer : sorted) touched.addAll(List.of(transfer.debit(), transfer.credit()));
        if (touched.isEmpty()) return;
        accounts.open(touched, clock.instant());
        List<Transfer> fresh = sorted.isEmpty() ? List.of() : add(sorted);
        List<TotalChange> changes = new ArrayList<>(held);
        for (Transfer transfer : fresh) {
            changes.add(TotalChange.debit(transfer.debit(), transfer.amount().fen()));
            changes.add(TotalChange.credit(transfer.credit(), transfer.amount().fen()));
        }
        if (changes.isEmpty()) return;
        totals.apply(changes, uncovered);
        if (!fresh.isEmpty()) days.add(fresh, Totals.stripe());
    }

    private static List<Transfer> distinct(Collection<Transfer> wanted) {
        Map<TransferId, Transfer> byId = new LinkedHashMap<>();
        for (Transfer transfer : wanted) {
            Transfer earlier = byId.putIfAbsent(transfer.id(), transfer);
            if (earlier != null) requireSame(earlier, transfer);
        }
        return byId.values().stream().sorted(ORDER).toList();
    }

    /// Those that were not there.
    private List<Transfer> add(List<Transfer> sorted) {
        Set<TransferId> added = transfers.add(sorted, clock.instant());
        if (added.size() == sorted.size()) return sorted;
        Map<RegionId, List<Transfer>> taken = sorted.stream()
                .filter(transfer -> !added.contains(transfer.id()))
                .collect(Collectors.groupingBy(transfer -> transfer.debit().origin()));
        taken.forEach(this::requireSame);
        return sorted.stream().filter(transfer -> added.contains(transfer.id())).toList();
    }

    private void requireSame(RegionId origin, List<Transfer> again) {
        Map<TransferId, Transfer> there = transfers
                .byIds(origin, again.stream().map(Transfer::id).toList())
                .stream()
                .collect(Collectors.toMap(posting -> posting.transfer().id(), Posting::transfer));
        for (Transfer transfer : again) {
            Transfer earlier = there.get(transfer.id());
            if (earlier == null) throw new IllegalStateException("neither added nor there: " + transfer.id());
            requireSame(earlier, transfer);
        }
    }

    private static void requireSame(Transfer earlier, Transfer again) {
        if (!earlier.sameAs(again)) throw new RuleBroken(LedgerRule.TRANSFER_ID_TAKEN, again.id());
    }
}
