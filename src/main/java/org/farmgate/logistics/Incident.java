package org.farmgate.logistics;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;

/// Something that went wrong with a consignment on its way, and who bears it.
///
/// @param damage what it cost the sender; zero where it cost nothing
/// @param payer who is to bear it, in the eyes of whoever raised it; empty for nobody but the sender
/// @param raisedBy by name
/// @param settled once the payer, or who looks after the county, agreed: then it stands in the books
public record Incident(
        IncidentId id,
        ConsignmentId consignment,
        Kind kind,
        String text,
        Money damage,
        Optional<PartyId> payer,
        Instant at,
        String raisedBy,
        Optional<Settled> settled) {
    public enum Kind {
        LATE,
        DAMAGED,
        SHORT,
        TEMPERATURE,
        ACCIDENT,
        REFUSED,
        OTHER
    }

    /// Who agreed, for which organisation, and when.
    public record Settled(Instant at, String personName, String organisationName) {}

    public boolean isOpen() {
        return settled.isEmpty() && payer.isPresent() && damage.fen() > 0;
    }
}
