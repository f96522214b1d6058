/// Pages and JSON of warehouses near the market and of replenishment.
@NullMarked
package org.farmgate.logistics.storage.web;

import org.jspecify.annotations.NullMarked;
