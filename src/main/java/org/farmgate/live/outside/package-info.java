/// Orders made on other live platforms, which come in by a signed webhook or a daily file and go through
/// the same intake as all others: so the same packs are not sold twice.
@NullMarked
package org.farmgate.live.outside;

import org.jspecify.annotations.NullMarked;
