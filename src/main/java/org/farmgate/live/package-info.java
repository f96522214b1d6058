/// Live shows: planned, announced, held before a camera, watched and bought from. A show sells what its line-up has
/// set aside for it, through the order intake of `shop` like everybody else.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shop",
            "payment",
            "stock",
            "ledger",
            "product",
            "party",
            "place",
            "platform",
            "platform :: *",
            "measure"
        })
package org.farmgate.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
