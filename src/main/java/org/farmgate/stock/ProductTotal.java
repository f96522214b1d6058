package org.farmgate.stock;

import org.farmgate.measure.Mass;
import org.farmgate.product.ProductId;

/// What is on hand of a product, by how many days it keeps.
public record ProductTotal(ProductId product, Keeps keeps, Mass onHand, Mass held) {
    /// Until the best-before day.
    public enum Keeps {
        PAST,
        THREE_DAYS,
        A_WEEK,
        A_MONTH,
        LONGER
    }
}
