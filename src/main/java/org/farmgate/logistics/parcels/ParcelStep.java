package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;

/// One line of a parcel's trail.
///
/// @param at when it happened
/// @param recordedAt when it was told; later where a device had no network
/// @param container inside which it was scanned
/// @param personName empty where the platform did it
public record ParcelStep(
        ScanId scan,
        ScanKind kind,
        SiteId site,
        Instant at,
        Instant recordedAt,
        ScanOutcome outcome,
        Optional<RuleBroken> why,
        Optional<ContainerId> container,
        String personName,
        String organisationName,
        String note) {}
