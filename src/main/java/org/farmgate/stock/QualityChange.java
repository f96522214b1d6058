package org.farmgate.stock;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// A judgement on goods as it was made.
///
/// @param site empty: everywhere
/// @param by the organisation; empty: the platform itself, when the day had come
public record QualityChange(
        QualityChangeId id,
        RegionId origin,
        LotId lot,
        Optional<SiteId> site,
        QualityStatus status,
        String reason,
        Instant at,
        Optional<PartyId> by,
        Optional<PartyId> person) {
    boolean sameAs(QualityChange other) {
        return id.equals(other.id)
                && lot.equals(other.lot)
                && site.equals(other.site)
                && status == other.status
                && reason.equals(other.reason);
    }
}
