package org.farmgate.live;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
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

/// Who may stand before the camera.
@Service
@Transactional
public class Hosts {
    private final PermitStore store;
    private final Parties parties;
    private final Numbers numbers;
    private final Audit audit;
    private final Clock clock;

    Hosts(PermitStore store, Parties parties, Numbers numbers, Audit audit, Clock clock) {
        this.store = store;
        this.parties = parties;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    /// A permit by name, until a day; it replaces an earlier one. Whoever gives it has seen the identity card, whose
    /// number is kept. Needs PERMIT_HOSTS. Refuses by [NotFound], HOST_IDENTITY_MISSING, PERMIT_END_OUT_OF_RANGE.
    public HostPermit permit(Actor actor, PartyId person, HostKind kind, String reason, LocalDate until) {
        actor.require(Right.PERMIT_HOSTS);
        Party who = parties.see(actor, person);
        if (who.kind().isOrganisation()) throw new NotFound("party", person);
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today) || until.isAfter(today.plusYears(1)))
            throw new RuleBroken(ShowRule.PERMIT_END_OUT_OF_RANGE);
        if (!numbers.kept(List.of(person), NumberKind.IDENTITY).containsKey(person))
            throw new RuleBroken(ShowRule.HOST_IDENTITY_MISSING, who.name());
        var permit = new HostPermit(person, kind, reason, until, actor.person());
        store.put(permit, clock.instant());
        audit.record(
                actor,
                "host.permitted",
                "party",
                person,
                Map.of("kind", kind.name(), "reason", permit.reason(), "until", until.toString()));
        return permit;
    }

    /// From today on no more. Needs PERMIT_HOSTS. Refuses by [NotFound].
    public void end(Actor actor, PartyId person) {
        actor.require(Right.PERMIT_HOSTS);
        parties.see(actor, person);
        if (store.end(person)) audit.record(actor, "host.permit-ended", "party", person, Map.of());
    }

    /// The permit that holds today.
    @Transactional(readOnly = true)
    public Optional<HostPermit> permitOf(PartyId person) {
        return store.find(person).filter(permit -> !permit.until().isBefore(LocalDate.now(clock)));
    }

    /// Those who hold one today, by the day it ends.
    @Transactional(readOnly = true)
    public Slice<HostPermit> list(Paging paging) {
        return store.valid(LocalDate.now(clock), paging);
    }

    /// Refuses by HOST_NOT_PERMITTED.
    void require(PartyId person) {
        if (permitOf(person).isEmpty())
            throw new RuleBroken(
                    ShowRule.HOST_NOT_PERMITTED, parties.get(person).name());
    }
}
