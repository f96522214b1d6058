package org.farmgate.trade.docking;

/// Hears how far a solve is, and is asked whether to stop. Called from the solver's own threads, several times
/// a second.
public interface Progress {

    Progress SILENT = new Progress() {
        @Override
        public void report(Stage stage, long surplusFen, long boundFen, double shareDone) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    enum Stage {
        /// Rows are checked and grouped.
        PREPARING,
        /// The upper bound and the prices behind it are sought.
        RELAXING,
        /// Whole trucks are chosen, unloaded and chosen again.
        LOADING,
        /// Fair shares, reasons and price build-ups are written.
        EXPLAINING
    }

    /// @param surplusFen the best plan so far; 0 before there is one
    /// @param boundFen the lowest bound so far; `Long.MAX_VALUE` before there is one
    /// @param shareDone from 0 to 1
    void report(Stage stage, long surplusFen, long boundFen, double shareDone);

    /// When true, the solve ends with `DockingCancelled` within about a second.
    boolean isCancelled();
}
