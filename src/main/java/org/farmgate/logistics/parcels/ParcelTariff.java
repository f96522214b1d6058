package org.farmgate.logistics.parcels;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;

/// What a villager pays at the counter: a first kilogram and each one begun after it. A light thing that
/// takes much room counts by its volume, six litres to the kilogram, as carriers do. Parcels of orders were
/// paid with the order, inbound ones to who brought them.
public enum ParcelTariff {
    WITHIN_COUNTY(300, 50),
    BEYOND(600, 150),
    /// By another carrier from the centre on.
    OUTSIDE(1_000, 300);

    private static final int LITRES_PER_KILOGRAM = 6;

    private final long firstFen;
    private final long furtherFen;

    ParcelTariff(long firstFen, long furtherFen) {
        this.firstFen = firstFen;
        this.furtherFen = furtherFen;
    }

    public Money price(Mass mass, int litres) {
        long kilograms = Math.max(Math.ceilDiv(mass.grams(), 1000), Math.ceilDiv(litres, LITRES_PER_KILOGRAM));
        return new Money(firstFen + (Math.max(1, kilograms) - 1) * furtherFen);
    }
}
