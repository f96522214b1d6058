package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Position;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Goods from one warehouse to another. They leave the one when they are sent, are under way, and are
/// received at the other line by line.
@Service
@Transactional
public class Transfers {
    private static final int LONGEST_AHEAD_DAYS = 60;

    private final Sending sending;
    private final Shipments shipments;
    private final Arrivals arrivals;
    private final Positions positions;
    private final Products products;
    private final Keeping keeping;
    private final StorageAccess access;
    private final Clock clock;

    Transfers(
            Sending sending,
            Shipments shipments,
            Arrivals arrivals,
            Positions positions,
            Products products,
            Keeping keeping,
            StorageAccess access,
            Clock clock) {
        this.sending = sending;
        this.shipments = shipments;
        this.arrivals = arrivals;
        this.positions = positions;
        this.products = products;
        this.keeping = keeping;
        this.access = access;
        this.clock = clock;
    }

    /// The same again changes nothing. Needs KEEP_STOCK and MOVE_GOODS, for whoever runs the warehouse
    /// or owns the goods. Refuses by [NotFound], STORAGE_ID_TAKEN, GOODS_NEED_COLD, NOT_ENOUGH_FREE,
    /// GOODS_NOT_GOOD, and the input error `out-of-range` for the day.
    ///
    /// @return one for each county that the goods come from
    public List<Shipment> send(Actor actor, NewTransfer wanted) {
        actor.require(Right.MOVE_GOODS);
        access.sending(actor, wanted.from(), wanted.owner());
        NearMarketWarehouse there = access.terms(wanted.to());
        LocalDate today = LocalDate.now(clock);
        if (wanted.by().isBefore(today) || wanted.by().isAfter(today.plusDays(LONGEST_AHEAD_DAYS)))
            throw new InputBroken("by", "out-of-range", today, today.plusDays(LONGEST_AHEAD_DAYS));
        keeping.queueUp(wanted.from());
        List<Shipment> before = shipments.ofCause(wanted.id());
        if (!before.isEmpty()) return sameOrRefused(wanted, before);
        Map<LotId, Position> known = positions.atSite(wanted.from()).stream()
                .filter(position -> position.owner().equals(wanted.owner()))
                .collect(Collectors.toMap(Position::lot, position -> position));
        List<Sending.Pick> picks = new ArrayList<>();
        for (NewTransfer.Line line : wanted.lines()) {
            Position position = known.get(line.lot());
            if (position == null) throw new NotFound("position", line.lot());
            if (!there.cold() && products.get(position.product()).storage() != Storage.AMBIENT)
                throw new RuleBroken(StorageRule.GOODS_NEED_COLD);
            picks.add(new Sending.Pick(position, line.mass(), line.packs()));
        }
        List<Shipment> sent = sending.send(
                actor,
                List.of(new Sending.Load(
                        Shipment.Kind.TRANSFER,
                        wanted.id(),
                        wanted.owner(),
                        wanted.from(),
                        wanted.to(),
                        true,
                        today,
                        wanted.by(),
                        picks)));
        sent.forEach(shipment -> arrivals.sent(shipment, wanted.by()));
        return sent;
    }

    private static List<Shipment> sameOrRefused(NewTransfer wanted, List<Shipment> before) {
        Map<LotId, Long> there = before.stream()
                .flatMap(shipment -> shipment.lines().stream())
                .collect(
                        Collectors.toMap(Shipment.Line::lot, line -> line.sent().grams()));
        Map<LotId, Long> now = wanted.lines().stream()
                .collect(Collectors.toMap(
                        NewTransfer.Line::lot, line -> line.mass().grams()));
        boolean same = there.equals(now)
                && before.stream()
                        .allMatch(shipment -> shipment.from().equals(wanted.from())
                                && shipment.to().equals(wanted.to())
                                && shipment.owner().equals(wanted.owner()));
        if (!same) throw new RuleBroken(StorageRule.STORAGE_ID_TAKEN);
        return before;
    }
}
