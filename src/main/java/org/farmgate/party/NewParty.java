package org.farmgate.party;

import java.util.Optional;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// What it takes to register a party.
///
/// @param code as other lists have it; made where there is none
public record NewParty(
        PartyId id,
        PartyKind kind,
        Optional<String> code,
        String name,
        Optional<RegionId> region,
        Optional<DivisionId> division,
        Optional<String> telephone) {
    public static NewParty of(PartyKind kind, String name, RegionId region) {
        return new NewParty(
                PartyId.next(), kind, Optional.empty(), name, Optional.of(region), Optional.empty(), Optional.empty());
    }

    /// Whether that is what is kept of it already.
    boolean says(Party kept) {
        return kept.name().equals(name.strip())
                && kept.region().equals(region)
                && kept.division().equals(division)
                && kept.telephone().equals(telephone);
    }

    public NewParty coded(String chosen) {
        return new NewParty(id, kind, Optional.of(chosen), name, region, division, telephone);
    }
}
