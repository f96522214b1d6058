package org.farmgate.logistics.parcels.carrier;

import java.util.Optional;
import org.farmgate.platform.RuleBroken;

/// What is answered of one event that a carrier told.
///
/// @param before whether it had been told before
/// @param why it was refused
public record CarrierAnswer(String event, boolean before, Optional<RuleBroken> why) {}
