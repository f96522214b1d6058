package org.farmgate.supply;

/// What kind of source a plot is; it decides in what its size is counted.
public enum PlotKind {
    /// Counted by area.
    FIELD,
    /// Counted in hives.
    APIARY,
    /// Counted in heads.
    HERD,
    /// Counted in what it can make in a week.
    WORKSHOP
}
