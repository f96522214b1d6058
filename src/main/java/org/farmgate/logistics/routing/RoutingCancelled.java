package org.farmgate.logistics.routing;

/// The caller's `RoutingProgress` asked to stop; there is no plan.
public final class RoutingCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RoutingCancelled() {
        super("routing was cancelled");
    }
}
