package org.farmgate.live.outside;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.Wanted;

/// An outside order as it is kept: what came, and what became of it.
///
/// @param key of the cart at the intake; nobody outside knows it, since it opens the buyer's page
/// @param mark keyed hash of what was sent
/// @param packs what its codes meant when it came
/// @param orders ours, where it was taken
/// @param why it was refused
/// @param paid what the buyer paid there
/// @param total what it costs by the terms of our listings; empty where it was not taken
public record OutsideEntry(
        OutsideChannelId channel,
        String number,
        OrderKey key,
        UUID mark,
        OutsideState state,
        Map<ListingId, Integer> packs,
        List<OrderId> orders,
        Optional<RuleBroken> why,
        Money paid,
        Optional<Money> total,
        OutsideSource source,
        Instant receivedAt) {
    public OutsideEntry {
        packs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(packs));
        orders = List.copyOf(orders);
    }

    List<Wanted> wanted() {
        return packs.entrySet().stream()
                .map(one -> new Wanted(one.getKey(), one.getValue(), Optional.empty()))
                .toList();
    }

    OutsideEntry settled(OutsideState now, List<OrderId> taken, Optional<RuleBroken> reason, Optional<Money> worth) {
        return new OutsideEntry(channel, number, key, mark, now, packs, taken, reason, paid, worth, source, receivedAt);
    }

    /// Refused for something that can be put right: it may be tried again.
    boolean mayBeTriedAgain() {
        return state == OutsideState.REFUSED
                && why.filter(broken -> broken.rule() instanceof OutsideRule rule && rule.canBeMended())
                        .isPresent();
    }

    /// What the buyer paid there more than our terms ask, or less.
    public Optional<Long> fenAbove() {
        return total.map(ours -> paid.fen() - ours.fen());
    }
}
