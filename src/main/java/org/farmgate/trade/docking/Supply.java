package org.farmgate.trade.docking;

/// One lot or one harvest forecast that may be sold.
///
/// @param key the caller's own name for the row; returned unchanged, unique among supplies
/// @param grower the grower's key; growers with equal rows get equal shares
/// @param origin index into `Season.origins`
/// @param grade rank, 1 being the best
/// @param grams mass on offer, available over the whole window
/// @param firstWeek first week in which it can be loaded
/// @param lastWeek last week in which it can be loaded
/// @param shelfLifeDays days it keeps after loading
/// @param cold whether it must travel and lie cold
/// @param floorFenPerTonne the least the grower takes at the farm gate
public record Supply(
        String key,
        String grower,
        int origin,
        String product,
        int grade,
        long grams,
        int firstWeek,
        int lastWeek,
        int shelfLifeDays,
        boolean cold,
        long floorFenPerTonne) {}
