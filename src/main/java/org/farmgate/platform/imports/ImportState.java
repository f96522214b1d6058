package org.farmgate.platform.imports;

/// Where a file stands.
public enum ImportState {
    /// Its job waits or runs.
    WAITING,
    /// Taken, all of it.
    DONE,
    /// Not taken, none of it, because of its faults.
    REFUSED,
    /// Its job ended before it came to an answer; nothing was taken.
    ABANDONED
}
