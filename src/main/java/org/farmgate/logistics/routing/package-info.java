/// Routing: which vehicle calls at which stops in which order. A pure engine: it knows no database, no web and no
/// clock but its own stopwatch; the caller translates rows in and plans out.
///
/// **Units.** Mass in grams, volume in litres, distance in metres, time in seconds since any moment the caller
/// chooses, money in fen. A fen per kilometre times a metre is a thousandth of a fen ("millifen"), so costs are exact.
///
/// **The model, exactly.**
/// - A vehicle leaves its start depot at the earliest when shift and depot open, calls at its stops in order, and is
///   back at its end depot before shift and depot close. It makes one trip.
/// - A stop is begun inside its window (a vehicle that is early waits) and takes its service time.
/// - What a DELIVERY sets down was loaded at the start depot, what a COLLECTION takes up goes to the end depot,
///   unless the two are bound by a `Transfer`: then one vehicle calls at the collection first and at the delivery
/// later.
///   At no time are more grams or litres on board than the vehicle takes.
/// - A cold stop is served by a cold vehicle; other stops by any.
/// - The time spent driving, waiting and service not counted, is at most the vehicle's longest driving.
/// - First as few stops as possible are left out; then the objective is as small as possible.
///
/// Start reading at `RoutingSolver`; ADR 0014 tells why it works as it does.
@NullMarked
package org.farmgate.logistics.routing;

import org.jspecify.annotations.NullMarked;
