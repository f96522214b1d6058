package org.farmgate.live.web;

import java.util.List;
import java.util.Map;
import org.farmgate.live.Show;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.SalesCounts;
import org.farmgate.shop.ShowSales;

/// What the host has before them while on air.
public record DeskPage(Show show, List<ItemView> items, News news, FormErrors errors) {
    /// What changes with every order.
    ///
    /// @param latest what was ordered, the newest first
    /// @param titles of the listings, by id
    /// @param sum all that was ordered; what came to nothing later is in it
    /// @param viewers who watch now
    public record News(
            Show show, List<ShowSales.Latest> latest, Map<String, String> titles, SalesCounts.Sum sum, int viewers) {}
}
