package org.farmgate.logistics.parcels.carrier;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.farmgate.logistics.parcels.CarrierNews;
import org.farmgate.logistics.parcels.GivenOn;
import org.farmgate.logistics.parcels.GivingOn;
import org.farmgate.logistics.parcels.ScanId;
import org.springframework.stereotype.Component;

/// What a carrier's event does to the parcel, in the caller's transaction. Whatever it tells first, it has the parcel
/// by then, even where nobody of ours scanned it out.
@Component
class CarrierEffects {
    private final GivingOn givingOn;

    CarrierEffects(GivingOn givingOn) {
        this.givingOn = givingOn;
    }

    void of(OutsideCarrier carrier, CarrierBooking booking, CarrierEvent event) {
        givingOn.fetched(
                scan(carrier, event, "fetched"),
                booking.parcel(),
                new GivenOn(carrier.name(), event.number()),
                event.at());
        String place = event.place().isEmpty() ? "" : " " + event.place();
        givingOn.told(
                scan(carrier, event, "told"),
                booking.parcel(),
                news(event.kind()),
                event.at(),
                event.kind() + place,
                "");
    }

    private static CarrierNews news(CarrierEvent.Kind kind) {
        return switch (kind) {
            case PICKED_UP, UNDER_WAY, OUT_FOR_DELIVERY -> CarrierNews.UNDER_WAY;
            case DELIVERED -> CarrierNews.DELIVERED;
            case RETURNED -> CarrierNews.COMES_BACK;
            case LOST -> CarrierNews.LOST;
        };
    }

    /// The same event is the same scan.
    private static ScanId scan(OutsideCarrier carrier, CarrierEvent event, String what) {
        String name = "carrier " + carrier.id() + " " + event.id() + " " + what;
        return new ScanId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
