package org.farmgate.logistics.parcels;

import org.farmgate.platform.Rule;

/// What is refused of parcels.
public enum ParcelRule implements Rule {
    /// At most 100 kg, and no heavier than its size can be. Argument: the most.
    PARCEL_SIZE_WRONG(422),
    /// The same id stands for another parcel.
    PARCEL_ID_USED,
    /// That package or waybill was taken in before. Argument: the number it got.
    PARCEL_TAKEN_IN_BEFORE,
    /// A consignment has no more packages than were booked. Argument: how many.
    PARCEL_NOT_OF_CONSIGNMENT(422),
    /// Who fetches or gets a parcel needs to be known; for a door the address too.
    PARCEL_WITHOUT_ADDRESS(422),
    /// Only sites of the network take in, scan and hand out. Argument: its name.
    SITE_NOT_IN_NETWORK(422),
    /// Top of a county's tree is a sorting centre. Argument: the site's name.
    NETWORK_TOP_NOT_CENTRE(422),
    /// A county has one sorting centre at the top. Argument: the county's.
    NETWORK_HAS_TOP,
    /// A tree holds no circle. Argument: the site's name.
    NETWORK_CIRCLE,
    /// Station, township, centre, and one between at most. Argument: the most tiers.
    NETWORK_TOO_DEEP(422),
    /// A tree lies in one county. Arguments: the two sites' names.
    NETWORK_OTHER_COUNTY(422),
    /// Others hang below it. Argument: the site's name.
    NETWORK_SITE_HAS_OTHERS_BELOW,
    /// The same id stands for another scan.
    SCAN_ID_USED,
    /// Nobody scans at a site that is not theirs. Argument: what was sent.
    SCAN_SITE_UNKNOWN(404),
    /// No parcel, bag or cage bears it. Argument: the code.
    CODE_UNKNOWN(404),
    /// Nobody and nothing gets from one site to the other in that time. Arguments: the other site, when it
    /// was there.
    SCANNED_AT_TWO_PLACES,
    /// A scan is of now or of the last weeks, and not before the parcel was taken in. Arguments: earliest,
    /// latest.
    SCAN_TIME_OUT_OF_REACH(422),
    /// It is not the parcel that was taken in, or something is missing. Arguments: weighed, taken in.
    PARCEL_WEIGHT_DIFFERS(422),
    /// It was handed out, and stays so. Argument: its number.
    PARCEL_HANDED_OUT,
    /// What is asked does not fit where it stands. Argument: its number.
    PARCEL_NOT_IN_THAT_STATE,
    /// It lies at another site. Argument: its number.
    PARCEL_NOT_HERE,
    /// It is fetched by its code, not brought to a door. Argument: its number.
    PARCEL_NOT_FOR_A_DOOR,
    /// No such bag or cage. Argument: the code.
    CONTAINER_UNKNOWN(404),
    /// The same id stands for another container.
    CONTAINER_ID_USED,
    /// Its number is used up. Argument: its number.
    CONTAINER_EMPTIED,
    /// It is closed, or under way. Argument: its number.
    CONTAINER_NOT_OPEN,
    /// It is to be closed before it leaves or goes into another. Argument: its number.
    CONTAINER_NOT_CLOSED,
    /// Bags go into cages, and nothing else. Argument: its number.
    CONTAINER_DOES_NOT_HOLD_THAT,
    /// So much does not go in. Arguments: what it may weigh, how many litres it holds.
    CONTAINER_OVERFILLED,
    /// What goes in goes where the container goes. Argument: the parcel's or container's number.
    CONTAINER_GOES_ELSEWHERE,
    /// The same id stands for another wave.
    WAVE_ID_USED,
    /// Waves are sorted at sites with others below them. Argument: the site's name.
    WAVE_NEEDS_CENTRE(422),
    /// A site sorts one wave at a time. Argument: its number.
    WAVE_OPEN_ALREADY,
    /// A closed wave is frozen. Argument: its number.
    WAVE_CLOSED,
    /// It is to stay here. Argument: its number.
    PARCEL_NOT_TO_BE_SORTED,
    /// Nobody has made a code yet. Argument: its number.
    PICKUP_WITHOUT_CODE,
    /// Argument: how many tries are left.
    PICKUP_CODE_WRONG(422),
    /// Too many wrong tries. Argument: until when.
    PICKUP_LOCKED;

    private final int status;

    ParcelRule() {
        this(409);
    }

    ParcelRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
