package org.farmgate.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.place.Division;
import org.farmgate.place.Divisions;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.product.Grade;
import org.farmgate.product.Gtin;
import org.farmgate.product.Pack;
import org.farmgate.product.Packs;
import org.farmgate.product.Product;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.product.Varieties;
import org.farmgate.product.Variety;
import org.springframework.stereotype.Component;

/// What all the rest stands on: the tree of regions, and what is grown and packed.
@Component
class GroundLoading {
    private final Regions regions;
    private final Divisions divisions;
    private final Products products;
    private final Varieties varieties;
    private final Packs packs;

    GroundLoading(Regions regions, Divisions divisions, Products products, Varieties varieties, Packs packs) {
        this.regions = regions;
        this.divisions = divisions;
        this.products = products;
        this.varieties = varieties;
        this.packs = packs;
    }

    void load(Actor operator) {
        regions.registerAll(operator, Table.read("regions").each(GroundLoading::region));
        Map<String, List<Table.Row>> within = Table.read("division_regions").groups("division");
        for (Table.Row row : Table.read("divisions").rows())
            divisions.register(operator, division(row, within.getOrDefault(row.key(), List.of())));
        Table.read("products").each(GroundLoading::product).forEach(one -> products.register(operator, one));
        Table.read("grades").each(GroundLoading::grade).forEach(one -> products.addGrade(operator, one));
        Table.read("varieties").each(GroundLoading::variety).forEach(one -> varieties.register(operator, one));
        Table.read("packs").each(GroundLoading::pack).forEach(one -> packs.register(operator, one));
    }

    private static Region region(Table.Row row) {
        return new Region(
                Named.region(row.key()),
                RegionKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.optional("parent").map(Named::region),
                row.optional("code").orElse(row.key().toUpperCase(Locale.ROOT)),
                row.name(),
                Optional.of(row.at()));
    }

    private static Division division(Table.Row row, List<Table.Row> within) {
        Set<RegionId> regions =
                within.stream().map(part -> Named.region(part.text("region"))).collect(Collectors.toSet());
        return new Division(Named.division(row.key()), row.key().toUpperCase(Locale.ROOT), row.name(), regions);
    }

    /// What must ride cold is kept cold; all else keeps in the open, and longer when chilled.
    private static Product product(Table.Row row) {
        boolean cold = row.flag("cold_needed");
        int chilledDays = row.count("shelf_cold_days");
        return new Product(
                Named.product(row.key()),
                row.key(),
                row.name(),
                row.text("family"),
                cold ? Storage.COLD : Storage.AMBIENT,
                cold ? chilledDays : row.count("shelf_ambient_days"),
                cold ? Optional.empty() : Optional.of(chilledDays),
                cold,
                false);
    }

    private static Grade grade(Table.Row row) {
        int rank = row.count("rank");
        String letter = Character.toString('A' + rank - 1);
        return new Grade(Named.product(row.text("product")), rank, letter, row.name());
    }

    private static Variety variety(Table.Row row) {
        return new Variety(Named.variety(row.key()), Named.product(row.text("product")), row.key(), row.name(), false);
    }

    private static Pack pack(Table.Row row) {
        return new Pack(
                Named.pack(row.key()),
                Named.product(row.text("product")),
                Optional.empty(),
                Optional.empty(),
                row.name(),
                Optional.of(new Gtin(row.text("gtin"))),
                new Mass(row.number("net_grams")),
                new Mass(row.number("packaging_grams")),
                Optional.empty(),
                false);
    }
}
