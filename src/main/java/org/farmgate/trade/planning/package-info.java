/// Docking as people use it: a season is gathered from supply, demand and tariffs, solved as a job by the engine in
/// `trade.docking`, stored whole, looked at, corrected by rules, solved again, compared, and accepted into contracts.
/// Start reading at [Plans].
@NullMarked
package org.farmgate.trade.planning;

import org.jspecify.annotations.NullMarked;
