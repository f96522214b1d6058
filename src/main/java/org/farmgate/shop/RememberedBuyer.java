package org.farmgate.shop;

import org.farmgate.place.RegionId;

/// What a buyer asked their own device to keep, so that the next order takes two taps.
///
/// @param provider how they paid last
public record RememberedBuyer(Contact contact, RegionId region, String provider) {}
