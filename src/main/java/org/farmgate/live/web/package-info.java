/// Pages and JSON of live shows.
@NullMarked
package org.farmgate.live.web;

import org.jspecify.annotations.NullMarked;
