/// Pay slips: what somebody was owed, for what, by which rule, and what was paid out, over some days. Start
/// reading at [Slips].
@NullMarked
@NamedInterface("slip")
package org.farmgate.ledger.slip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
