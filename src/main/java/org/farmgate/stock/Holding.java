package org.farmgate.stock;

import java.time.LocalDate;
import java.util.UUID;
import org.farmgate.measure.Mass;

/// A part of a position set aside.
///
/// @param holder the sellable row; or the holding's own id, where it is set aside for another purpose
/// @param purpose `SALE`, or a word of whoever set it aside
/// @param packs whole packs, for a sale; 0 for another purpose
/// @param cause the listing, or what it is set aside for
public record Holding(
        PositionKey position, UUID holder, String purpose, long packs, Mass mass, LocalDate bestBefore, UUID cause) {
    public static final String SALE = "SALE";

    public boolean isForSale() {
        return purpose.equals(SALE);
    }

    long packGrams() {
        return mass.grams() / packs;
    }

    Holding less(long fewerPacks, long fewerGrams) {
        return new Holding(
                position, holder, purpose, packs - fewerPacks, new Mass(mass.grams() - fewerGrams), bestBefore, cause);
    }

    Holding lessPacks(long fewer) {
        return less(fewer, fewer * packGrams());
    }
}
