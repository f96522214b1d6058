package org.farmgate.shop;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.stock.SellableId;

/// What was ordered of one listing, at the price of that version of its terms.
///
/// @param price of one pack
/// @param pack what is in one
public record OrderLine(ListingId listing, int version, SellableId sellable, int packs, Money price, Mass pack) {
    public Money amount() {
        return new Money(Math.multiplyExact(price.fen(), packs));
    }

    public Mass mass() {
        return new Mass(Math.multiplyExact(pack.grams(), packs));
    }
}
