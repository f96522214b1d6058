package org.farmgate.logistics;

import org.farmgate.platform.Rule;

/// What `logistics` refuses.
public enum LogisticsRule implements Rule {
    /// An id that a client made stands for one thing for ever; sent again with other content it is an
    /// error.
    TRUCK_KIND_ID_USED,
    /// Goods are stored in warehouses and sorting centres, not in stores or on markets.
    WAREHOUSE_NEEDS_WAREHOUSE_SITE(422),
    /// A closed site takes no goods.
    WAREHOUSE_SITE_CLOSED,
    /// Without rates for the last leg no freight can be reckoned; somebody sets them first.
    RATES_NOT_SET,
    /// No such version of the tariff.
    TARIFF_VERSION_UNKNOWN(404),
    /// The same id stands for another consignment.
    CONSIGNMENT_ID_TAKEN,
    /// A consignment weighs something and has packages to count. Argument: the most packages.
    CONSIGNMENT_WITHOUT_GOODS(422),
    /// Its days are in order, and at most a year. Argument: the most days.
    CONSIGNMENT_WINDOW_WRONG(422),
    /// What is asked does not fit how far the consignment has come. Argument: its number.
    CONSIGNMENT_NOT_IN_THAT_STATE,
    /// No more arrives than was sent. Arguments: accepted, sent.
    ACCEPTED_EXCEEDS_SENT(422),
    /// Nothing accepted is a delivery that failed.
    NOTHING_ACCEPTED(422),
    /// What happened happened before now, not months ago, and in its order. Arguments: earliest, latest.
    CONSIGNMENT_TIME_OUT_OF_REACH(422),
    /// An id stands for one incident for ever.
    INCIDENT_ID_TAKEN,
    /// The payer owns a debt, or who looks after the county decides it.
    INCIDENT_NOT_YOURS(403),
    /// Nobody but the sender bears it, or it cost nothing.
    INCIDENT_WITHOUT_DEBT,
    /// Only what has been at its place, or on the road to it, goes back; what went to a door goes by parcel.
    /// Argument: the consignment's number.
    NOTHING_TO_RETURN,
    /// No more goes back than was sent. Arguments: the mass, what was sent.
    RETURN_EXCEEDS_SENT(422);

    private final int status;

    LogisticsRule() {
        this(409);
    }

    LogisticsRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
