package org.farmgate.trade.docking;

/// The calendar of one lane and one city: when goods arrive, leave, are delivered, and what that costs and
/// needs. The one place where the time model of the package page is written down as code.
final class Route {
    private static final int DAYS_PER_WEEK = 7;

    private Route() {}

    static int arrivalWeek(Lane lane, int loadingWeek) {
        return loadingWeek + lane.days() / DAYS_PER_WEEK;
    }

    /// The week to leave the warehouse so as to reach the city in the window, or -1. The earliest is taken: a
    /// later one fills and pays for the same weeks and more, and needs more shelf life, so it is never better.
    static int leavingWeek(int arrivalWeek, int onwardDays, int firstWeek, int lastWeek) {
        int leaving = Math.max(arrivalWeek, firstWeek - onwardDays / DAYS_PER_WEEK);
        return leaving + onwardDays / DAYS_PER_WEEK <= lastWeek ? leaving : -1;
    }

    static int deliveryWeek(int leavingWeek, int onwardDays) {
        return leavingWeek + onwardDays / DAYS_PER_WEEK;
    }

    /// Shelf life that a stay in the warehouse and the way on need, beyond the lane's own days.
    static int daysAfterLane(int arrivalWeek, int leavingWeek, int onwardDays) {
        return DAYS_PER_WEEK * (leavingWeek - arrivalWeek) + onwardDays;
    }

    static long storageFenPerTonne(Warehouse warehouse, int arrivalWeek, int leavingWeek) {
        return Math.multiplyExact(warehouse.fenPerTonneWeek(), (long) (leavingWeek - arrivalWeek + 1));
    }
}
