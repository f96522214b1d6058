package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// One line of the list of contracts, read straight from its table.
public record ContractListing(
        ContractId id,
        String number,
        RegionId origin,
        PartyId seller,
        PartyId buyer,
        ProductId product,
        int minimumGrade,
        WeekSpan window,
        Mass contracted,
        Mass calledOff,
        Mass most,
        ContractStage stage,
        Instant draftedAt) {
    public Balance balance() {
        return new Balance(contracted, calledOff, most);
    }
}
