package org.farmgate.stock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Brings goods in, many at once in a few statements.
@Component
class Receiving {
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final Lots lots;
    private final LotStateStore states;
    private final MovementStore movements;
    private final PositionStore positions;
    private final StockAccess access;
    private final Clock clock;

    Receiving(
            Lots lots,
            LotStateStore states,
            MovementStore movements,
            PositionStore positions,
            StockAccess access,
            Clock clock) {
        this.lots = lots;
        this.states = states;
        this.movements = movements;
        this.positions = positions;
        this.access = access;
        this.clock = clock;
    }

    /// @param kind RECEIVED, which counts against what the lot weighs, or RETURNED, which does not
    /// @return what is to be told of those that are new
    List<LotReceived> all(Actor actor, Collection<Receipt> receipts, MovementKind kind) {
        if (receipts.isEmpty()) return List.of();
        Map<SiteId, Site> sites =
                access.bringingIn(actor, receipts.stream().map(Receipt::site).collect(Collectors.toSet()));
        Map<LotId, Lot> known = lots.byIds(receipts.stream().map(Receipt::lot).collect(Collectors.toSet()));
        for (Receipt receipt : receipts)
            if (!known.containsKey(receipt.lot())) throw new NotFound("lot", receipt.lot());
        Map<MovementId, Receipt> byId = new LinkedHashMap<>();
        receipts.forEach(receipt -> byId.putIfAbsent(receipt.id(), receipt));
        List<Movement> fresh = movements.record(receipts.stream()
                .map(receipt -> movement(actor, receipt, lot(known, receipt.lot()), kind))
                .toList());
        fresh.forEach(movement -> {
            requireOpen(Objects.requireNonNull(sites.get(movement.position().site())));
            requireNotAhead(movement.at(), clock.instant());
        });
        bringIn(fresh, byId, known, sites, count(fresh, known, kind));
        return fresh.stream()
                .map(movement -> told(movement, owner(Objects.requireNonNull(byId.get(movement.id())), sites)))
                .toList();
    }

    private Movement movement(Actor actor, Receipt receipt, Lot lot, MovementKind kind) {
        return new Movement(
                receipt.id(),
                new PositionKey(lot.origin(), lot.id(), receipt.site()),
                kind,
                receipt.mass().grams(),
                receipt.causeKind(),
                receipt.cause(),
                "",
                receipt.at(),
                clock.instant(),
                actor.organisation(),
                actor.person());
    }

    /// Refuses by RECEIPT_EXCEEDS_LOT. Answers the lots' state.
    private Map<LotId, QualityStatus> count(List<Movement> fresh, Map<LotId, Lot> known, MovementKind kind) {
        Map<LotId, Long> grams = new HashMap<>();
        for (Movement movement : fresh)
            grams.merge(
                    movement.position().lot(), kind == MovementKind.RECEIVED ? movement.grams() : 0, Math::addExact);
        Map<LotId, QualityStatus> counted = states.receive(grams.entrySet().stream()
                .map(entry -> new LotStateStore.Received(lot(known, entry.getKey()), entry.getValue()))
                .toList());
        for (LotId id : grams.keySet())
            if (!counted.containsKey(id))
                throw new RuleBroken(
                        StockRule.RECEIPT_EXCEEDS_LOT, id, lot(known, id).mass());
        return counted;
    }

    private void bringIn(
            List<Movement> fresh,
            Map<MovementId, Receipt> byId,
            Map<LotId, Lot> known,
            Map<SiteId, Site> sites,
            Map<LotId, QualityStatus> counted) {
        LocalDate today = LocalDate.now(clock);
        Map<PositionKey, Position> incoming = new LinkedHashMap<>();
        for (Movement movement : fresh) {
            Lot lot = lot(known, movement.position().lot());
            PartyId owner = owner(Objects.requireNonNull(byId.get(movement.id())), sites);
            incoming.merge(
                    movement.position(),
                    new Position(
                            movement.position(),
                            owner,
                            lot.product(),
                            lot.grade(),
                            lot.bestBefore(),
                            new Mass(movement.grams()),
                            Mass.ZERO,
                            lot.bestBefore().isBefore(today) ? QualityStatus.EXPIRED : QualityStatus.GOOD,
                            counted.getOrDefault(lot.id(), QualityStatus.GOOD),
                            1,
                            Optional.empty()),
                    Receiving::together);
        }
        if (!incoming.isEmpty() && !positions.bringIn(incoming.values()))
            throw new RuleBroken(StockRule.POSITION_OF_ANOTHER_OWNER);
    }

    private static Position together(Position one, Position other) {
        if (!one.owner().equals(other.owner())) throw new RuleBroken(StockRule.POSITION_OF_ANOTHER_OWNER);
        return new Position(
                one.key(),
                one.owner(),
                one.product(),
                one.grade(),
                one.bestBefore(),
                one.onHand().plus(other.onHand()),
                Mass.ZERO,
                one.ownStatus(),
                one.lotStatus(),
                one.moves() + other.moves(),
                Optional.empty());
    }

    static void requireOpen(Site site) {
        if (site.closed()) throw new RuleBroken(StockRule.STOCK_SITE_CLOSED, site.name());
    }

    static void requireNotAhead(Instant at, Instant now) {
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) throw new RuleBroken(StockRule.MOVEMENT_IN_FUTURE, at);
    }

    private static Lot lot(Map<LotId, Lot> known, LotId id) {
        return Objects.requireNonNull(known.get(id));
    }

    private static PartyId owner(Receipt receipt, Map<SiteId, Site> sites) {
        return receipt.owner()
                .orElseGet(
                        () -> Objects.requireNonNull(sites.get(receipt.site())).operator());
    }

    static LotReceived told(Movement movement, PartyId owner) {
        return new LotReceived(
                movement.id(),
                movement.position().origin(),
                movement.position().lot(),
                movement.position().site(),
                owner,
                new Mass(movement.grams()),
                movement.kind() == MovementKind.RETURNED,
                movement.causeKind(),
                movement.cause(),
                movement.at());
    }
}
