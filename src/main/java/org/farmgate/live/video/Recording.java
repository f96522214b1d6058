package org.farmgate.live.video;

import java.time.Instant;
import java.time.LocalDate;
import org.farmgate.live.ShowId;

/// What was kept of a show that is over.
///
/// @param keptUntil the first day on which it may be deleted
public record Recording(ShowId show, String title, Instant endedAt, LocalDate keptUntil, long seconds, long bytes) {}
