/// Selling to people and stores: listings, the order intake, orders from placing to settlement. It
/// sells only what `stock` holds for it, and every order enters by [org.farmgate.shop.OrderIntake].
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "logistics",
            "supply",
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
package org.farmgate.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
