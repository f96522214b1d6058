package org.farmgate.logistics.routing;

/// A stop that no route calls at, and why.
public record LeftOut(String stop, Reason reason) {

    /// The first of these that holds; all but the last two are so whatever else is planned.
    public enum Reason {
        /// There is no vehicle at all.
        NO_VEHICLE,
        /// The stop is cold and no vehicle is.
        NO_COLD_VEHICLE,
        /// Heavier than any fitting vehicle carries.
        TOO_HEAVY,
        /// Bulkier than any fitting vehicle.
        TOO_BULKY,
        /// No fitting vehicle can be there inside the window, and back before its shift or depot ends.
        NOT_IN_TIME,
        /// There and back takes longer than any fitting driver may drive.
        TOO_FAR_TO_DRIVE,
        /// The other end of its transfer cannot be served.
        PARTNER_LEFT_OUT,
        /// Alone it could be served, but the vehicles are needed for what was planned instead.
        FLEET_TOO_SMALL
    }
}
