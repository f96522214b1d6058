package org.farmgate.stock.web;

import java.util.List;
import java.util.Map;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Position;

/// Names by id, for one page. What is missing shows as a dash.
public record NameBook(
        Map<ProductId, Product> products,
        Map<ProductId, List<Grade>> grades,
        Map<SiteId, Site> sites,
        Map<PartyId, Party> parties,
        Map<RegionId, Region> regions) {
    public String product(Shell shell, ProductId id) {
        Product product = products.get(id);
        return product == null ? "–" : shell.pick(product.name());
    }

    public String grade(Shell shell, ProductId product, int rank) {
        return grades.getOrDefault(product, List.of()).stream()
                .filter(grade -> grade.rank() == rank)
                .findFirst()
                .map(grade -> shell.pick(grade.name()))
                .orElse(String.valueOf(rank));
    }

    /// The product with its grade.
    public String goods(Shell shell, Position position) {
        return product(shell, position.product()) + " · " + grade(shell, position.product(), position.grade());
    }

    public String site(SiteId id) {
        Site site = sites.get(id);
        return site == null ? "–" : site.name();
    }

    public String party(PartyId id) {
        Party party = parties.get(id);
        return party == null ? "–" : party.name();
    }

    public String region(Shell shell, RegionId id) {
        Region region = regions.get(id);
        return region == null ? "–" : shell.pick(region.name());
    }
}
