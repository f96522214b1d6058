package org.farmgate.logistics.storage;

import org.farmgate.measure.Mass;
import org.farmgate.stock.PositionKey;

/// A lot of which bins and stock say different things.
public record BinDifference(PositionKey key, Mass onHand, Mass inBins) {}
