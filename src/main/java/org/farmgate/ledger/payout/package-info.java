/// Payouts: what is owed is proposed by one person, released by another, handed to the bank as a file, and each
/// payment is followed until the bank has paid it or sent it back. Start reading at [Payouts].
@NullMarked
@NamedInterface("payout")
package org.farmgate.ledger.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
