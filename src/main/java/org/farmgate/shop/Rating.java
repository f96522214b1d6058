package org.farmgate.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What all reviews of a listing come to.
///
/// @param sum of their stars
public record Rating(long count, long sum) {
    public static final Rating NONE = new Rating(0, 0);

    /// With one decimal; there is at least one.
    public BigDecimal mean() {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    }

    /// Whole stars to draw.
    public int stars() {
        return count == 0 ? 0 : mean().setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
