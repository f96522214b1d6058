/// The first and the last words to the person who starts Farmgate: it is ready, and here; or it cannot start, and
/// why.
@NullMarked
package org.farmgate.platform.start;

import org.jspecify.annotations.NullMarked;
