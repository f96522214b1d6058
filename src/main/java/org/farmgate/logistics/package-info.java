/// What moving costs: truck kinds, near-market warehouses, rates. It knows nothing of deals.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"supply", "stock", "product", "party", "place", "platform", "platform :: *", "measure"})
package org.farmgate.logistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
