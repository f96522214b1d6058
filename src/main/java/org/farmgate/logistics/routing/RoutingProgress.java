package org.farmgate.logistics.routing;

/// Hears how far a solve is, and is asked whether to stop. Called from the solver's own threads, several times a
/// second.
public interface RoutingProgress {

    /// Hears nothing and never stops.
    RoutingProgress SILENT = new RoutingProgress() {
        @Override
        public void report(int leftOut, long costMillifen, double shareDone) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// Called with how far the search is.
    ///
    /// @param leftOut stops left out in the best plan so far
    /// @param costMillifen of the best plan so far
    /// @param shareDone from 0 to 1
    void report(int leftOut, long costMillifen, double shareDone);

    /// When true, the solve ends with `RoutingCancelled` within about a tenth of a second.
    boolean isCancelled();
}
