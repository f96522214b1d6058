package org.farmgate.logistics;

import org.farmgate.platform.Rule;

/// What `logistics` refuses.
public enum LogisticsRule implements Rule {
    /// An id that a client made stands for one thing for ever; sent again with other content it is an error.
    TRUCK_KIND_ID_USED,
    /// Goods are stored in warehouses and sorting centres, not in stores or on markets.
    WAREHOUSE_NEEDS_WAREHOUSE_SITE(422),
    /// A closed site takes no goods.
    WAREHOUSE_SITE_CLOSED,
    /// Without rates for the last leg no freight can be reckoned; somebody sets them first.
    RATES_NOT_SET,
    /// No such version of the tariff.
    TARIFF_VERSION_UNKNOWN(404);

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
