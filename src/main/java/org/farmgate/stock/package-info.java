/// The lot register, what lies where, what is set aside, and what can be sold of it. It knows no grower, no listing
/// and no order: whoever harvests, sells and carries calls it, and it tells them by events.
@NullMarked
@ApplicationModule(allowedDependencies = {"product", "party", "place", "platform", "platform :: *", "measure"})
package org.farmgate.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
