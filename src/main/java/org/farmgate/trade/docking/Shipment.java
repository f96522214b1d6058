package org.farmgate.trade.docking;

/// A decided movement between rows, by their indexes, before it is explained.
///
/// @param lane index into `Season.lanes`
record Shipment(int supply, int demand, int lane, int week, int leavingWeek, long grams) {}
