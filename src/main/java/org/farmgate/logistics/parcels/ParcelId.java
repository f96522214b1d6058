package org.farmgate.logistics.parcels;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One parcel, from the counter that takes it in to the hand that gets it.
public record ParcelId(UUID value) implements Id {
    public static ParcelId next() {
        return new ParcelId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
