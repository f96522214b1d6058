package org.farmgate.platform.web.charts;

import java.util.ArrayList;
import java.util.List;

/// Cuts a polygon at a rectangle, side by side (Sutherland and Hodgman, 1974). The cut runs along the rectangle's
/// edge, which callers keep outside of what is seen.
final class Clip {
    private Clip() {}

    static List<double[]> toFrame(List<double[]> ring, double left, double top, double right, double bottom) {
        List<double[]> cut = half(ring, 0, left, 1);
        cut = half(cut, 0, right, -1);
        cut = half(cut, 1, top, 1);
        return half(cut, 1, bottom, -1);
    }

    /// Keeps what lies on one side: `sign` 1 for at or above the limit on that axis, -1 for at or below.
    private static List<double[]> half(List<double[]> ring, int axis, double limit, int sign) {
        List<double[]> kept = new ArrayList<>(ring.size());
        for (int i = 0; i < ring.size(); i++) {
            double[] before = ring.get(i == 0 ? ring.size() - 1 : i - 1);
            double[] here = ring.get(i);
            boolean beforeIn = sign * (before[axis] - limit) >= 0;
            boolean hereIn = sign * (here[axis] - limit) >= 0;
            if (beforeIn != hereIn) {
                double share = (limit - before[axis]) / (here[axis] - before[axis]);
                kept.add(new double[] {
                    before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])
                });
            }
            if (hereIn) kept.add(here);
        }
        return kept;
    }
}
