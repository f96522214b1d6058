/// Pages and JSON of trips.
@NullMarked
package org.farmgate.logistics.trips.web;

import org.jspecify.annotations.NullMarked;
