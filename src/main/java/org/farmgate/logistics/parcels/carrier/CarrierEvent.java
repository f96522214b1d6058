package org.farmgate.logistics.parcels.carrier;

import java.time.Instant;

/// What a carrier says happened to a parcel.
///
/// @param id its own, by which the same event is known again
/// @param number its number of the shipment
/// @param place in its words; shown to whoever tracks the parcel, may be empty
public record CarrierEvent(String id, String number, Kind kind, String place, Instant at) {
    public static final int LONGEST_ID = 64;
    public static final int LONGEST_PLACE = 120;

    public enum Kind {
        PICKED_UP,
        UNDER_WAY,
        /// The last leg, to the door.
        OUT_FOR_DELIVERY,
        DELIVERED,
        /// It comes back to who sent it.
        RETURNED,
        LOST;

        /// Whether nothing comes after it.
        public boolean isLast() {
            return switch (this) {
                case PICKED_UP, UNDER_WAY, OUT_FOR_DELIVERY -> false;
                case DELIVERED, RETURNED, LOST -> true;
            };
        }
    }
}
