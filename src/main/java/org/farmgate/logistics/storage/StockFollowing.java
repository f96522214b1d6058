package org.farmgate.logistics.storage;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.stock.GoodsMoved;
import org.farmgate.stock.GoodsPicked;
import org.farmgate.stock.LotId;
import org.farmgate.stock.LotReceived;
import org.farmgate.stock.LotsReceived;
import org.farmgate.stock.Picking;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.StockChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears of every movement of goods in its own transaction, so that the bins add up to the position at
/// every moment that anybody can see.
@Component
class StockFollowing {
    private final Keeping keeping;

    StockFollowing(Keeping keeping) {
        this.keeping = keeping;
    }

    @EventListener
    void on(LotReceived received) {
        follow(
                received.origin(),
                received.lot(),
                received.site(),
                received.movement().value(),
                received.at());
    }

    @EventListener
    void on(LotsReceived received) {
        received.lots().forEach(this::on);
    }

    @EventListener
    void on(StockChanged changed) {
        follow(
                changed.origin(),
                changed.lot(),
                changed.site(),
                changed.movement().value(),
                changed.at());
    }

    @EventListener
    void on(GoodsMoved moved) {
        follow(moved.origin(), moved.lot(), moved.from(), moved.movement().value(), moved.at());
        follow(moved.origin(), moved.lot(), moved.to(), moved.movement().value(), moved.at());
    }

    @EventListener
    void on(GoodsPicked picked) {
        for (Picking.Line line : picked.lines())
            follow(picked.origin(), line.lot(), line.site(), picked.pick().value(), picked.at());
    }

    private void follow(RegionId origin, LotId lot, SiteId site, UUID movement, Instant at) {
        if (keeping.keptAt(site)) keeping.follow(new PositionKey(origin, lot, site), movement, at);
    }
}
