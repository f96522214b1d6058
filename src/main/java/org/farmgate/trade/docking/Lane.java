package org.farmgate.trade.docking;

/// A road that trucks may take from an origin to a destination. Where there is none, nothing runs.
///
/// @param origin index into `Season.origins`
/// @param days transit days
public record Lane(int origin, Destination destination, int kilometres, int days) {}
