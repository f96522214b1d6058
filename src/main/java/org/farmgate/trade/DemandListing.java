package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// One line of the list of demands, read straight from its table.
///
/// @param committed what contracts hold of it already
public record DemandListing(
        DemandId id,
        PartyId buyer,
        ProductId product,
        int minimumGrade,
        WeekSpan window,
        Price highestDelivered,
        Mass wanted,
        Mass committed,
        int places,
        String reference,
        boolean withdrawn,
        Instant postedAt) {
    /// What no contract holds yet.
    public Mass left() {
        return new Mass(Math.max(0, wanted.grams() - committed.grams()));
    }
}
