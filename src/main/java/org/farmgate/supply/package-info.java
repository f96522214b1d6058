/// What growers will have and have harvested: plots, forecasts, harvests, local price quotes. It knows no
/// buyers: `trade` and `shop` ask it, and it tells them by events.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"ledger", "stock", "product", "party", "place", "platform", "platform :: *", "measure"})
package org.farmgate.supply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
