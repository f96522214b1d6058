package org.farmgate.logistics;

import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Who sees a consignment (its sender, who bears its freight, its carrier, its county), and who hands it over.
@Component
class ConsignmentAccess {
    private final Reaches reaches;

    ConsignmentAccess(Reaches reaches) {
        this.reaches = reaches;
    }

    boolean sees(Actor actor, Consignment one) {
        boolean carries = one.state()
                .handedOver()
                .flatMap(sent -> sent.to().party())
                .filter(actor::actsFor)
                .isPresent();
        return carries || actor.actsFor(one.payer()) || isSender(actor, one.sender(), one.origin());
    }

    boolean isSender(Actor actor, PartyId sender, RegionId origin) {
        return switch (reaches.of(actor)) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(origin) || actor.actsFor(sender);
            case Reach.Parties(var parties) -> parties.contains(sender);
        };
    }
}
