package org.farmgate.shop.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Order;
import org.farmgate.shop.Till;

/// A till, ready to sell.
///
/// @param goods with what is left of each
/// @param models the seller's listings that it can be stocked from, by id
/// @param bill what is being sold, before the money is taken
/// @param sold what was sold just now
public record TillPage(
        Till till,
        List<ListingCard> goods,
        Map<String, String> models,
        Optional<Bill> bill,
        Optional<Order> sold,
        FormErrors errors) {
    /// @param key of the sale: sent twice it is one
    public record Bill(String key, List<Line> lines) {
        public Money total() {
            return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    public record Line(Listing listing, int packs) {
        public Money price() {
            return listing.terms().priceFor(packs);
        }

        public Money amount() {
            return new Money(Math.multiplyExact(price().fen(), packs));
        }

        public String sent() {
            return listing.id() + " " + packs + " " + price().fen();
        }
    }

    /// One's tills, and what is needed to open another.
    public record All(
            List<Till> tills, Map<String, String> sites, Map<String, String> origins, String id, FormErrors errors) {}
}
