package org.farmgate.trade;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.platform.PartyId;

/// Something that happened to a contract, for its timeline.
///
/// @param person who did it, by the name borne then; empty where the platform did it, as when a proposal lapses
/// @param note a reason, or a call-off's or amendment's number
public record ContractStep(
        Kind kind,
        int version,
        Instant at,
        Optional<PartyId> person,
        String personName,
        String organisationName,
        String note) {
    public enum Kind {
        DRAFTED,
        REWRITTEN,
        PROPOSED,
        SIGNED_BY_SELLER,
        SIGNED_BY_BUYER,
        IN_FORCE,
        CALLED_OFF,
        CALL_OFF_WITHDRAWN,
        AMENDMENT_PROPOSED,
        AMENDMENT_AGREED,
        AMENDMENT_REFUSED,
        AMENDMENT_WITHDRAWN,
        FORECAST_MOVED,
        FULFILLED,
        ENDED,
        CANCELLED,
        LAPSED
    }
}
