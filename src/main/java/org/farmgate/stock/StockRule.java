package org.farmgate.stock;

import org.farmgate.platform.Rule;

/// What the lot register refuses.
public enum StockRule implements Rule {
    /// A lot or a part of one weighs something.
    LOT_WITHOUT_MASS,
    /// Grades are ranks from 1 to 9.
    LOT_GRADE_OUT_OF_RANGE,
    /// Nothing goes bad before it was made.
    LOT_BEST_BEFORE_TOO_EARLY,
    /// Every lot says what it was composed of, were it one field only.
    COMPOSITION_MISSING,
    /// A limit on everything.
    COMPOSITION_TOO_LONG,
    /// The same parent and county stand once in a composition, with their sum.
    COMPOSITION_REPEATS,
    /// The parts add up to the whole to the gram: otherwise origin could be lost in the difference.
    COMPOSITION_DIFFERS_FROM_MASS,
    /// A composition names lots that are registered.
    LOT_PARENT_UNKNOWN,
    /// A part has one of its parent's own origins: making something new never changes where it came from.
    LOT_ORIGIN_NOT_IN_PARENT,
    /// Nothing is made from what did not exist yet.
    LOT_MADE_BEFORE_PARENT,
    /// A lot that is registered never changes; another one needs another id.
    LOT_ALREADY_REGISTERED;

    @Override
    public int status() {
        return this == LOT_ALREADY_REGISTERED ? 409 : 422;
    }
}
