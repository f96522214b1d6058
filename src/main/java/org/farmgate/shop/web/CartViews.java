package org.farmgate.shop.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Photo;
import org.farmgate.shop.Photos;
import org.springframework.stereotype.Component;

/// Puts a cart together: what its lines name, cost and have left now.
@Component
class CartViews {
    private final Listings listings;
    private final Photos photos;
    private final ShopNames names;

    CartViews(Listings listings, Photos photos, ShopNames names) {
        this.listings = listings;
        this.photos = photos;
        this.names = names;
    }

    /// What was never on sale to everybody, or is a draft again, is not shown.
    CartPage of(Cart cart, FormErrors errors) {
        Map<ListingId, Listing> known = listings.byIds(cart.listings());
        List<Listing> shown = cart.listings().stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .filter(one -> one.state() != ListingState.DRAFT && one.venue().isEmpty())
                .toList();
        Map<ListingId, Long> left = listings.left(shown);
        Map<ListingId, List<Photo>> pictures =
                photos.of(shown.stream().map(Listing::id).toList());
        Map<List<Object>, List<CartPage.Line>> parts = new LinkedHashMap<>();
        for (Listing one : shown)
            parts.computeIfAbsent(List.of(one.origin(), one.seller()), _ -> new ArrayList<>())
                    .add(new CartPage.Line(
                            one,
                            cart.packs(one.id()),
                            left.getOrDefault(one.id(), 0L),
                            pictures.getOrDefault(one.id(), List.of()).stream().findFirst()));
        return new CartPage(
                parts.values().stream()
                        .map(lines -> new CartPage.Part(
                                lines.getFirst().listing().origin(),
                                lines.getFirst().listing().seller(),
                                List.copyOf(lines)))
                        .toList(),
                names.of(shown),
                errors);
    }
}
