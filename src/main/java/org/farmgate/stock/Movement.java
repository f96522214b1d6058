package org.farmgate.stock;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.platform.PartyId;

/// One thing that happened to a position. Never changed: what was wrong is put right by another movement.
///
/// @param grams more than zero: came; less: left
/// @param at when it happened
/// @param reason empty where none is needed
public record Movement(
        MovementId id,
        PositionKey position,
        MovementKind kind,
        long grams,
        String causeKind,
        UUID cause,
        String reason,
        Instant at,
        Instant recordedAt,
        PartyId recordedBy,
        PartyId recordedPerson) {
    public static final int LONGEST_REASON = 200;

    /// Whether the same was sent twice. The times may differ: they may have been ours.
    boolean sameAs(Movement other) {
        return id.equals(other.id)
                && position.equals(other.position)
                && kind == other.kind
                && grams == other.grams
                && causeKind.equals(other.causeKind)
                && cause.equals(other.cause)
                && reason.equals(other.reason);
    }
}
