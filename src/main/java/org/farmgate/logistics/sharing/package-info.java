/// Who pays how much of a shared trip: the Shapley value, held within what each would pay alone. A pure
/// engine: it knows no trips, no database and no clock. Costs are whole fen.
///
/// See docs/adr/0018.
@NullMarked
package org.farmgate.logistics.sharing;

import org.jspecify.annotations.NullMarked;
