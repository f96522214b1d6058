package org.farmgate.logistics.rounds;

import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Id;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// A van or truck that an organisation drives its rounds with. It is retired, not deleted: rounds name it.
///
/// @param plate its number plate, by which people know it
/// @param litres what fits into it
/// @param perTrip what each round costs, however short; the driver's day in it
public record Vehicle(
        VehicleId id,
        PartyId owner,
        String plate,
        Mass capacity,
        int litres,
        boolean cold,
        Money perTrip,
        Money perKilometre,
        boolean retired) {
    public static final int LONGEST_PLATE = 30;
    public static final Mass LARGEST_CAPACITY = Mass.tonnes(100);
    public static final int MOST_LITRES = 200_000;
    public static final Money GREATEST_PER_TRIP = Money.yuan(1_000_000);
    public static final Money GREATEST_PER_KILOMETRE = Money.yuan(1_000);

    /// One of an organisation's vehicles.
    public record VehicleId(UUID value) implements Id {
        public static VehicleId next() {
            return new VehicleId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// Refuses by the input errors `missing`, `too-long`, `zero`, `too-heavy`, `out-of-range`, `negative`, `too-dear`.
    public Vehicle {
        plate = plate.strip();
        if (plate.isEmpty()) throw new InputBroken("plate", "missing");
        if (plate.length() > LONGEST_PLATE) throw new InputBroken("plate", "too-long", LONGEST_PLATE);
        if (capacity.isZero()) throw new InputBroken("capacity", "zero");
        if (capacity.compareTo(LARGEST_CAPACITY) > 0) throw new InputBroken("capacity", "too-heavy", LARGEST_CAPACITY);
        if (litres < 1 || litres > MOST_LITRES) throw new InputBroken("litres", "out-of-range", 1, MOST_LITRES);
        checkCost("perTrip", perTrip, GREATEST_PER_TRIP);
        checkCost("perKilometre", perKilometre, GREATEST_PER_KILOMETRE);
    }

    private static void checkCost(String field, Money cost, Money greatest) {
        if (cost.isNegative())
            throw new InputBroken(field, "negative", cost.inYuan().toPlainString());
        if (cost.compareTo(greatest) > 0) throw new InputBroken(field, "too-dear", greatest);
    }

    /// What a round that long costs, the last kilometre in proportion, rounded half up.
    public Money cost(long metres) {
        long driven = Math.addExact(Math.multiplyExact(perKilometre.fen(), metres), 500) / 1000;
        return perTrip.plus(new Money(driven));
    }

    Vehicle asRetired(boolean nowRetired) {
        return new Vehicle(id, owner, plate, capacity, litres, cold, perTrip, perKilometre, nowRetired);
    }
}
