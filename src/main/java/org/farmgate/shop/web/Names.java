package org.farmgate.shop.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;

/// Names by id, for one page. What is missing shows as a dash.
///
/// @param regions with all those above them
public record Names(Map<PartyId, Party> parties, Map<RegionId, Region> regions, Map<ProductId, Product> products) {
    public String party(PartyId id) {
        return Optional.ofNullable(parties.get(id)).map(Party::name).orElse("–");
    }

    public String region(Shell shell, RegionId id) {
        return Optional.ofNullable(regions.get(id))
                .map(region -> shell.pick(region.name()))
                .orElse("–");
    }

    /// From the province down: `Xinjiang, Kashgar, Jiashi`.
    public String whole(Shell shell, RegionId id) {
        List<String> names = new ArrayList<>();
        for (Region at = regions.get(id);
                at != null && at.parent().isPresent();
                at = at.parent().map(regions::get).orElse(null)) names.addFirst(shell.pick(at.name()));
        return names.isEmpty() ? region(shell, id) : String.join(shell.t("shop.comma"), names);
    }

    /// The region itself and all that it lies in.
    Set<RegionId> above(RegionId id) {
        Set<RegionId> above = new HashSet<>();
        for (Region at = regions.get(id);
                at != null;
                at = at.parent().map(regions::get).orElse(null)) above.add(at.id());
        return above;
    }

    public String product(Shell shell, ProductId id) {
        return Optional.ofNullable(products.get(id))
                .map(product -> shell.pick(product.name()))
                .orElse("–");
    }

    /// Where it lies, or the nearest above it that is on the map.
    public Optional<Region> onMap(RegionId id) {
        for (Region at = regions.get(id);
                at != null;
                at = at.parent().map(regions::get).orElse(null)) if (at.at().isPresent()) return Optional.of(at);
        return Optional.empty();
    }
}
