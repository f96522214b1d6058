package org.farmgate.supply;

import java.util.Optional;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;

/// Which tickets a list shows. The search text is looked for in the number and in the grower's name and
/// code.
public record TicketQuery(Paging paging, Optional<PartyId> grower, Show show) {
    /// Which of them.
    public enum Show {
        ALL,
        /// Bought outright, the price still to be decided.
        TO_PRICE,
        CANCELLED
    }
}
