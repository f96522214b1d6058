package org.farmgate.party;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// A person, a household or an organisation. It is anonymised, never deleted: contracts and books go on
/// naming it.
///
/// @param code short, for people to write: `NH-000042`
/// @param region where it lies, or which it looks after
/// @param county the producing county that the region lies in; empty above the county
/// @param telephone to reach them
/// @param erased whether it was anonymised; the name is then only a dash
public record Party(
        PartyId id,
        PartyKind kind,
        String code,
        String name,
        Optional<RegionId> region,
        Optional<RegionId> county,
        Optional<DivisionId> division,
        Optional<String> telephone,
        Instant registeredAt,
        boolean erased) {
    static final String NOBODY = "–";
    static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,19}");

    public Party {
        if (name.isBlank() || name.codePointCount(0, name.length()) > 120)
            throw new InputBroken("name", name.isBlank() ? "missing" : "too-long", 120);
        if (!CODE.matcher(code).matches()) throw new InputBroken("code", "not-a-code", code);
    }

    /// Whether the same was asked for: the id was sent twice, not used twice.
    boolean sameAs(Party other) {
        return kind == other.kind
                && name.equals(other.name)
                && region.equals(other.region)
                && division.equals(other.division)
                && telephone.equals(other.telephone);
    }
}
