package org.farmgate.shop.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.ledger.Split;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.Listing;

/// A new listing, or one that is changed.
///
/// @param id of a new one, made once: sent twice it is one
/// @param parties to choose from for the shares that go to others
public record ListingFormPage(
        Optional<Listing> listing,
        String id,
        Map<String, String> products,
        Map<String, String> origins,
        Map<String, String> sites,
        Set<String> chosenSites,
        Map<String, String> grades,
        Map<Split.Share, Map<String, String>> parties,
        FormErrors errors) {
    public boolean isNew() {
        return listing.isEmpty();
    }

    public String action() {
        return listing.map(one -> "/listings/" + one.id()).orElse("/listings");
    }

    public boolean canBegin() {
        return !sites.isEmpty() && !products.isEmpty();
    }
}
