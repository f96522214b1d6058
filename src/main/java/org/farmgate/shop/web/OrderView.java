package org.farmgate.shop.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.web.Shell;
import org.farmgate.shop.Contact;
import org.farmgate.shop.FailedRefund;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderLine;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.OrderStep;
import org.farmgate.shop.Review;

/// One order, for its buyer or its seller.
///
/// @param contact empty where the reader has no need of it
public record OrderView(
        Order order,
        List<OrderStep> steps,
        Map<ListingId, Listing> listings,
        Optional<Contact> contact,
        List<Review> reviews,
        List<FailedRefund> failedRefunds) {
    public String title(OrderLine line) {
        return Optional.ofNullable(listings.get(line.listing()))
                .map(Listing::title)
                .orElse("–");
    }

    public String title() {
        return order.lines().isEmpty()
                ? order.id().number()
                : title(order.lines().getFirst());
    }

    /// The telephone with its middle hidden: whoever typed it knows it again, whoever looks over their shoulder does
    /// not.
    public String telephoneHidden() {
        String digits = contact.map(Contact::telephone).orElse("");
        if (digits.length() < 8) return "••••";
        return digits.substring(0, 3) + "••••" + digits.substring(digits.length() - 4);
    }

    /// What is expected next, where it goes its usual way.
    public Optional<OrderState> next() {
        return switch (order.state()) {
            case PLACED -> Optional.of(OrderState.CONFIRMED);
            case CONFIRMED -> Optional.of(OrderState.PICKED);
            case GATHERING -> Optional.of(OrderState.GATHERING);
            case PICKED -> Optional.of(OrderState.SHIPPED);
            case SHIPPED -> Optional.of(OrderState.DELIVERED);
            case DELIVERED, SETTLED, CANCELLED, EXPIRED, RETURNED -> Optional.empty();
        };
    }

    public static String kind(OrderState state) {
        return switch (state) {
            case PLACED -> "warn";
            case CONFIRMED, GATHERING, PICKED -> "info";
            case SHIPPED -> "melon";
            case DELIVERED, SETTLED -> "good";
            case CANCELLED, EXPIRED, RETURNED -> "bad";
        };
    }

    public static String stepKind(OrderState state) {
        return switch (state) {
            case CANCELLED, EXPIRED, RETURNED -> "bad";
            case PLACED, CONFIRMED, GATHERING, PICKED, SHIPPED, DELIVERED, SETTLED -> "";
        };
    }

    /// As buyers say it: where it is paid at the door, confirmed means ordered.
    public String state(Shell shell) {
        return shell.label("shop.state", order.state());
    }

    public Optional<Review> review(int line) {
        return reviews.stream().filter(one -> one.line() == line).findFirst();
    }

    /// Goods are with the buyer and nothing is owed any more.
    public boolean isDelivered() {
        return order.state() == OrderState.DELIVERED || order.state() == OrderState.SETTLED;
    }
}
