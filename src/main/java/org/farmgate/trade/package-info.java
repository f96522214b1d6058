/// Deals between growers and buyers: what buyers want, docking it with what is grown, and the forward
/// contracts that come out.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "logistics",
            "logistics :: trips",
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
package org.farmgate.trade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
