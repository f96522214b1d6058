package org.farmgate.supply;

import java.time.Instant;
import org.farmgate.platform.PartyId;

/// Whether a ticket stands.
public sealed interface TicketState {
    record Standing() implements TicketState {}

    /// As if it had never been weighed: goods and debt were taken back by entries of their own.
    record Cancelled(Instant at, PartyId by, String reason) implements TicketState {}
}
