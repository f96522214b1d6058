package org.farmgate.logistics.parcels.carrier;

import java.util.List;
import java.util.Optional;
import org.farmgate.platform.RuleBroken;

/// What one carrier answered when it was asked for its prices.
///
/// @param why it has none: silent, or declined
public record CarrierOffer(OutsideCarrier carrier, List<CarrierRate> rates, Optional<RuleBroken> why) {}
