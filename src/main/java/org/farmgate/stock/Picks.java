package org.farmgate.stock;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sold packs leave for their buyers: the first to expire first.
@Service
@Transactional
public class Picks {
    /// Its movements name it as their cause under this word.
    public static final String CAUSE = "pick";

    private final PickStore store;
    private final Picker picker;
    private final OfferingStore offerings;
    private final MovementStore movements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Picks(
            PickStore store,
            Picker picker,
            OfferingStore offerings,
            MovementStore movements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.picker = picker;
        this.offerings = offerings;
        this.movements = movements;
        this.events = events;
        this.clock = clock;
    }

    /// Packs that were sold of that row leave the goods behind it. Sent again it answers the same and changes
    /// nothing.
    ///
    /// Refuses by [NotFound], PACKS_OUT_OF_RANGE; PICK_EXCEEDS_BACKED, also where the goods went on hold or were
    /// recalled; GOODS_NOT_GOOD, where their day has passed; NOT_ENOUGH_OF_LOT, WEIGHED_OUT_OF_REACH,
    /// NOT_ENOUGH_ON_HAND, PICK_ID_TAKEN.
    ///
    /// @param skip a later lot is to leave, with the reason; empty: the first to expire
    /// @param weighed what the packs weighed together, half to one and a half times what they should; empty: just
    ///     that
    public Picking pick(
            Actor actor,
            PickId id,
            RegionId origin,
            SellableId from,
            long packs,
            Optional<Skip> skip,
            Optional<Mass> weighed) {
        actor.require(Right.KEEP_STOCK);
        NewSellable.checkPacks(packs);
        Offering offering = offerings.lock(origin, from).orElseThrow(() -> new NotFound("sellable", from));
        Picking wanted = new Picking(id, origin, from, packs, weighed, skip, List.of(), clock.instant());
        if (!store.insert(actor, wanted)) {
            Picking there = get(origin, id);
            if (!there.sameAs(wanted)) throw new RuleBroken(StockRule.PICK_ID_TAKEN);
            return there;
        }
        Picking done = picker.pick(actor, offering, wanted);
        events.publishEvent(new GoodsPicked(id, origin, from, packs, done.lines(), done.at()));
        return done;
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Picking get(RegionId origin, PickId id) {
        Picking picking = store.find(origin, id).orElseThrow(() -> new NotFound("pick", id));
        return picking.with(movements.ofCause(CAUSE, id.value()).stream()
                .map(movement -> new Picking.Line(
                        movement.position().lot(), movement.position().site(), new Mass(-movement.grams())))
                .toList());
    }
}
