package org.farmgate.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts wrong entries right by new ones: one that mirrors the wrong entry, and the right one where there is
/// one. The wrong one stays, and all three say why.
@Service
@Transactional
public class Corrections {
    static final String CAUSE = "correction";
    /// Entries that belong to a payout or a correction are undone where they were made.
    private static final Set<String> NOT_CORRECTED_HERE = Set.of(CAUSE, "payout");

    private final CorrectionStore store;
    private final Postings postings;
    private final Audit audit;
    private final Clock clock;

    Corrections(CorrectionStore store, Postings postings, Audit audit, Clock clock) {
        this.store = store;
        this.postings = postings;
        this.audit = audit;
        this.clock = clock;
    }

    /// Needs KEEP_BOOKS, and that all accounts that have a holder are the asker's own, or that it is the
    /// operator. The same again changes nothing.
    ///
    /// Refuses by [NotFound], NOT_CORRECTED_HERE, NOT_ONLY_YOUR_BOOKS, CORRECTED_BEFORE, and as
    /// [Postings#post]; an empty reason as input.
    ///
    /// @param right what should have been posted on the same accounts; empty where nothing should
    public Correction correct(Actor actor, RegionId origin, TransferId id, Optional<Money> right, String reason) {
        actor.require(Right.KEEP_BOOKS);
        if (reason.isBlank() || reason.length() > Correction.LONGEST_REASON)
            throw new InputBroken("reason", reason.isBlank() ? "missing" : "too-long", Correction.LONGEST_REASON);
        Transfer wrong = postings.get(actor, origin, id).transfer();
        if (NOT_CORRECTED_HERE.contains(wrong.causeKind())) throw new RuleBroken(LedgerRule.NOT_CORRECTED_HERE);
        if (!keepsAll(actor, wrong)) throw new RuleBroken(LedgerRule.NOT_ONLY_YOUR_BOOKS);
        List<Transfer> entries = entries(wrong, right, LocalDate.now(clock));
        var correction = new Correction(
                origin,
                id,
                entries.getFirst().id(),
                entries.size() > 1 ? Optional.of(entries.get(1).id()) : Optional.empty(),
                reason.strip(),
                actor.person(),
                clock.instant());
        if (!store.add(correction)) return same(correction, right);
        postings.post(entries);
        // Looked at after posting: whoever takes the paper itself back has waited for us, or we for them.
        if (store.isTakenBack(origin, id)) throw new RuleBroken(LedgerRule.NOT_CORRECTED_HERE);
        audit.record(actor, "posting.corrected", "posting", id, Map.of("reason", correction.reason()));
        return correction;
    }

    private static List<Transfer> entries(Transfer wrong, Optional<Money> right, LocalDate today) {
        List<Transfer> entries = new ArrayList<>();
        entries.add(new Transfer(
                TransferId.of(CAUSE, wrong.id().value(), "mirror"),
                wrong.credit(),
                wrong.debit(),
                wrong.amount(),
                today,
                CAUSE,
                wrong.id().value(),
                because(wrong, "correction")));
        right.ifPresent(amount -> entries.add(new Transfer(
                TransferId.of(CAUSE, wrong.id().value(), "right"),
                wrong.debit(),
                wrong.credit(),
                amount,
                today,
                CAUSE,
                wrong.id().value(),
                because(wrong, "corrected"))));
        return entries;
    }

    /// About the same product and document; masses and prices would be counted twice.
    private static Particulars because(Transfer wrong, String rule) {
        Particulars was = wrong.particulars();
        return new Particulars(
                was.product(), Optional.empty(), Optional.empty(), rule, was.documentKind(), was.document());
    }

    private Correction same(Correction wanted, Optional<Money> right) {
        Correction there = store.find(wanted.origin(), wanted.corrected()).orElseThrow();
        boolean same = there.reason().equals(wanted.reason())
                && there.replacement().equals(wanted.replacement())
                && there.by().equals(wanted.by());
        if (!same) throw new RuleBroken(LedgerRule.CORRECTED_BEFORE, right.orElse(Money.ZERO));
        return there;
    }

    /// How an entry that the asker sees was put right, where it was.
    @Transactional(readOnly = true)
    public Optional<Correction> of(Actor actor, RegionId origin, TransferId id) {
        return store.find(origin, postings.get(actor, origin, id).transfer().id());
    }

    /// For modules that take an entry of theirs back: whether it was put right, so that it must not be taken back
    /// too. To be asked after their own posting.
    @Transactional(readOnly = true)
    public boolean isCorrected(RegionId origin, TransferId id) {
        return store.find(origin, id).isPresent();
    }

    /// Whether the asker could correct it.
    public boolean mayCorrect(Actor actor, Transfer transfer) {
        return actor.may(Right.KEEP_BOOKS)
                && keepsAll(actor, transfer)
                && !NOT_CORRECTED_HERE.contains(transfer.causeKind());
    }

    private static boolean keepsAll(Actor actor, Transfer transfer) {
        Optional<PartyId> debit = transfer.debit().holder();
        Optional<PartyId> credit = transfer.credit().holder();
        return actor.everywhere()
                || (debit.isPresent() || credit.isPresent())
                        && debit.filter(holder -> !actor.actsFor(holder)).isEmpty()
                        && credit.filter(holder -> !actor.actsFor(holder)).isEmpty();
    }
}
