package org.farmgate.live.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionChoices;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.Order;
import org.farmgate.shop.RememberedBuyer;

/// The second tap: whom it goes to and how it is paid.
///
/// @param key made once for this order: sent twice it is still one
/// @param remembered whom the buyer's own device knows; then nothing need be filled in
public record BuyPage(
        Show show,
        ItemView item,
        String key,
        int packs,
        List<RegionChoices.Group> regions,
        Map<String, String> ways,
        Optional<RememberedBuyer> remembered,
        FormErrors errors) {
    public Money total() {
        return new Money(Math.multiplyExact(item.listing().terms().price().fen(), packs));
    }

    /// The name and the last digits of the number: who looks over one's shoulder reads no address.
    public String shownBuyer() {
        return remembered
                .map(one -> one.contact().name() + " · …"
                        + one.contact()
                                .telephone()
                                .substring(Math.max(0, one.contact().telephone().length() - 4)))
                .orElse("");
    }

    /// @param key of the buyer's ticket
    public record Bought(Show show, String key, List<Order> orders) {}
}
