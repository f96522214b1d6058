/// Pages and JSON of places.
@NullMarked
package org.farmgate.place.web;

import org.jspecify.annotations.NullMarked;
