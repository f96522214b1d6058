package org.farmgate.supply;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.party.Representation;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Component;

/// Who may see and write down what: growers their own, cooperatives and county centres that of growers who
/// consented, and that they did so stays on the record.
@Component
class SupplyAccess {
    private final Reaches reaches;
    private final Representation representation;
    private final Clock clock;

    SupplyAccess(Reaches reaches, Representation representation, Clock clock) {
        this.reaches = reaches;
        this.representation = representation;
        this.clock = clock;
    }

    /// Refuses by [Denied].
    Reach seeing(Actor actor) {
        if (!actor.may(Right.SEE_SUPPLY) && !actor.may(Right.REGISTER_SUPPLY)) throw new Denied(Right.SEE_SUPPLY);
        return reaches.of(actor);
    }

    boolean sees(Actor actor, RegionId origin, PartyId grower) {
        return Within.holds(seeing(actor), origin, grower);
    }

    /// Refuses by [Denied], [org.farmgate.platform.NotFound] and NO_CONSENT.
    void requireWriting(Actor actor, PartyId grower) {
        actor.require(Right.REGISTER_SUPPLY);
        representation.require(actor, grower);
    }

    /// As [#requireWriting] for many in a few queries.
    void requireWritingAll(Actor actor, Collection<PartyId> growers) {
        actor.require(Right.REGISTER_SUPPLY);
        Set<PartyId> refused = new HashSet<>(growers);
        refused.removeAll(representation.allowed(actor, growers));
        // Asked again, the first of them says why.
        refused.stream().findFirst().ifPresent(grower -> representation.require(actor, grower));
    }

    Set<PartyId> allowed(Actor actor, Collection<PartyId> growers) {
        return representation.allowed(actor, growers);
    }

    Recorded recorded(Actor actor) {
        return new Recorded(actor.organisation(), actor.person(), clock.instant());
    }
}
