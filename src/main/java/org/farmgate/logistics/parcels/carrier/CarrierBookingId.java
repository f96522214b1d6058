package org.farmgate.logistics.parcels.carrier;

import java.util.UUID;
import org.farmgate.platform.Id;

/// That one parcel was given to an outside carrier; made by the client, and told to the carrier, so that asking
/// twice is one.
public record CarrierBookingId(UUID value) implements Id {
    public static CarrierBookingId next() {
        return new CarrierBookingId(Id.next());
    }

    public static CarrierBookingId of(String text) {
        return new CarrierBookingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
