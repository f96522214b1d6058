package org.farmgate.logistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.Distance;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;

/// A kind of truck that may be hired whole. It is retired, not deleted: plans name it.
///
/// @param capacity what one carries, at most 100 t
/// @param perTrip what each trip costs, however short
/// @param perKilometre what each kilometre begun costs
/// @param cold whether goods that need cold may ride
/// @param kilometresPerDay how far it gets in a day, rests included
public record TruckKind(
        TruckKindId id,
        Multilingual name,
        Mass capacity,
        Money perTrip,
        Money perKilometre,
        boolean cold,
        int kilometresPerDay,
        boolean retired) {
    public static final Mass LARGEST_CAPACITY = Mass.tonnes(100);
    /// A million yuan a trip, a thousand a kilometre: beyond that a unit was mistaken.
    public static final Money GREATEST_PER_TRIP = Money.yuan(1_000_000);

    public static final Money GREATEST_PER_KILOMETRE = Money.yuan(1_000);
    public static final int FURTHEST_PER_DAY = 2_000;

    /// Refuses by the input errors `zero`, `too-heavy`, `out-of-range`, `below-zero`, `too-dear`.
    public TruckKind {
        if (capacity.isZero()) throw new InputBroken("capacity", "zero");
        if (capacity.compareTo(LARGEST_CAPACITY) > 0) throw new InputBroken("capacity", "too-heavy", LARGEST_CAPACITY);
        checkCost("perTrip", perTrip, GREATEST_PER_TRIP);
        checkCost("perKilometre", perKilometre, GREATEST_PER_KILOMETRE);
        if (kilometresPerDay < 1 || kilometresPerDay > FURTHEST_PER_DAY)
            throw new InputBroken("kilometresPerDay", "out-of-range", 1, FURTHEST_PER_DAY);
    }

    private static void checkCost(String field, Money cost, Money greatest) {
        if (cost.isNegative())
            throw new InputBroken(field, "negative", cost.inYuan().toPlainString());
        if (cost.compareTo(greatest) > 0) throw new InputBroken(field, "too-dear", greatest);
    }

    /// What one trip that far costs.
    public Money cost(Distance distance) {
        return perTrip.plus(new Money(Math.multiplyExact(perKilometre.fen(), (long) distance.kilometres())));
    }

    /// What a tonne costs on a trip that far when the truck is filled to that percentage, rounded half up.
    public Price costPerTonne(Distance distance, int fillingPercent) {
        if (fillingPercent < 1 || fillingPercent > 100) throw new IllegalArgumentException("filling " + fillingPercent);
        BigDecimal carriedGrams = BigDecimal.valueOf(capacity.grams()).multiply(BigDecimal.valueOf(fillingPercent));
        return new Price(BigDecimal.valueOf(cost(distance).fen())
                .multiply(BigDecimal.valueOf(100_000_000))
                .divide(carriedGrams, 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /// Days on the road, a begun one counting whole; at least one.
    public int transitDays(Distance distance) {
        return Math.max(1, Math.ceilDiv(distance.kilometres(), kilometresPerDay));
    }

    TruckKind asRetired(boolean nowRetired) {
        return new TruckKind(id, name, capacity, perTrip, perKilometre, cold, kilometresPerDay, nowRetired);
    }
}
