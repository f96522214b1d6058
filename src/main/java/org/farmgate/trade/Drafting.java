package org.farmgate.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.PartyId;

/// A contract about to be written down for the first time, with what stands behind it.
///
/// @param forecast what the named plots' forecasts add up to; of a fixed mass, the mass
/// @param search words that the list finds it by
record Drafting(
        ContractId id,
        String number,
        ContractTerms terms,
        String text,
        Optional<Side> by,
        Optional<PlanId> plan,
        Mass forecast,
        PartyId person,
        Instant at,
        LocalDate lapsesOn,
        String search,
        List<Backing> backing) {
    Drafting {
        backing = List.copyOf(backing);
    }

    Mass expected() {
        return terms.quantity().expected(forecast);
    }

    Mass most() {
        return terms.quantity().most(forecast);
    }

    Terms firstTerms() {
        return new Terms(id, new ContractVersion(1, terms, text, TermsHash.of(text), by, person, at));
    }

    /// A version with the contract it belongs to.
    record Terms(ContractId contract, ContractVersion version) {}
}
