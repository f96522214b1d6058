package org.farmgate.supply;

import java.util.Locale;

/// Why mass is taken off what was weighed. Each has a name, so that nobody is paid less without knowing
/// why.
public enum DeductionKind {
    /// More water than the grade allows.
    MOISTURE,
    /// Earth, leaves, stones.
    DIRT,
    DAMAGED,
    /// Boxes and sacks that were weighed along.
    PACKAGING,
    OTHER;

    /// The word by which books and messages name it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
