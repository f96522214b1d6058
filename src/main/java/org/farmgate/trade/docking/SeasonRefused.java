package org.farmgate.trade.docking;

/// The season's rows contradict themselves; nothing was solved. Names the first row at fault.
public final class SeasonRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// What is wrong with the row.
    public enum Fault {
        SEASON_WITHOUT_WEEKS,
        KEY_REPEATED,
        MASS_NOT_POSITIVE,
        WINDOW_REVERSED,
        WINDOW_OUTSIDE_SEASON,
        GRADE_NOT_POSITIVE,
        SHELF_LIFE_NEGATIVE,
        PRICE_NEGATIVE,
        UNKNOWN_ORIGIN,
        UNKNOWN_CITY,
        UNKNOWN_WAREHOUSE,
        CAPACITY_NOT_POSITIVE,
        COST_NEGATIVE,
        DISTANCE_OR_DAYS_NEGATIVE,
        LANE_REPEATED,
        /// The masses times the prices no longer fit the exact arithmetic.
        SEASON_TOO_LARGE
    }

    private final Fault fault;
    private final String row;

    public SeasonRefused(Fault fault, String row) {
        super(fault + " in " + row);
        this.fault = fault;
        this.row = row;
    }

    public Fault fault() {
        return fault;
    }

    /// The row at fault, as "supply KEY", "demand KEY", "truck kind KEY", "warehouse KEY" or "lane
    /// ORIGIN→DESTINATION".
    public String row() {
        return row;
    }
}
