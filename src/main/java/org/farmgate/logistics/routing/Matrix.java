package org.farmgate.logistics.routing;

import org.farmgate.logistics.routing.RoutingRefused.Fault;

/// How far and how long it is from each place to each other; need not be the same both ways.
public final class Matrix {

    /// No leg is longer, in metres or in seconds.
    public static final int LONGEST = 100_000_000;

    private final int places;
    private final int[] metres;
    private final int[] seconds;

    private Matrix(int places, int[] metres, int[] seconds) {
        this.places = places;
        this.metres = metres;
        this.seconds = seconds;
    }

    /// Row by row: `metres[from][to]`. Refuses by MATRIX_NOT_SQUARE and LEG_OUT_OF_RANGE.
    public static Matrix of(int[][] metres, int[][] seconds) {
        return new Matrix(metres.length, flat(metres, metres.length), flat(seconds, metres.length));
    }

    private static int[] flat(int[][] rows, int places) {
        if (rows.length != places) {
            throw new RoutingRefused(Fault.MATRIX_NOT_SQUARE, "matrix");
        }
        int[] flat = new int[places * places];
        for (int from = 0; from < places; from++) {
            if (rows[from].length != places) {
                throw new RoutingRefused(Fault.MATRIX_NOT_SQUARE, "matrix row " + from);
            }
            for (int to = 0; to < places; to++) {
                if (rows[from][to] < 0 || rows[from][to] > LONGEST) {
                    throw new RoutingRefused(Fault.LEG_OUT_OF_RANGE, "matrix row " + from);
                }
                flat[from * places + to] = rows[from][to];
            }
        }
        return flat;
    }

    public int places() {
        return places;
    }

    public int metres(int from, int to) {
        return metres[from * places + to];
    }

    public int seconds(int from, int to) {
        return seconds[from * places + to];
    }
}
