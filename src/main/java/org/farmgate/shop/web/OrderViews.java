package org.farmgate.shop.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderLine;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Reviews;
import org.springframework.stereotype.Component;

/// Puts orders together with what they name.
@Component
class OrderViews {
    private final Orders orders;
    private final Listings listings;
    private final Reviews reviews;
    private final ShopNames names;

    OrderViews(Orders orders, Listings listings, Reviews reviews, ShopNames names) {
        this.orders = orders;
        this.listings = listings;
        this.reviews = reviews;
        this.names = names;
    }

    List<OrderView> of(List<Order> all, boolean withContact) {
        Map<ListingId, Listing> known = listings.byIds(all.stream()
                .flatMap(order -> order.lines().stream().map(OrderLine::listing))
                .distinct()
                .toList());
        return all.stream()
                .map(order -> new OrderView(
                        order,
                        orders.steps(order),
                        known,
                        withContact ? Optional.of(orders.contact(order)) : Optional.empty(),
                        isDelivered(order) ? reviews.ofOrder(order) : List.of(),
                        order.paidAt().isPresent() ? orders.failedRefunds(order) : List.of()))
                .toList();
    }

    private static boolean isDelivered(Order order) {
        return order.state() == OrderState.DELIVERED || order.state() == OrderState.SETTLED;
    }

    OrderView of(Order order, boolean withContact) {
        return of(List.of(order), withContact).getFirst();
    }

    Names names(Collection<OrderView> all, Collection<Listing> more) {
        Set<RegionId> regions = new HashSet<>();
        Set<PartyId> parties = new HashSet<>();
        for (OrderView view : all) {
            Order order = view.order();
            regions.add(order.origin());
            regions.add(order.region());
            parties.add(order.seller());
            order.buyer().ifPresent(parties::add);
            view.steps().forEach(step -> step.by().ifPresent(parties::add));
        }
        return names.of(more, regions, parties);
    }
}
