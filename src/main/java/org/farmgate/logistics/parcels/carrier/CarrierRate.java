package org.farmgate.logistics.parcels.carrier;

import org.farmgate.measure.Money;

/// What a carrier asks for one shipment.
///
/// @param service its own code
/// @param name its own words
/// @param days until it arrives, as it says
public record CarrierRate(String service, String name, Money price, int days) {}
