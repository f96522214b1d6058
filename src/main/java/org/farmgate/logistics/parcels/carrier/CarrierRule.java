package org.farmgate.logistics.parcels.carrier;

import org.farmgate.platform.Rule;

/// What is refused of outside carriers, and of parcels given to them.
public enum CarrierRule implements Rule {
    /// Clerks choose a carrier by its name.
    OUTSIDE_CARRIER_NAME_TAKEN,
    /// A closed carrier is given nothing.
    OUTSIDE_CARRIER_CLOSED,
    /// It did not answer, or not what was asked: nothing was booked that we know of, and asking again is the same
    /// booking.
    OUTSIDE_CARRIER_SILENT,
    /// It answered no: by its words.
    OUTSIDE_CARRIER_DECLINED,
    /// A parcel is with one carrier at a time.
    PARCEL_BOOKED_ALREADY,
    /// Only what another carrier is to bring on is given to one.
    PARCEL_NOT_FOR_A_CARRIER,
    /// The same id stands for another booking.
    CARRIER_BOOKING_ID_USED,
    /// Whoever cannot sign is not told whether there is such a carrier.
    CARRIER_SIGNATURE_WRONG,
    /// A request is of now, so that an old one cannot be sent again.
    CARRIER_CLOCK_APART,
    /// A carrier tells of what we gave it.
    CARRIER_NUMBER_UNKNOWN,
    /// The same event says the same.
    CARRIER_EVENT_DIFFERS,
    /// It happened after the parcel was taken in, and before now. Arguments: earliest, latest.
    CARRIER_EVENT_TIME_OUT_OF_REACH,
    /// The carrier took it when we had given up asking: it is to be told. Arguments: its name, its number.
    CARRIER_BOOKING_GIVEN_UP;

    @Override
    public int status() {
        return switch (this) {
            case CARRIER_SIGNATURE_WRONG, CARRIER_CLOCK_APART -> 401;
            case CARRIER_NUMBER_UNKNOWN -> 404;
            case OUTSIDE_CARRIER_NAME_TAKEN,
                    OUTSIDE_CARRIER_CLOSED,
                    OUTSIDE_CARRIER_DECLINED,
                    PARCEL_BOOKED_ALREADY,
                    PARCEL_NOT_FOR_A_CARRIER,
                    CARRIER_BOOKING_ID_USED,
                    CARRIER_EVENT_DIFFERS,
                    CARRIER_BOOKING_GIVEN_UP -> 409;
            case CARRIER_EVENT_TIME_OUT_OF_REACH -> 422;
            case OUTSIDE_CARRIER_SILENT -> 503;
        };
    }
}
