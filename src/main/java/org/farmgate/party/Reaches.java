package org.farmgate.party;

import java.util.HashSet;
import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How far somebody's rights reach, as things stand now.
@Service
@Transactional(readOnly = true)
public class Reaches {
    private final PartyStore parties;
    private final MembershipStore memberships;
    private final Regions regions;

    Reaches(PartyStore parties, MembershipStore memberships, Regions regions) {
        this.parties = parties;
        this.memberships = memberships;
        this.regions = regions;
    }

    public Reach of(Actor actor) {
        if (actor.everywhere()) return new Reach.Everything();
        PartyKind kind = parties.find(actor.organisation()).map(Party::kind).orElse(PartyKind.PERSON);
        if (kind.looksAfterARegion() && actor.region().isPresent())
            return new Reach.Regions(
                    regions.countiesWithin(new RegionId(actor.region().get())));
        Set<PartyId> own = new HashSet<>();
        own.add(actor.organisation());
        if (kind == PartyKind.COOPERATIVE) own.addAll(memberships.growersOf(actor.organisation()));
        return new Reach.Parties(own);
    }
}
