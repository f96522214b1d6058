package org.farmgate.shop;

import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// A counter of a store, a stall or a station that sells for cash what is set aside for it.
///
/// @param origin whose goods it sells; a counter that sells of several counties has a till for each
/// @param site where its goods lie
public record Till(TillId id, RegionId origin, PartyId seller, SiteId site, String name) {
    public static final int LONGEST_NAME = 60;

    /// Refuses by the input errors `missing`, `too-long`.
    public Till {
        name = name.strip();
        if (name.isEmpty()) throw new InputBroken("name", "missing");
        if (name.length() > LONGEST_NAME) throw new InputBroken("name", "too-long", LONGEST_NAME);
    }
}
