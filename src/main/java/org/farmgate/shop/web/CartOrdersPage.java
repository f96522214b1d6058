package org.farmgate.shop.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.OrderState;

/// What became of a cart: each of its orders, and what was refused.
///
/// @param key that opens this page
/// @param listings that were refused, by id
public record CartOrdersPage(
        String key,
        List<OrderView> orders,
        List<Refused> refused,
        Map<ListingId, Listing> listings,
        Names names,
        FormErrors errors) {
    public List<OrderView> waiting() {
        return orders.stream()
                .filter(view -> view.order().state() == OrderState.PLACED)
                .toList();
    }

    public Money due() {
        return waiting().stream().map(view -> view.order().total()).reduce(Money.ZERO, Money::plus);
    }

    public Optional<Instant> payUntil() {
        return waiting().stream()
                .flatMap(view -> view.order().expiresAt().stream())
                .min(Instant::compareTo);
    }

    public String title(Refused one) {
        return Optional.ofNullable(listings.get(one.listing()))
                .map(Listing::title)
                .orElse("–");
    }

    public boolean pricesChanged() {
        return refused.stream().anyMatch(Refused::isPriceChange);
    }
}
