package org.farmgate.live.web;

import java.util.List;
import java.util.Map;
import org.farmgate.live.Show;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.ShowSales;

/// What the host has before them while on air.
///
/// @param latest what was ordered, the newest first
/// @param titles of the listings, by id
/// @param own whether the reader may change the price of an item, by its id
public record DeskPage(
        Show show,
        List<ItemView> items,
        List<ShowSales.Latest> latest,
        Map<String, String> titles,
        long orders,
        long packs,
        String worth,
        List<String> own,
        FormErrors errors) {
    public boolean isOwn(ItemView item) {
        return own.contains(item.id());
    }
}
