package org.farmgate.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Amounts set aside on an account until they are settled or released: deposits, refunds under way, payouts.
/// Nothing is posted before; what is set aside can be used for nothing else. As [Postings#post], each joins
/// the caller's transaction.
@Service
@Transactional
public class Holds {
    private final MoneyHoldStore store;
    private final LedgerAccountStore accounts;
    private final Writing writing;
    private final Clock clock;

    Holds(MoneyHoldStore store, LedgerAccountStore accounts, Writing writing, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.writing = writing;
        this.clock = clock;
    }

    /// Sets an amount aside on `debit`. The same again changes nothing.
    ///
    /// Refuses by HOLD_ID_TAKEN, and on escrow, deposits, payouts under way and payables by
    /// HOLD_EXCEEDS_AVAILABLE or NOT_ENOUGH_ON_ACCOUNT, which say what there is.
    public void hold(
            HoldId id, AccountKey debit, AccountKey credit, Money amount, LocalDate on, String causeKind, UUID cause) {
        holdAll(List.of(new NewHold(id, debit, credit, amount, on, causeKind, cause, Particulars.none())));
    }

    /// All or none. Refuses as [#hold].
    public void holdAll(Collection<NewHold> wanted) {
        if (wanted.isEmpty()) return;
        List<NewHold> sorted = sorted(wanted);
        List<AccountKey> touched = new ArrayList<>();
        for (NewHold hold : sorted) touched.addAll(List.of(hold.debit(), hold.credit()));
        accounts.open(touched, clock.instant());
        Set<HoldId> added = store.add(sorted, clock.instant());
        if (added.size() < sorted.size()) {
            Map<HoldId, NewHold> there =
                    store.byIds(sorted.stream().map(NewHold::id).toList());
            for (NewHold hold : sorted) {
                NewHold stored = there.get(hold.id());
                if (stored == null || !stored.sameAs(hold)) throw new RuleBroken(LedgerRule.HOLD_ID_TAKEN, hold.id());
            }
        }
        writing.write(
                List.of(),
                sorted.stream()
                        .filter(hold -> added.contains(hold.id()))
                        .map(hold ->
                                TotalChange.held(hold.debit(), hold.amount().fen()))
                        .toList(),
                LedgerRule.HOLD_EXCEEDS_AVAILABLE);
    }

    /// Posts `amount` of what was set aside, today; the rest is free again. The same again changes nothing.
    ///
    /// Refuses by [NotFound], AMOUNT_NOT_POSITIVE, SETTLED_MORE_THAN_HELD, HOLD_HAS_ENDED, and by
    /// HOLD_NOT_COVERED where a payable was clawed back below what is set aside on it.
    public void settle(HoldId id, Money amount) {
        settleAll(Map.of(id, amount), LocalDate.now(clock));
    }

    /// All or none. Refuses as [#settle].
    public void settleAll(Map<HoldId, Money> amounts, LocalDate on) {
        amounts.values().forEach(Transfer::checkAmount);
        List<NewHold> holds = get(amounts.keySet());
        for (NewHold hold : holds)
            if (amount(amounts, hold).compareTo(hold.amount()) > 0)
                throw new RuleBroken(LedgerRule.SETTLED_MORE_THAN_HELD, amount(amounts, hold), hold.amount());
        List<NewHold> ending = end(holds, amounts);
        writing.write(
                ending.stream()
                        .map(hold -> hold.settled(amount(amounts, hold), on))
                        .toList(),
                freed(ending),
                LedgerRule.HOLD_NOT_COVERED);
    }

    /// Sets free all that was set aside. The same again changes nothing. Refuses by [NotFound] and
    /// HOLD_HAS_ENDED.
    public void release(HoldId id) {
        releaseAll(List.of(id));
    }

    /// All or none. Refuses as [#release].
    public void releaseAll(Collection<HoldId> ids) {
        List<NewHold> ending = end(get(ids), Map.of());
        // What is only set free needs no cover: it may be that very hold which a claw-back undid.
        writing.write(
                List.of(),
                ending.stream()
                        .map(hold -> new TotalChange(
                                hold.debit(), 0, 0, -hold.amount().fen(), false))
                        .toList(),
                LedgerRule.HOLD_NOT_COVERED);
    }

    private static List<TotalChange> freed(List<NewHold> ending) {
        return ending.stream()
                .map(hold -> TotalChange.held(hold.debit(), -hold.amount().fen()))
                .toList();
    }

    private List<NewHold> get(Collection<HoldId> ids) {
        Map<HoldId, NewHold> holds = store.byIds(ids);
        for (HoldId id : ids) if (!holds.containsKey(id)) throw new NotFound("hold", id);
        return sorted(holds.values());
    }

    /// Those that this ends. One that ended before must have ended so.
    private List<NewHold> end(List<NewHold> holds, Map<HoldId, Money> settled) {
        if (holds.isEmpty()) return List.of();
        Set<HoldId> ended = store.end(holds, settled, clock.instant());
        List<NewHold> before =
                holds.stream().filter(hold -> !ended.contains(hold.id())).toList();
        if (before.isEmpty()) return holds;
        Map<HoldId, Money> earlier = new HashMap<>(store.ended(before));
        for (NewHold hold : before)
            if (!amount(settled, hold).equals(earlier.get(hold.id()))) throw new RuleBroken(LedgerRule.HOLD_HAS_ENDED);
        return holds.stream().filter(hold -> ended.contains(hold.id())).toList();
    }

    private static Money amount(Map<HoldId, Money> amounts, NewHold hold) {
        return amounts.getOrDefault(hold.id(), Money.ZERO);
    }

    private static List<NewHold> sorted(Collection<NewHold> holds) {
        Map<HoldId, NewHold> distinct = new LinkedHashMap<>();
        for (NewHold hold : holds) {
            NewHold earlier = distinct.putIfAbsent(hold.id(), hold);
            if (earlier != null && !earlier.sameAs(hold)) throw new RuleBroken(LedgerRule.HOLD_ID_TAKEN, hold.id());
        }
        return distinct.values().stream()
                .sorted(Comparator.comparing(
                                (NewHold hold) -> hold.debit().origin().toString())
                        .thenComparing(hold -> hold.id().toString()))
                .toList();
    }
}
