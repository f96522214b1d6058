package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A delivery under a contract was accepted and priced. `programme` attributes it, `insight` counts it.
public record InvoiceMade(
        InvoiceId invoice,
        ContractId contract,
        RegionId origin,
        PartyId seller,
        PartyId buyer,
        ProductId product,
        Mass accepted,
        Money amount,
        Instant at) {}
