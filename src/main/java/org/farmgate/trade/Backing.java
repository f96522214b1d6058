package org.farmgate.trade;

import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;

/// Which offer stands behind part of a contract, and which wish it serves. Promised here, it is not offered
/// again.
///
/// @param offered all that the offer holds now
record Backing(
        String offerKey,
        Mass offered,
        Mass mass,
        Optional<DemandId> demand,
        Optional<SiteId> site,
        Optional<IsoWeek> week) {}
