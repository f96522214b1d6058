package org.farmgate.trade;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.platform.PartyId;

/// Other terms that one side proposes for a contract in force. They hold from the moment the other side agrees.
///
/// @param number counted from 1 within the contract
/// @param baseVersion the terms it would replace
/// @param version the terms it proposes
public record Amendment(
        int number,
        int baseVersion,
        int version,
        Side proposedBy,
        PartyId proposedByPerson,
        Instant proposedAt,
        String reason,
        Outcome outcome,
        Optional<Instant> settledAt,
        String answer) {
    public enum Outcome {
        OPEN,
        AGREED,
        REFUSED,
        WITHDRAWN
    }
}
