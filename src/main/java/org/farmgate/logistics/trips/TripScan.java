package org.farmgate.logistics.trips;

import java.time.Instant;
import java.util.UUID;

/// A scan at the truck's door.
///
/// @param id made by whoever scans; the same again is once
/// @param code as read: a consignment's number or its id
/// @param refusal the rule by which it was refused; empty where it was taken
public record TripScan(UUID id, String code, Instant at, String personName, String refusal) {
    public static final int LONGEST_CODE = 80;

    public boolean isRefused() {
        return !refusal.isEmpty();
    }
}
