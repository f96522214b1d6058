package org.farmgate.shop.web;

import java.util.Optional;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Money;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.OrderListing;
import org.farmgate.shop.OrderState;

/// Orders as their seller, or their buyer, lists them.
///
/// @param state the one chosen; empty for all
public record SellerOrdersPage(
        Slice<OrderListing> rows, Optional<OrderState> state, String search, Names names, boolean mine) {
    /// One order, with what its seller may do.
    ///
    /// @param consignment where it is on its way
    public record One(OrderView view, Names names, Optional<ConsignmentId> consignment, FormErrors errors) {
        public boolean mayPick() {
            return view.order().state() == OrderState.CONFIRMED;
        }

        /// The goods have left the shelf, and may come back.
        public boolean mayReturn() {
            return switch (view.order().state()) {
                case PICKED, SHIPPED, DELIVERED, SETTLED -> true;
                case PLACED, CONFIRMED, GATHERING, CANCELLED, EXPIRED, RETURNED -> false;
            };
        }

        /// What was paid and not given back yet.
        public boolean mayRefund() {
            return view.order().paidAt().isPresent() && view.order().worth().compareTo(Money.ZERO) > 0;
        }

        public boolean mayTakeCash() {
            return view.order().isPaidAtTheDoor()
                    && view.order().paidAt().isEmpty()
                    && switch (view.order().state()) {
                        case PICKED, SHIPPED, DELIVERED -> true;
                        case PLACED, CONFIRMED, GATHERING, SETTLED, CANCELLED, EXPIRED, RETURNED -> false;
                    };
        }
    }
}
