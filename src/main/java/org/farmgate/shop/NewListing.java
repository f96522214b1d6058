package org.farmgate.shop;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.product.ProductId;

/// What a seller wants to put on sale.
///
/// @param packs how many are set aside for it at once
/// @param sites from which of the seller's stores they come
public record NewListing(
        ListingId id,
        RegionId origin,
        ProductId product,
        int grade,
        Mass pack,
        String title,
        String story,
        Optional<LocalDate> harvestedOn,
        Optional<LocalDate> bestBefore,
        ListingTerms terms,
        long packs,
        List<SiteId> sites) {}
