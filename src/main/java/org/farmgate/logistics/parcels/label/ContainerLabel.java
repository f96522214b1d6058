package org.farmgate.logistics.parcels.label;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.logistics.parcels.Sscc;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Multilingual;

/// What stands on a bag's or a cage's label.
///
/// @param kind a bag or a cage
/// @param mass of what is in it, where it is known
public record ContainerLabel(
        Sscc sscc, Multilingual kind, String from, String to, int parcels, Optional<Mass> mass, Instant closedAt) {}
