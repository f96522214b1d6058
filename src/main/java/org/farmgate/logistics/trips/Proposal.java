package org.farmgate.logistics.trips;

import java.util.List;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;

/// What proposing made of the goods that waited.
///
/// @param trips that were planned, drafts all
/// @param left what rides on none of them, and why
public record Proposal(List<Trip> trips, List<Left> left) {
    public Proposal {
        trips = List.copyOf(trips);
        left = List.copyOf(left);
    }

    public enum Reason {
        /// Heavier than any truck of the tariff carries.
        TOO_HEAVY,
        /// Needs cold, and the tariff has no cold truck.
        NO_COLD_TRUCK,
        /// No truck that leaves in these days arrives in time.
        TOO_FAR_FOR_ITS_DAYS
    }

    public record Left(ConsignmentId consignment, String number, Mass mass, Reason reason) {}
}
