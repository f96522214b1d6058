package org.farmgate.logistics.parcels.web;

/// Whose parcel comes over the counter; each has a form of its own.
public enum IntakeKind {
    VILLAGER,
    INBOUND,
    ORDER
}
