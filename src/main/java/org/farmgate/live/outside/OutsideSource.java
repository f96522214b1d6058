package org.farmgate.live.outside;

/// By which way an outside order was told.
public enum OutsideSource {
    WEBHOOK,
    CSV
}
