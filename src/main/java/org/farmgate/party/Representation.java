package org.farmgate.party;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whether somebody may act for a grower: for oneself always; a cooperative for its members and a county centre
/// within its region with the grower's recorded consent; the operator always.
@Service
@Transactional(readOnly = true)
public class Representation {
    private final Reaches reaches;
    private final PartyStore parties;
    private final ConsentStore consents;

    Representation(Reaches reaches, PartyStore parties, ConsentStore consents) {
        this.reaches = reaches;
        this.parties = parties;
        this.consents = consents;
    }

    /// Refuses by NO_CONSENT; whoever lies outside one's reach is [NotFound].
    public void require(Actor actor, PartyId grower) {
        if (actor.actsFor(grower)) return;
        Party party = parties.find(grower).orElseThrow(() -> new NotFound("party", grower));
        if (party.erased()) throw new RuleBroken(PartyRule.PARTY_ERASED);
        if (!isWithin(reaches.of(actor), party)) throw new NotFound("party", grower);
        if (!actor.everywhere() && !hasConsent(actor, Set.of(grower)).contains(grower))
            throw new RuleBroken(PartyRule.NO_CONSENT, party.name());
    }

    /// Those of the growers one may act for, asked at once: for imports.
    public Set<PartyId> allowed(Actor actor, Collection<PartyId> growers) {
        Map<PartyId, Party> known = parties.byIds(growers);
        Reach reach = reaches.of(actor);
        Set<PartyId> within = new HashSet<>();
        known.forEach((id, party) -> {
            if (!party.erased() && isWithin(reach, party)) within.add(id);
        });
        if (actor.everywhere()) return within;
        Set<PartyId> allowed = new HashSet<>(hasConsent(actor, within));
        if (within.contains(actor.organisation())) allowed.add(actor.organisation());
        return allowed;
    }

    static boolean isWithin(Reach reach, Party party) {
        return switch (reach) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) ->
                party.county().filter(counties::contains).isPresent();
            case Reach.Parties(var own) -> own.contains(party.id());
        };
    }

    private Set<PartyId> hasConsent(Actor actor, Set<PartyId> growers) {
        return consents.givenBy(growers, actor.organisation(), ConsentPurpose.REPRESENTATION);
    }
}
