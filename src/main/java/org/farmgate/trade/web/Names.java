package org.farmgate.trade.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;

/// The names behind one list's ids, in the reader's language. What is not known any more is shown as a dash.
public record Names(
        Locale locale,
        Map<PartyId, Party> parties,
        Map<ProductId, Product> products,
        Map<RegionId, Region> regions,
        Map<SiteId, Site> sites,
        Map<TruckKindId, TruckKind> kinds) {
    private static final String UNKNOWN = "–";

    public String of(PartyId id) {
        return Optional.ofNullable(parties.get(id)).map(Party::name).orElse(UNKNOWN);
    }

    public String of(ProductId id) {
        return Optional.ofNullable(products.get(id))
                .map(product -> product.name().in(locale))
                .orElse(UNKNOWN);
    }

    public String of(RegionId id) {
        return Optional.ofNullable(regions.get(id))
                .map(region -> region.name().in(locale))
                .orElse(UNKNOWN);
    }

    public String of(SiteId id) {
        return Optional.ofNullable(sites.get(id)).map(Site::name).orElse(UNKNOWN);
    }

    public String of(TruckKindId id) {
        return Optional.ofNullable(kinds.get(id))
                .map(kind -> kind.name().in(locale))
                .orElse(UNKNOWN);
    }
}
