package org.farmgate.logistics.trips;

/// Which way goods ride.
public enum Leg {
    /// Away from the county that the trip starts in.
    OUT,
    /// On the truck's way home: what would else be empty kilometres.
    BACK
}
