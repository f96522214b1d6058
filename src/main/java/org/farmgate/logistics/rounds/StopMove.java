package org.farmgate.logistics.rounds;

import org.farmgate.logistics.rounds.Stop.StopId;

/// A stop that is put elsewhere, in the same round or another.
///
/// @param place among the stops of the round it comes to, from 0, itself not counted
public record StopMove(StopId stop, RoundId from, int fromVersion, RoundId to, int toVersion, int place) {}
