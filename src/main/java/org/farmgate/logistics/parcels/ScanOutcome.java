package org.farmgate.logistics.parcels;

/// What became of a scan.
public enum ScanOutcome {
    /// It was the newest, and things are now as it says.
    COUNTED,
    /// Newer ones were there already: it is filed by its time and moves nothing.
    LATE,
    /// It cannot be; it is kept, and why.
    REFUSED
}
