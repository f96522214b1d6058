package org.farmgate.logistics.storage.web;

import java.util.Map;
import org.farmgate.party.Party;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;

/// Names by id, for one page. What is missing shows as a dash.
public record Book(
        Map<ProductId, Product> products, Map<SiteId, Site> sites, Map<PartyId, Party> parties, Map<LotId, Lot> lots) {
    public String product(Shell shell, ProductId id) {
        Product product = products.get(id);
        return product == null ? "–" : shell.pick(product.name());
    }

    public String site(SiteId id) {
        Site site = sites.get(id);
        return site == null ? "–" : site.name();
    }

    public String party(PartyId id) {
        Party party = parties.get(id);
        return party == null ? "–" : party.name();
    }

    /// The lot's product.
    public String goods(Shell shell, LotId id) {
        Lot lot = lots.get(id);
        return lot == null ? "–" : product(shell, lot.product());
    }

    public String bestBefore(Shell shell, LotId id) {
        Lot lot = lots.get(id);
        return lot == null ? "–" : shell.date(lot.bestBefore());
    }

    /// The end of a lot's number, as people say it; the beginning is the same for all of a day.
    public static String brief(Object id) {
        String text = id.toString();
        return text.substring(text.length() - 8);
    }
}
