package org.farmgate.logistics.parcels;

/// Where a bag or cage stands.
public enum ContainerStage {
    /// Things go in and out.
    OPEN,
    /// Closed, at a site.
    CLOSED,
    /// Left a site, and has not been scanned at another yet.
    UNDER_WAY,
    /// All was taken out; its number is used up.
    EMPTIED
}
