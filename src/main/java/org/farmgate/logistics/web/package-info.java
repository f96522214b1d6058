/// Pages and JSON of tariffs.
@NullMarked
package org.farmgate.logistics.web;

import org.jspecify.annotations.NullMarked;
