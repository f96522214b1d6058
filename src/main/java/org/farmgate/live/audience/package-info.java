/// Who watches a show, and what they are told while they do: one stream of events for each browser, written without
/// blocking, encoded once for each language. See docs/adr/0013.
@NullMarked
package org.farmgate.live.audience;

import org.jspecify.annotations.NullMarked;
