/// Pages and JSON of the books, payouts and pay slips.
@NullMarked
package org.farmgate.ledger.web;

import org.jspecify.annotations.NullMarked;
