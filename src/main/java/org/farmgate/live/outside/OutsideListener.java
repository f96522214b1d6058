package org.farmgate.live.outside;

import org.farmgate.shop.OrderEnded;
import org.farmgate.shop.OrderState;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears when a seller cancels an order that came from another platform, so that the platform is told when
/// it asks.
@Component
class OutsideListener {
    private final OutsideOrders orders;

    OutsideListener(OutsideOrders orders) {
        this.orders = orders;
    }

    @ApplicationModuleListener
    void on(OrderEnded ended) {
        if (ended.state() == OrderState.CANCELLED) orders.ended(ended.order());
    }
}
