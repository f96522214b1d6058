package org.farmgate.supply;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A weighing to be written down; the buyer is the organisation that weighs.
///
/// @param origin the county the goods grew in: the plot's or harvest's, else the grower's own
/// @param plot where they grew; with it the ticket is a harvest of that plot, unless `harvest` names one
/// @param harvest that was written down before: the ticket takes its goods over, so that they do not count
///     twice
/// @param price empty when it is decided later; never for goods sold on the grower's behalf
/// @param witness who else saw the scale
/// @param site where the goods are put
public record NewTicket(
        TicketId id,
        RegionId origin,
        PartyId grower,
        Optional<PlotId> plot,
        Optional<HarvestId> harvest,
        ProductId product,
        int grade,
        Weighing weighing,
        Title title,
        Optional<Price> price,
        String witness,
        SiteId site,
        Instant weighedAt,
        Optional<ContractRef> contract) {}
