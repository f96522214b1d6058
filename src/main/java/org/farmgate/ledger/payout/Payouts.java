package org.farmgate.ledger.payout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.ledger.BooksAccess;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.ledger.Holds;
import org.farmgate.ledger.Postings;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The payouts of an organisation to those it owes. Proposing takes KEEP_BOOKS, releasing RELEASE_PAYOUTS and
/// another person; both only for one's own organisation, or as the operator.
@Service
@Transactional
public class Payouts {
    private final PayoutStore store;
    private final PayoutListStore lists;
    private final Dues dues;
    private final Postings postings;
    private final Holds holds;
    private final BooksAccess access;
    private final Audit audit;
    private final Clock clock;

    Payouts(
            PayoutStore store,
            PayoutListStore lists,
            Dues dues,
            Postings postings,
            Holds holds,
            BooksAccess access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.dues = dues;
        this.postings = postings;
        this.holds = holds;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// To whom `holder` owes something in that origin's books, and why it cannot be paid out where it cannot.
    /// The largest amount first.
    @Transactional(readOnly = true)
    public List<Due> dues(Actor actor, RegionId origin, PartyId holder) {
        requireKeeper(actor, holder, Right.KEEP_BOOKS);
        return dues.of(origin, holder).stream()
                .map(Dues.Plan::due)
                .sorted(Comparator.comparing(Due::amount)
                        .reversed()
                        .thenComparing(due -> due.payee().toString()))
                .toList();
    }

    /// Sets aside what is owed to these payees (to all who can be paid where none is named; at most
    /// [Payout#MOST_LINES]), less what they owe. The same id again answers what is there.
    ///
    /// Refuses by PAYOUT_ID_TAKEN, NOTHING_TO_PAY_OUT, PAYEE_CANNOT_BE_PAID, PAYOUT_TOO_MANY, and by
    /// HOLD_EXCEEDS_AVAILABLE where somebody else proposes the same at this moment.
    public Payout propose(
            Actor actor, PayoutId id, RegionId origin, PartyId holder, LocalDate payOn, Set<PartyId> payees) {
        requireKeeper(actor, holder, Right.KEEP_BOOKS);
        Optional<Payout> earlier = store.find(id);
        if (earlier.isPresent()) return same(earlier.get(), origin, holder);
        var plan = new PayoutPlan(id, origin, holder, payOn, chosen(origin, holder, payees));
        if (plan.payments().isEmpty()) throw new RuleBroken(PayoutRule.NOTHING_TO_PAY_OUT);
        Payout payout = plan.proposed(actor.person(), clock.instant());
        if (!store.add(payout, plan.lineHolds())) return same(get(id), origin, holder);
        holds.holdAll(plan.holds());
        record(actor, "payout.proposed", payout);
        return payout;
    }

    private List<Dues.Plan> chosen(RegionId origin, PartyId holder, Set<PartyId> payees) {
        List<Dues.Plan> all = dues.of(origin, holder);
        if (payees.isEmpty())
            return all.stream()
                    .filter(plan -> plan.due().canBePaid())
                    .limit(Payout.MOST_LINES)
                    .toList();
        if (payees.size() > Payout.MOST_LINES) throw new RuleBroken(PayoutRule.PAYOUT_TOO_MANY, Payout.MOST_LINES);
        List<Dues.Plan> chosen =
                all.stream().filter(plan -> payees.contains(plan.due().payee())).toList();
        Set<PartyId> payable = chosen.stream()
                .filter(plan -> plan.due().canBePaid())
                .map(plan -> plan.due().payee())
                .collect(Collectors.toSet());
        if (!payable.equals(payees))
            throw new RuleBroken(PayoutRule.PAYEE_CANNOT_BE_PAID, payees.size() - payable.size());
        return chosen;
    }

    private static Payout same(Payout there, RegionId origin, PartyId holder) {
        if (!there.origin().equals(origin) || !there.holder().equals(holder))
            throw new RuleBroken(PayoutRule.PAYOUT_ID_TAKEN);
        return there;
    }

    /// Posts every payment: what was owed is on its way to the bank. By another person than the one who
    /// proposed it. Released again by the same person, nothing changes.
    ///
    /// Refuses by PROPOSER_CANNOT_RELEASE, PAYOUT_NOT_OPEN, PAYOUT_OUT_OF_DATE, and by HOLD_NOT_COVERED where
    /// a claw-back took what was set aside.
    public Payout release(Actor actor, PayoutId id) {
        Payout payout = kept(actor, id, Right.RELEASE_PAYOUTS);
        if (payout.isReleased()
                && payout.endedBy().filter(actor.person()::equals).isPresent()) return payout;
        if (payout.proposedBy().equals(actor.person())) throw new RuleBroken(PayoutRule.PROPOSER_CANNOT_RELEASE);
        if (!store.end(payout, PayoutState.RELEASED, LineState.SENT, actor.person(), clock.instant()))
            throw new RuleBroken(PayoutRule.PAYOUT_NOT_OPEN);
        holds.settleAll(store.holds(payout), LocalDate.now(clock));
        if (!store.debtsStood(payout)) throw new RuleBroken(PayoutRule.PAYOUT_OUT_OF_DATE);
        record(actor, "payout.released", payout);
        return get(id);
    }

    /// Gives a proposal up; what was set aside is free again. By either right. Refuses by PAYOUT_NOT_OPEN.
    public Payout cancel(Actor actor, PayoutId id) {
        Payout payout = actor.may(Right.RELEASE_PAYOUTS)
                ? kept(actor, id, Right.RELEASE_PAYOUTS)
                : kept(actor, id, Right.KEEP_BOOKS);
        if (!store.end(payout, PayoutState.CANCELLED, LineState.CANCELLED, actor.person(), clock.instant()))
            throw new RuleBroken(PayoutRule.PAYOUT_NOT_OPEN);
        holds.releaseAll(store.holds(payout).keySet());
        record(actor, "payout.cancelled", payout);
        return get(id);
    }

    /// The bank has paid these lines; all that are under way where none is named. Lines that are paid already
    /// stay so.
    ///
    /// Refuses by PAYOUT_LINE_HAS_ENDED where one was returned, or the payout is not released.
    public Payout confirm(Actor actor, PayoutId id, Collection<Integer> numbers, LocalDate on) {
        Payout payout = kept(actor, id, Right.KEEP_BOOKS);
        Set<Integer> wanted = new HashSet<>(numbers);
        List<PayoutLine> lines = payout.lines().stream()
                .filter(line -> numbers.isEmpty() ? line.state() == LineState.SENT : wanted.remove(line.number()))
                .filter(line -> line.state() != LineState.PAID)
                .toList();
        if (!wanted.isEmpty() && !numbers.isEmpty())
            throw new NotFound("payout", wanted.iterator().next());
        if (lines.isEmpty()) return payout;
        List<Integer> moving = lines.stream().map(PayoutLine::number).toList();
        if (store.move(payout, moving, LineState.SENT, LineState.PAID, on, "") != moving.size())
            throw new RuleBroken(PayoutRule.PAYOUT_LINE_HAS_ENDED);
        postings.post(
                lines.stream().map(line -> PayoutPlan.paid(payout, line, on)).toList());
        record(actor, "payout.confirmed", payout);
        return get(id);
    }

    /// The bank could not deliver a payment, or sent it back later: the amount is owed again.
    ///
    /// Refuses by PAYOUT_LINE_HAS_ENDED.
    public Payout returned(Actor actor, PayoutId id, int number, String reason, LocalDate on) {
        Payout payout = kept(actor, id, Right.KEEP_BOOKS);
        PayoutLine line = payout.lines().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("payout", number));
        boolean ends = line.state() == LineState.SENT || line.state() == LineState.PAID;
        if (!ends || store.move(payout, List.of(number), line.state(), LineState.RETURNED, on, reason) != 1)
            throw new RuleBroken(PayoutRule.PAYOUT_LINE_HAS_ENDED);
        postings.post(List.of(PayoutPlan.returned(payout, line, on)));
        record(actor, "payout.returned", payout);
        return get(id);
    }

    /// Refuses by [NotFound] whoever neither keeps these books nor looks after the county.
    @Transactional(readOnly = true)
    public Payout see(Actor actor, PayoutId id) {
        Payout payout = get(id);
        Sight sight = access.of(actor);
        if (!BooksAccess.keeps(actor, payout.holder()) && !sight.seesWhole(payout.origin()))
            throw new NotFound("payout", id);
        return payout;
    }

    @Transactional(readOnly = true)
    public Slice<PayoutListing> search(Actor actor, Paging paging) {
        return lists.search(access.of(actor), paging);
    }

    private Payout get(PayoutId id) {
        return store.find(id).orElseThrow(() -> new NotFound("payout", id));
    }

    private Payout kept(Actor actor, PayoutId id, Right right) {
        Payout payout = see(actor, id);
        requireKeeper(actor, payout.holder(), right);
        return payout;
    }

    private static void requireKeeper(Actor actor, PartyId holder, Right right) {
        actor.require(right);
        if (!BooksAccess.keeps(actor, holder)) throw new NotFound("party", holder);
    }

    private void record(Actor actor, String what, Payout payout) {
        audit.record(
                actor,
                what,
                "payout",
                payout.id(),
                Map.of("count", String.valueOf(payout.lines().size())));
    }
}
