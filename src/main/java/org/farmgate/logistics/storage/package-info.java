/// Warehouses near the market: goods come in, lie there at a cost, and go to stores before they expire.
@NullMarked
package org.farmgate.logistics.storage;

import org.jspecify.annotations.NullMarked;
