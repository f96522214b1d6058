package org.farmgate.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Chooses which goods leave and lets them go.
@Component
class Picker {
    private final HoldingStore holdings;
    private final PositionStore positions;
    private final SellableStore sellables;
    private final MovementStore movements;
    private final Leaving leaving;
    private final StockAccess access;
    private final Clock clock;

    Picker(
            HoldingStore holdings,
            PositionStore positions,
            SellableStore sellables,
            MovementStore movements,
            Leaving leaving,
            StockAccess access,
            Clock clock) {
        this.holdings = holdings;
        this.positions = positions;
        this.sellables = sellables;
        this.movements = movements;
        this.leaving = leaving;
        this.access = access;
        this.clock = clock;
    }

    /// How much of a holding leaves.
    private record Part(Holding holding, long packs, long grams) {
        long nominal() {
            return packs * holding.packGrams();
        }
    }

    /// Of an offering that the caller has locked.
    Picking pick(Actor actor, Offering offering, Picking wanted) {
        List<PositionKey> keys = holdings
                .ofHolder(offering.origin(), offering.id().value())
                .stream()
                .map(Holding::position)
                .toList();
        Map<PositionKey, Position> locked = positions.lock(offering.origin(), keys).stream()
                .collect(Collectors.toMap(Position::key, Function.identity()));
        PackCount count = Objects.requireNonNull(
                sellables.lock(offering.origin(), List.of(offering.id())).get(offering.id()));
        if (wanted.packs() > count.toPick()) throw new RuleBroken(StockRule.PICK_EXCEEDS_BACKED, count.toPick());
        List<Part> parts = weigh(choose(offering, wanted), wanted, offering.pack());
        access.keeping(
                actor,
                parts.stream().map(part -> part.holding().position().site()).collect(Collectors.toSet()));
        LocalDate today = LocalDate.now(clock);
        for (Part part : parts)
            if (!at(locked, part).backsSalesOn(today)) throw new RuleBroken(StockRule.GOODS_NOT_GOOD);
        leave(actor, offering, wanted, parts, locked);
        return wanted.with(parts.stream()
                .map(part -> new Picking.Line(
                        part.holding().position().lot(),
                        part.holding().position().site(),
                        new Mass(part.grams())))
                .sorted(java.util.Comparator.comparing(
                                (Picking.Line line) -> line.lot().value(), PositionKey::compare)
                        .thenComparing(line -> line.site().value(), PositionKey::compare))
                .toList());
    }

    private List<Part> choose(Offering offering, Picking wanted) {
        List<Holding> fitting = holdings
                .ofHolder(offering.origin(), offering.id().value())
                .stream()
                .filter(holding -> wanted.skip()
                        .map(skip -> skip.instead().equals(holding.position().lot()))
                        .orElse(true))
                .toList();
        List<Part> parts = new ArrayList<>();
        long missing = wanted.packs();
        for (Holding holding : fitting) {
            long here = Math.min(missing, holding.packs());
            if (here == 0) break;
            missing -= here;
            parts.add(new Part(holding, here, here * holding.packGrams()));
        }
        if (missing > 0) throw new RuleBroken(StockRule.NOT_ENOUGH_OF_LOT, wanted.packs() - missing);
        return parts;
    }

    /// What was weighed falls on the lots by their packs, the last takes the rest.
    private static List<Part> weigh(List<Part> parts, Picking wanted, Mass pack) {
        if (wanted.weighed().isEmpty()) return parts;
        long weighed = wanted.weighed().get().grams();
        long nominal = wanted.packs() * pack.grams();
        if (weighed < nominal / 2 || weighed > nominal + nominal / 2)
            throw new RuleBroken(StockRule.WEIGHED_OUT_OF_REACH, new Mass(nominal), new Mass(weighed));
        List<Part> real = new ArrayList<>();
        long rest = weighed;
        for (Part part : parts) {
            boolean last = real.size() == parts.size() - 1;
            long grams = last ? rest : share(weighed, part.packs(), wanted.packs());
            rest -= grams;
            real.add(new Part(part.holding(), part.packs(), grams));
        }
        return real;
    }

    private static long share(long weighed, long packs, long of) {
        return java.math.BigInteger.valueOf(weighed)
                .multiply(java.math.BigInteger.valueOf(packs))
                .divide(java.math.BigInteger.valueOf(of))
                .longValueExact();
    }

    private void leave(
            Actor actor, Offering offering, Picking wanted, List<Part> parts, Map<PositionKey, Position> locked) {
        holdings.write(parts.stream()
                .map(part -> part.holding().lessPacks(part.packs()))
                .toList());
        positions.change(parts.stream()
                .map(part -> new PositionStore.Change(part.holding().position(), 0, -part.nominal()))
                .toList());
        sellables.pick(offering.origin(), offering.id(), wanted.packs());
        movements.record(parts.stream()
                .filter(part -> part.grams() > 0)
                .map(part -> movement(actor, wanted, part))
                .toList());
        for (Part part : parts) {
            Position before = at(locked, part);
            if (part.grams() > before.onHand().grams())
                throw new RuleBroken(StockRule.NOT_ENOUGH_ON_HAND, before.onHand());
            leaving.take(before.holdingLess(part.nominal()), part.grams());
        }
    }

    private static Position at(Map<PositionKey, Position> locked, Part part) {
        return Optional.ofNullable(locked.get(part.holding().position()))
                .orElseThrow(() -> new IllegalStateException("goods set aside without a position"));
    }

    private static Movement movement(Actor actor, Picking wanted, Part part) {
        PositionKey key = part.holding().position();
        return new Movement(
                MovementId.of(Picks.CAUSE, wanted.id().value(), key.lot() + "/" + key.site()),
                key,
                MovementKind.PICKED,
                -part.grams(),
                Picks.CAUSE,
                wanted.id().value(),
                wanted.skip().map(Skip::reason).orElse(""),
                wanted.at(),
                wanted.at(),
                actor.organisation(),
                actor.person());
    }
}
