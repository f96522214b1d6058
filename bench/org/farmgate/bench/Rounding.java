package org.farmgate.bench;

/// How a published benchmark makes distances of coordinates. Best known costs only compare within one of these.
enum Rounding {
    /// To the nearest whole number, as CVRPLIB does with EUC_2D.
    WHOLE(1),
    /// Cut after the first decimal, as the DIMACS challenge and CVRPLIB do for Solomon's instances.
    TENTHS(10),
    /// Not at all. The search works with ten-thousandths; the cost told is summed from unrounded distances.
    EXACT(10_000);

    /// Units of the search to one unit of the instance.
    final int scale;

    Rounding(int scale) {
        this.scale = scale;
    }

    /// In units of the search.
    int units(double distance) {
        return switch (this) {
            case WHOLE -> (int) Math.floor(distance + 0.5);
            case TENTHS -> (int) Math.floor(10 * distance + 1e-9);
            case EXACT -> (int) Math.round(10_000 * distance);
        };
    }

    /// What the distance counts for in a cost.
    double counted(double distance) {
        return this == EXACT ? distance : (double) units(distance) / scale;
    }
}
