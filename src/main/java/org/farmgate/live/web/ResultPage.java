package org.farmgate.live.web;

import java.time.Instant;
import java.util.List;
import org.farmgate.ledger.Split;
import org.farmgate.live.Show;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.shop.Listing;

/// What a show brought, from the first viewer to the last yuan.
///
/// @param crowd who watched
/// @param shares who gets what of it when all is delivered, the greatest first
public record ResultPage(
        Show show,
        Sum all,
        Crowd crowd,
        List<Item> items,
        List<Minute> minutes,
        List<Split.Portion> shares,
        LiveNames names) {
    /// @param watched how many browsers watched
    /// @param most at once
    /// @param opened how many looked closer at an item
    /// @param minutes how many watched, minute by minute
    public record Crowd(long watched, long most, long opened, List<Long> minutes) {}

    /// @param orders all that were taken in
    /// @param paid of them, those that stand
    public record Sum(long orders, long paid, long packs, Mass mass, Money worth) {
        static final Sum NOTHING = new Sum(0, 0, 0, Mass.ZERO, Money.ZERO);

        Sum plus(Sum other) {
            return new Sum(
                    orders + other.orders,
                    paid + other.paid,
                    packs + other.packs,
                    mass.plus(other.mass),
                    worth.plus(other.worth));
        }
    }

    /// @param opened how many looked closer at it
    public record Item(Listing listing, long opened, Sum sum) {}

    public record Minute(Instant at, Sum sum) {}
}
