package org.farmgate.logistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What went wrong on the way, and who bears it. Whoever sees a consignment may say what happened to it and who
/// they think should pay; it becomes a debt when the payer agrees, or whoever looks after the county decides.
@Service
@Transactional
public class Incidents {
    private static final String CAUSE = "incident";

    private final Consignments consignments;
    private final IncidentStore store;
    private final Postings postings;
    private final Reaches reaches;
    private final Clock clock;

    Incidents(Consignments consignments, IncidentStore store, Postings postings, Reaches reaches, Clock clock) {
        this.consignments = consignments;
        this.store = store;
        this.postings = postings;
        this.reaches = reaches;
        this.clock = clock;
    }

    /// The same again is once. Needs MOVE_GOODS. Refuses by [NotFound], INCIDENT_ID_TAKEN.
    public void raise(Actor actor, NewIncident wanted) {
        actor.require(Right.MOVE_GOODS);
        Consignment of = consignments.see(actor, wanted.consignment());
        if (store.insert(of, wanted, actor, now())) return;
        boolean same = store.of(of).stream()
                .anyMatch(
                        there -> there.id().equals(wanted.id()) && there.text().equals(wanted.text()));
        if (!same) throw new RuleBroken(LogisticsRule.INCIDENT_ID_TAKEN);
    }

    /// As [#raise], by a module that saw it happen to goods that somebody has in hand.
    public void note(Actor actor, NewIncident wanted) {
        store.insert(consignments.get(wanted.consignment()), wanted, actor, now());
    }

    /// The debt is owned: by the payer, or by a decision of who looks after the county. It is posted once. Needs
    /// MOVE_GOODS. Refuses by [NotFound], INCIDENT_NOT_YOURS, INCIDENT_WITHOUT_DEBT.
    public void settle(Actor actor, ConsignmentId consignment, IncidentId id) {
        actor.require(Right.MOVE_GOODS);
        Consignment of = consignments.see(actor, consignment);
        Incident incident = store.of(of).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("incident", id));
        if (incident.settled().isPresent()) return;
        PartyId payer = incident.payer().orElseThrow(() -> new RuleBroken(LogisticsRule.INCIDENT_WITHOUT_DEBT));
        if (incident.damage().fen() <= 0 || payer.equals(of.sender()))
            throw new RuleBroken(LogisticsRule.INCIDENT_WITHOUT_DEBT);
        if (!maySettle(actor, of, payer)) throw new RuleBroken(LogisticsRule.INCIDENT_NOT_YOURS);
        Instant at = now();
        if (!store.settle(of, id, actor, at)) return;
        postings.post(List.of(new Transfer(
                TransferId.of(CAUSE, id.value(), "damage"),
                AccountKey.receivable(of.origin(), of.sender(), payer),
                AccountKey.of(of.origin(), AccountKind.COMPENSATION, of.sender()),
                incident.damage(),
                LocalDate.now(clock),
                CAUSE,
                id.value(),
                Particulars.of("damage", "consignment", of.id().value()))));
    }

    /// What went wrong with one, the earliest first. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public List<Incident> of(Actor actor, ConsignmentId consignment) {
        return store.of(consignments.see(actor, consignment));
    }

    /// For pages: whether the actor may own the debt.
    @Transactional(readOnly = true)
    public boolean maySettle(Actor actor, Consignment of, PartyId payer) {
        if (actor.actsFor(payer)) return true;
        return switch (reaches.of(actor)) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(of.origin());
            case Reach.Parties _ -> false;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
