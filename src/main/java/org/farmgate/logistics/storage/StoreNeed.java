package org.farmgate.logistics.storage;

import java.time.LocalDate;
import org.farmgate.measure.Mass;

/// How much a store needs of a product: enough that, when it arrives, what is there and what comes
/// lasts for the cover days, and never less than the shelf is to hold. Order up to a target, as in any
/// textbook of inventory (R, S).
///
/// @param arrivesOn the day on which what is released today is there
/// @param coversUntil the last day that it is to last for
/// @param freshUntil the earliest best-before day of goods that may go
/// @param until what is expected to be sold before it arrives
/// @param target what is to be there when it arrives
/// @param then what will be there without it
/// @param packs what is wanted, in whole packs
public record StoreNeed(
        LocalDate arrivesOn,
        LocalDate coversUntil,
        LocalDate freshUntil,
        Mass until,
        Mass target,
        Mass then,
        int packs,
        boolean least) {
    static final int MOST_PACKS = 100_000;

    static StoreNeed of(StoreLine line, SalesForecast forecast, Mass onHand, Mass underWay, LocalDate today) {
        LocalDate arrivesOn = today.plusDays(line.transitDays());
        LocalDate coversUntil = arrivesOn.plusDays(line.coverDays() - 1L);
        Mass until = forecast.over(today, arrivesOn.minusDays(1));
        Mass covered = forecast.over(arrivesOn, coversUntil);
        Mass shelf = new Mass(
                Math.multiplyExact((long) line.leastPacks(), line.pack().grams()));
        Mass target = covered.compareTo(shelf) < 0 ? shelf : covered;
        Mass then = less(new Mass(Math.addExact(onHand.grams(), underWay.grams())), until);
        long packs = Math.ceilDiv(less(target, then).grams(), line.pack().grams());
        return new StoreNeed(
                arrivesOn,
                coversUntil,
                arrivesOn.plusDays(line.freshDays()),
                until,
                target,
                then,
                (int) Math.min(MOST_PACKS, packs),
                covered.compareTo(shelf) < 0);
    }

    /// How many packs can be sold by that day, when the last of what can be sent has to be.
    long sellableBy(LocalDate bestBefore, SalesForecast forecast, Mass pack) {
        return less(forecast.over(arrivesOn, bestBefore), then).grams() / pack.grams();
    }

    private static Mass less(Mass one, Mass other) {
        return one.compareTo(other) < 0 ? Mass.ZERO : one.minus(other);
    }
}
