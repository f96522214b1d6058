/// Moving goods: what it costs (truck kinds, warehouses, rates), consignments, shared trips, rounds, parcels
/// through three tiers, warehouses near the market. It knows nothing of deals.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "supply",
            "stock",
            "ledger",
            "product",
            "party",
            "place",
            "platform",
            "platform :: *",
            "measure"
        })
package org.farmgate.logistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
