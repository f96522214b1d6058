package org.farmgate.logistics.routing;

/// The problem's rows contradict themselves; nothing was solved. Names the first row at fault.
public final class RoutingRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// What is wrong with the row.
    public enum Fault {
        KEY_REPEATED,
        UNKNOWN_PLACE,
        UNKNOWN_DEPOT,
        UNKNOWN_STOP,
        WINDOW_REVERSED,
        TIME_OUT_OF_RANGE,
        LOAD_OUT_OF_RANGE,
        CAPACITY_OUT_OF_RANGE,
        COST_OUT_OF_RANGE,
        COUNT_NOT_POSITIVE,
        /// A transfer goes from a collection to a delivery.
        TRANSFER_DIRECTION_WRONG,
        TRANSFER_LOADS_DIFFER,
        /// A stop belongs to one transfer at most.
        TRANSFER_REPEATED,
        MATRIX_NOT_SQUARE,
        LEG_OUT_OF_RANGE
    }

    private final Fault fault;
    private final String row;

    public RoutingRefused(Fault fault, String row) {
        super(fault + " in " + row);
        this.fault = fault;
        this.row = row;
    }

    public Fault fault() {
        return fault;
    }

    /// The row at fault, as "depot KEY", "vehicle KEY", "stop KEY", "transfer KEY→KEY" or "matrix row N".
    public String row() {
        return row;
    }
}
