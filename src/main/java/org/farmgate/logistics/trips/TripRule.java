package org.farmgate.logistics.trips;

import org.farmgate.platform.Rule;

/// What is refused of trips.
public enum TripRule implements Rule {
    /// What is asked does not fit how far the trip has come. Argument: its number.
    TRIP_NOT_IN_THAT_STATE,
    /// Somebody changed the trip since it was shown.
    TRIP_CHANGED_MEANWHILE,
    /// An id stands for one trip for ever.
    TRIP_ID_TAKEN,
    /// Goods that are on another trip, under way, or go to a door. Argument: the consignment's number.
    TRIP_GOODS_NOT_FREE,
    /// More than the truck carries. Arguments: what it would be, what the truck carries.
    TRIP_OVERFILLED(422),
    /// More room than the truck has. Arguments: what it would be, what the truck has, in litres.
    TRIP_WITHOUT_ROOM(422),
    /// Goods that need cold ride in cold trucks. Argument: the consignment's number.
    TRIP_NOT_COLD(422),
    /// No truck kind of the tariff carries this.
    TRIP_WITHOUT_TRUCK(422),
    /// A trip starts in one county; other goods ride on its way back. Argument: the consignment's number.
    TRIP_OF_ANOTHER_COUNTY(422),
    /// A trip carries something.
    TRIP_EMPTY,
    /// More consignments than one truck run serves. Argument: the most.
    TRIP_TOO_MANY_GOODS(422),
    /// The code that was scanned belongs to nothing on this trip. Argument: the code.
    TRIP_CODE_NOT_ABOARD(422),
    /// Goods of the way back are loaded once the truck has left. Argument: the consignment's number.
    TRIP_LEG_NOT_YET,
    /// It weighs much more or less than what was booked. Arguments: weighed, booked.
    TRIP_WEIGHT_UNLIKELY(422),
    /// Goods are still on board. Argument: how many consignments.
    TRIP_STILL_LOADED,
    /// A reading as no thermometer on a truck gives it, or from another time. Argument: the line.
    TRIP_READING_UNLIKELY(422),
    /// No more lines than anybody reads. Argument: the most.
    TRIP_TOO_MANY_LINES(422),
    /// Carriers are parties of this installation, so that what is owed to them stands in the books.
    TRIP_CARRIER_UNKNOWN(422);

    private final int status;

    TripRule() {
        this(409);
    }

    TripRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
