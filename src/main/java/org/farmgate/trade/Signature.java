package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.platform.PartyId;

/// Who bound one side to which text, and when. Names are kept as they were: a signature does not change when
/// somebody marries or a company is renamed.
///
/// @param organisation for whom the person signed; not the side's own party where a cooperative or station signs
///     for a grower with the grower's recorded consent
public record Signature(
        Side side,
        int version,
        PartyId person,
        String personName,
        PartyId organisation,
        String organisationName,
        Instant at,
        TermsHash terms) {}
