package org.farmgate.logistics.parcels;

/// What another carrier tells of a parcel that it was given.
public enum CarrierNews {
    /// It is somewhere on its way.
    UNDER_WAY,
    /// Its receiver has it.
    DELIVERED,
    /// It could not be delivered, and comes back to us.
    COMES_BACK,
    /// It is lost.
    LOST
}
