package org.farmgate.trade;

import java.util.Optional;
import java.util.Set;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.party.Representation;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Who sees which contract, and for which side somebody acts. All contract facades ask here, so that there is
/// one answer.
@Component
class ContractAccess {
    private final ContractStore store;
    private final ContractReadStore reading;
    private final Reaches reaches;
    private final Representation representation;

    ContractAccess(ContractStore store, ContractReadStore reading, Reaches reaches, Representation representation) {
        this.reaches = reaches;
        this.representation = representation;
        this.store = store;
        this.reading = reading;
    }

    /// Refuses by [NotFound], also where it exists but is none of theirs.
    Contract seen(Actor actor, ContractId id) {
        return reading.find(id)
                .filter(contract -> sees(actor, contract))
                .orElseThrow(() -> new NotFound("contract", id));
    }

    /// As [#seen], and nobody else decides about it until the transaction ends.
    Contract held(Actor actor, ContractId id) {
        RegionId origin = store.originOf(id).orElseThrow(() -> new NotFound("contract", id));
        store.lock(origin, id);
        return seen(actor, id);
    }

    /// For which side they act. Refuses by CONTRACT_NOT_A_PARTY.
    Side sideOf(Actor actor, ContractTerms terms) {
        return findSide(actor, terms).orElseThrow(() -> new RuleBroken(TradeRule.CONTRACT_NOT_A_PARTY));
    }

    /// As [#sideOf], for what binds: the platform's own people look after everybody and sign for nobody.
    Side signingSide(Actor actor, ContractTerms terms) {
        boolean theirs = actor.actsFor(terms.buyer()) || actor.actsFor(terms.seller());
        if (actor.everywhere() && !theirs) throw new RuleBroken(TradeRule.CONTRACT_NOT_A_PARTY);
        return sideOf(actor, terms);
    }

    /// A grower's side may be taken by whoever represents the grower with recorded consent.
    Optional<Side> findSide(Actor actor, ContractTerms terms) {
        if (actor.actsFor(terms.buyer())) return Optional.of(Side.BUYER);
        if (actor.actsFor(terms.seller())) return Optional.of(Side.SELLER);
        boolean represents =
                !representation.allowed(actor, Set.of(terms.seller())).isEmpty();
        return represents ? Optional.of(Side.SELLER) : Optional.empty();
    }

    Sight sightOf(Actor actor) {
        return switch (reaches.of(actor)) {
            case Reach.Everything _ -> new Sight(true, Set.of(), Set.of());
            case Reach.Regions(var counties) -> new Sight(false, counties, Set.of(actor.organisation()));
            case Reach.Parties(var parties) -> new Sight(false, Set.of(), parties);
        };
    }

    private boolean sees(Actor actor, Contract contract) {
        Sight sight = sightOf(actor);
        if (sight.everything()) return true;
        ContractTerms terms = contract.terms();
        return sees(sight, contract, Side.SELLER, terms.seller())
                || sees(sight, contract, Side.BUYER, terms.buyer())
                || sight.origins().contains(terms.origin()) && contract.isShownTo(Side.SELLER);
    }

    private static boolean sees(Sight sight, Contract contract, Side side, PartyId party) {
        return sight.parties().contains(party) && contract.isShownTo(side);
    }
}
