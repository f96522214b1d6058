package org.farmgate.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// A forward contract: agreed before harvest, bound by two signatures, changed only by amendments both agree
/// to.
///
/// @param number what people call it, such as `FG-7K3M-92QD`
/// @param version of the terms that stand; while not both have signed, of those last put forward
/// @param termsText the exact text that signatures are bound to, in Chinese, the language that prevails
/// @param draftedBy the side that wrote it; empty for a plan's drafts
/// @param lapsesOn when it lapses unless both have signed
/// @param signatures of the version that stands; none, one or two
public record Contract(
        ContractId id,
        String number,
        int version,
        ContractTerms terms,
        String termsText,
        TermsHash hash,
        ContractState state,
        Balance balance,
        Optional<Side> draftedBy,
        Optional<PlanId> plan,
        Instant draftedAt,
        LocalDate lapsesOn,
        List<Signature> signatures) {
    public Contract {
        signatures = List.copyOf(signatures);
    }

    public RegionId origin() {
        return terms.origin();
    }

    public ContractStage stage() {
        return state.stage();
    }

    public Optional<Signature> signatureOf(Side side) {
        return signatures.stream().filter(signature -> signature.side() == side).findFirst();
    }

    /// Whether that side sees it: a draft is its writer's own until it is proposed.
    public boolean isShownTo(Side side) {
        return stage() != ContractStage.DRAFTED || draftedBy.isEmpty() || draftedBy.get() == side;
    }

    public Optional<Side> sideOf(PartyId party) {
        if (terms.seller().equals(party)) return Optional.of(Side.SELLER);
        return terms.buyer().equals(party) ? Optional.of(Side.BUYER) : Optional.empty();
    }
}
