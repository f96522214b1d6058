/// The lot register: every quantity of one product and grade, and of what it was composed. It knows no
/// grower.
@NullMarked
@ApplicationModule(allowedDependencies = {"product", "party", "place", "platform", "platform :: *", "measure"})
package org.farmgate.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
