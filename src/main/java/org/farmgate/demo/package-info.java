/// The demo county: it loads the tables of `src/main/resources/demo` into an empty installation, through the
/// facades of all modules, so that a newcomer has a season to look at. It stands above everything and nothing
/// knows it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "live",
            "shop",
            "trade",
            "logistics",
            "logistics :: trips",
            "logistics :: parcels",
            "logistics :: carriers",
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
package org.farmgate.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
