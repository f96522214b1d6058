package org.farmgate.supply;

import java.time.Instant;
import org.farmgate.platform.PartyId;

/// Who wrote something down and when. Where the organisation is not the grower, somebody did it on the
/// grower's behalf, with the grower's recorded consent, and every page says so.
public record Recorded(PartyId organisation, PartyId person, Instant at) {
    public boolean onBehalfOf(PartyId grower) {
        return !organisation.equals(grower);
    }
}
