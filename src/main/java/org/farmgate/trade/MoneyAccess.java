package org.farmgate.trade;

import java.util.HashSet;
import java.util.Set;
import org.farmgate.party.Representation;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Who sees and enters a contract's money. Both sides see; what came in is entered by who gets it: the
/// seller's bookkeeper, or a seller without one, who signs for themselves.
@Component
class MoneyAccess {
    private final ContractAccess access;
    private final InvoiceStore invoices;
    private final Representation representation;

    MoneyAccess(ContractAccess access, InvoiceStore invoices, Representation representation) {
        this.access = access;
        this.invoices = invoices;
        this.representation = representation;
    }

    /// The contract, held until the transaction ends. Refuses by [Denied], [NotFound],
    /// CONTRACT_NOT_A_PARTY.
    Contract keeping(Actor actor, ContractId id) {
        if (!actor.may(Right.KEEP_BOOKS) && !actor.may(Right.SIGN_CONTRACT)) throw new Denied(Right.KEEP_BOOKS);
        Contract contract = access.held(actor, id);
        if (access.signingSide(actor, contract.terms()) != Side.SELLER)
            throw new RuleBroken(TradeRule.CONTRACT_NOT_A_PARTY);
        if (!actor.may(Right.KEEP_BOOKS) && !actor.actsFor(contract.terms().seller()))
            throw new Denied(Right.KEEP_BOOKS);
        return contract;
    }

    boolean keeps(Actor actor, ContractTerms terms) {
        if (actor.everywhere() && !actor.actsFor(terms.seller())) return false;
        boolean seller = access.findSide(actor, terms)
                .filter(side -> side == Side.SELLER)
                .isPresent();
        return seller
                && (actor.may(Right.KEEP_BOOKS) || actor.may(Right.SIGN_CONTRACT) && actor.actsFor(terms.seller()));
    }

    /// A cooperative's members are not its to look at here, unless they let it act for them.
    Sight seeing(Actor actor) {
        actor.require(Right.SEE_BOOKS);
        Sight all = access.sightOf(actor);
        Set<PartyId> parties = new HashSet<>(representation.allowed(actor, all.parties()));
        parties.add(actor.organisation());
        return new Sight(all.everything(), all.origins(), parties);
    }

    /// Whether they see what the seller does with the money: the seller, whoever acts for it, and those who
    /// look after the county.
    boolean seesSellersSide(Actor actor, Invoice invoice) {
        Sight sight = seeing(actor);
        return sight.everything()
                || sight.origins().contains(invoice.origin())
                || sight.parties().contains(invoice.seller());
    }

    Contract seen(Actor actor, ContractId id) {
        actor.require(Right.SEE_BOOKS);
        return access.seen(actor, id);
    }

    /// Refuses by [Denied] and [NotFound].
    Invoice seen(Actor actor, InvoiceId id) {
        Sight sight = seeing(actor);
        return invoices.find(id)
                .filter(invoice -> sight.everything()
                        || sight.origins().contains(invoice.origin())
                        || sight.parties().contains(invoice.seller())
                        || sight.parties().contains(invoice.buyer()))
                .orElseThrow(() -> new NotFound("invoice", id));
    }
}
