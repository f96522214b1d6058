package org.farmgate.shop;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets paid orders join their groups in the transaction that confirms them, so that none is picked before.
@Component
class GroupListener {
    private final GroupOffers groups;

    GroupListener(GroupOffers groups) {
        this.groups = groups;
    }

    @EventListener
    void on(OrderConfirmed confirmed) {
        groups.join(confirmed.order());
    }
}
