/// The books: append-only double entry. A transfer is one row with a debit and a credit account, so it
/// balances by its shape; each origin has accounts of its own, so every origin balances by itself. It knows
/// neither orders nor contracts: whoever decides about money posts in its own transaction.
@NullMarked
@ApplicationModule(allowedDependencies = {"product", "party", "place", "platform", "platform :: *", "measure"})
package org.farmgate.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
