package org.farmgate.live.video;

import java.time.Instant;

/// A piece as it is listed.
///
/// @param position in the whole show; it never changes
/// @param discontinuity how often the camera had changed before
/// @param beginsAt when it was filmed
record Segment(
        int position,
        StreamId stream,
        int n,
        int discontinuity,
        long startMillis,
        int durationMillis,
        Instant beginsAt,
        int bytes) {}
