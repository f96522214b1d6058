package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// The buyer wants goods of a contract at a place in a week; `logistics` is asked to bring them by whoever plans
/// the trip.
public record CallOffMade(
        CallOffId callOff, ContractId contract, RegionId origin, SiteId site, IsoWeek week, Mass mass, Instant at) {}
