package org.farmgate.logistics.parcels;

import java.time.Instant;
import org.farmgate.place.SiteId;

/// Who said that a parcel is lost or damaged.
///
/// @param what happened, as they said
/// @param payer who pays, as they said; empty while nobody knows
public record ParcelIncident(
        ParcelIncident.Kind kind,
        SiteId site,
        Instant at,
        String what,
        String payer,
        String personName,
        String organisationName) {
    /// What happened to it.
    public enum Kind {
        LOST,
        DAMAGED
    }
}
