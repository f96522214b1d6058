package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Both sides have signed: the contract is in force. `insight` counts the mass as committed; later the books ask
/// for the deposit and `programme` attributes it.
public record ContractSigned(
        ContractId contract,
        int version,
        RegionId origin,
        PartyId seller,
        PartyId buyer,
        ProductId product,
        int minimumGrade,
        IsoWeek firstWeek,
        IsoWeek lastWeek,
        Mass expected,
        Instant at) {}
