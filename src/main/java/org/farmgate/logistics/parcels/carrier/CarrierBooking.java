package org.farmgate.logistics.parcels.carrier;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.logistics.parcels.ParcelKey;
import org.farmgate.measure.Money;

/// That a parcel was given to an outside carrier.
///
/// @param service the carrier's code for how it goes
/// @param number the carrier's own, once it has taken it
public record CarrierBooking(
        CarrierBookingId id,
        ParcelKey parcel,
        OutsideCarrierId carrier,
        String service,
        Money price,
        State state,
        Optional<String> number,
        Instant askedAt) {
    public enum State {
        /// The carrier was asked and has not answered: asking again is the same booking.
        ASKED,
        /// It has taken it.
        BOOKED,
        /// It said no, or we gave up asking.
        DECLINED,
        /// It has told that it delivered, returned or lost it.
        ENDED;

        /// Whether the parcel is with that carrier, or may be.
        public boolean isOpen() {
            return this == ASKED || this == BOOKED;
        }
    }

    boolean isSameAs(CarrierBooking other) {
        return parcel.equals(other.parcel)
                && carrier.equals(other.carrier)
                && service.equals(other.service)
                && price.equals(other.price);
    }
}
