package org.farmgate.shop;

import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.stock.LotId;

/// What was taken from one lot for a line of an order.
///
/// @param line the place of the line in its order, from 0
/// @param mass as weighed
public record PickedLot(int line, LotId lot, SiteId site, Mass mass) {}
