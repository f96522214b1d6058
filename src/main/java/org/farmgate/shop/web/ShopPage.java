package org.farmgate.shop.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.farmgate.platform.Slice;
import org.farmgate.shop.ListingQuery;

/// The open shop.
///
/// @param families to choose from, by their word
/// @param products to choose from, by id
/// @param origins to choose from, by id
/// @param inCart packs
public record ShopPage(
        Slice<ListingCard> rows,
        Names names,
        String search,
        Map<String, String> families,
        Map<String, String> products,
        Map<String, String> origins,
        String family,
        String product,
        String origin,
        ListingQuery.Order order,
        int inCart) {
    public boolean isFiltered() {
        return !search.isEmpty() || !family.isEmpty() || !product.isEmpty() || !origin.isEmpty();
    }

    /// This list's address, for its pages.
    public String address() {
        return "/shop?q=" + encoded(search) + "&family=" + encoded(family) + "&product=" + encoded(product) + "&origin="
                + encoded(origin) + "&order=" + order.name();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
