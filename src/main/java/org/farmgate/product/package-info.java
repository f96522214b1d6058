/// What is grown and made: products, varieties, grades, packs, how long they keep and how.
@NullMarked
@ApplicationModule(allowedDependencies = {"party", "place", "platform", "platform :: *", "measure"})
package org.farmgate.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
