package org.farmgate.trade.docking;

/// The caller's `Progress` asked to stop; there is no plan.
public final class DockingCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DockingCancelled() {
        super("docking was cancelled");
    }
}
