package org.farmgate.logistics.storage;

import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.product.ProductId;

/// What a store sold of a product on a day.
///
/// @param left what was in the store at the day's end, where somebody looked
public record SellThrough(SiteId store, ProductId product, LocalDate day, Mass sold, Optional<Mass> left) {
    /// What was sold longer ago says nothing of next week.
    public static final int LONGEST_AGO_DAYS = 400;

    /// How it came in.
    public enum Source {
        FORM,
        FILE,
        API
    }
}
