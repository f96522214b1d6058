package org.farmgate.stock;

import org.farmgate.platform.Rule;

/// What stock refuses.
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
    LOT_ALREADY_REGISTERED,
    /// A movement moves something.
    NOTHING_MOVED,
    /// An id names one movement: sent again with other content it is a mistake.
    MOVEMENT_ID_TAKEN,
    /// Clocks differ, but not by hours.
    MOVEMENT_IN_FUTURE,
    /// No gram of a lot comes in twice, be it under another lot that took it over.
    RECEIPT_EXCEEDS_LOT,
    /// The same lot at the same place has one owner: else nobody could tell whose was sold.
    POSITION_OF_ANOTHER_OWNER,
    /// Nothing goes to a place that is closed.
    STOCK_SITE_CLOSED,
    /// What is not there cannot leave.
    NOT_ENOUGH_ON_HAND,
    /// What is set aside for somebody stays where it is until that is withdrawn.
    NOT_ENOUGH_FREE,
    /// A move goes from one place to another.
    MOVE_TO_SAME_SITE,
    /// Good goods would become doubtful ones by lying among them.
    MOVE_MIXES_QUALITY,
    /// Goods on hold, recalled, damaged or past their day go nowhere but to be looked at or thrown away.
    GOODS_NOT_GOOD,
    /// The calendar decides what has expired, nobody else.
    QUALITY_BY_CALENDAR_ONLY,
    /// Goods past their best-before day do not become good again.
    GOODS_PAST_THEIR_DAY,
    /// An id names one judgement.
    QUALITY_ID_TAKEN,
    /// Every pack on sale is backed by good goods.
    NOT_ENOUGH_GOOD_STOCK,
    /// An id names one sellable row.
    SELLABLE_ID_TAKEN,
    /// An id names one addition to a sellable row, or one holding.
    HOLDING_ID_TAKEN,
    /// At least one pack, and not more than anybody has.
    PACKS_OUT_OF_RANGE,
    /// A limit on everything.
    SITES_OUT_OF_RANGE,
    /// Only what was sold and has not left yet can be given back.
    GIVEN_BACK_MORE_THAN_SOLD,
    /// What leaves was sold, and is backed.
    PICK_EXCEEDS_BACKED,
    /// An id names one pick.
    PICK_ID_TAKEN,
    /// The lot that is to be taken instead must have enough set aside.
    NOT_ENOUGH_OF_LOT,
    /// What was weighed cannot be so far from what the packs should weigh.
    WEIGHED_OUT_OF_REACH,
    /// Something moved after the sheet was made: what was counted and what the books say are of different times.
    COUNT_OVERTAKEN,
    /// An id names one count line, and a place stands once on a sheet.
    COUNT_ID_TAKEN,
    /// A difference has a cause, and somebody must say what he thinks it is.
    COUNT_WITHOUT_REASON,
    /// What somebody held back or recalled is set free by them, or by the county's centre.
    JUDGED_BY_ANOTHER;

    @Override
    public int status() {
        return switch (this) {
            case LOT_ALREADY_REGISTERED,
                    MOVEMENT_ID_TAKEN,
                    RECEIPT_EXCEEDS_LOT,
                    POSITION_OF_ANOTHER_OWNER,
                    STOCK_SITE_CLOSED,
                    NOT_ENOUGH_ON_HAND,
                    NOT_ENOUGH_FREE,
                    MOVE_MIXES_QUALITY,
                    GOODS_NOT_GOOD,
                    GOODS_PAST_THEIR_DAY,
                    QUALITY_ID_TAKEN,
                    NOT_ENOUGH_GOOD_STOCK,
                    SELLABLE_ID_TAKEN,
                    HOLDING_ID_TAKEN,
                    GIVEN_BACK_MORE_THAN_SOLD,
                    PICK_EXCEEDS_BACKED,
                    PICK_ID_TAKEN,
                    NOT_ENOUGH_OF_LOT,
                    COUNT_OVERTAKEN,
                    COUNT_ID_TAKEN,
                    JUDGED_BY_ANOTHER -> 409;
            case LOT_WITHOUT_MASS,
                    LOT_GRADE_OUT_OF_RANGE,
                    LOT_BEST_BEFORE_TOO_EARLY,
                    COMPOSITION_MISSING,
                    COMPOSITION_TOO_LONG,
                    COMPOSITION_REPEATS,
                    COMPOSITION_DIFFERS_FROM_MASS,
                    LOT_PARENT_UNKNOWN,
                    LOT_ORIGIN_NOT_IN_PARENT,
                    LOT_MADE_BEFORE_PARENT,
                    NOTHING_MOVED,
                    MOVEMENT_IN_FUTURE,
                    MOVE_TO_SAME_SITE,
                    QUALITY_BY_CALENDAR_ONLY,
                    PACKS_OUT_OF_RANGE,
                    SITES_OUT_OF_RANGE,
                    WEIGHED_OUT_OF_REACH,
                    COUNT_WITHOUT_REASON -> 422;
        };
    }
}
