package org.farmgate.logistics.parcels;

import java.time.Instant;
import org.farmgate.place.SiteId;

/// Somebody comes for a parcel.
///
/// @param id made by the client: the same twice counts once
/// @param code of the parcel, as a scanner reads it
/// @param taker the name of who takes it
public record HandOut(ScanId id, String code, SiteId site, PickupCode pickupCode, String taker, Instant at) {
    public static final int LONGEST_NAME = 80;

    /// Refuses by the input errors `missing`, `too-long` and `no-such-date`.
    public HandOut {
        code = Contact.checked("code", code, Scan.LONGEST_CODE);
        taker = Contact.checked("taker", taker, LONGEST_NAME);
        at = Scan.moment(at);
    }
}
