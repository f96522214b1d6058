package org.farmgate.logistics.parcels.carrier;

import org.farmgate.measure.Mass;

/// What a carrier is asked to take: without names for a price, with them for the way.
///
/// @param reference the SSCC on the parcel
/// @param from code of the region where it is fetched (GB/T 2260)
/// @param to code of the region where it goes
public record Shipment(String reference, String from, String to, Mass mass) {}
