package org.farmgate.trade;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.platform.PartyId;

/// The terms as they were put forward once, with the text that was or could be signed.
public record ContractVersion(
        int version,
        ContractTerms terms,
        String termsText,
        TermsHash hash,
        Optional<Side> madeBy,
        PartyId madeByPerson,
        Instant madeAt) {}
