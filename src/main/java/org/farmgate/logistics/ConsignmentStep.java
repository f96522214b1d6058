package org.farmgate.logistics;

import java.time.Instant;

/// Something that happened to a consignment, for its timeline.
///
/// @param personName who did it, by the name borne then; empty where the platform did it
/// @param note the carrier's name or a reason; may be empty
public record ConsignmentStep(
        ConsignmentStage stage, Instant at, String personName, String organisationName, String note) {}
