package org.farmgate.logistics;

import java.math.BigInteger;
import org.farmgate.measure.Price;
import org.farmgate.place.Distance;
import org.farmgate.platform.InputBroken;

/// What the last parts of the way cost, where goods no longer fill whole trucks.
///
/// @param lastLegPerTonne from the city's edge to its stores
/// @param onwardPerTonneKilometre from a near-market warehouse to a city: per tonne, for each kilometre begun
public record LegRates(Price lastLegPerTonne, Price onwardPerTonneKilometre) {
    /// A hundred yuan a kilogram and a thousand yuan per tonne-kilometre: beyond that a unit was mistaken.
    public static final Price DEAREST_LAST_LEG = new Price(10_000_000);

    public static final Price DEAREST_ONWARD = new Price(100_000);

    /// Refuses by the input error `too-dear`.
    public LegRates {
        if (lastLegPerTonne.compareTo(DEAREST_LAST_LEG) > 0)
            throw new InputBroken("lastLegPerTonne", "too-dear", DEAREST_LAST_LEG);
        if (onwardPerTonneKilometre.compareTo(DEAREST_ONWARD) > 0)
            throw new InputBroken("onwardPerTonneKilometre", "too-dear", DEAREST_ONWARD);
    }

    /// What a tonne costs from a warehouse to a city that far.
    public Price onwardPerTonne(Distance distance) {
        return new Price(BigInteger.valueOf(onwardPerTonneKilometre.fenPerTonne())
                .multiply(BigInteger.valueOf(distance.kilometres()))
                .longValueExact());
    }
}
