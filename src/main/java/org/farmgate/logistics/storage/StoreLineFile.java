package org.farmgate.logistics.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.Mass;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.product.Product;
import org.farmgate.product.Products;
import org.springframework.stereotype.Component;

/// A file of what stores are to have: a chain's hundred stores in one go. A row is the line of that
/// store, product and supplier, so that the same file twice changes nothing.
@Component
class StoreLineFile implements ImportKind<StoreLineFile.Line> {
    private final StoreLines lines;
    private final Sites sites;
    private final Products products;
    private final Parties parties;
    private final Warehouses warehouses;

    StoreLineFile(StoreLines lines, Sites sites, Products products, Parties parties, Warehouses warehouses) {
        this.lines = lines;
        this.sites = sites;
        this.products = products;
        this.parties = parties;
        this.warehouses = warehouses;
    }

    /// @param supplier code of the party; empty for the importer's own
    record Line(
            Gln store,
            String product,
            Optional<String> supplier,
            Gln warehouse,
            Mass pack,
            long least,
            long cover,
            long transit,
            long fresh) {}

    @Override
    public String kind() {
        return "store-lines";
    }

    @Override
    public Right right() {
        return Right.MANAGE_OWN_SITES;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("store", "6901234567892", "6901234567908"),
                Column.required("product", "hami-melon", "hami-melon"),
                Column.optional("supplier", "", ""),
                Column.required("warehouse", "6901234567915", "6901234567915"),
                Column.required("pack_kg", "10", "10"),
                Column.required("least_packs", "2", "1"),
                Column.required("cover_days", "3", "3"),
                Column.required("transit_days", "1", "1"),
                Column.required("fresh_days", "4", "4"));
    }

    @Override
    public Line read(Fields row) {
        Gln store = row.read("store", Gln::parse);
        String product = row.text("product", 40);
        Optional<String> supplier = row.optionalText("supplier", 40);
        Gln warehouse = row.read("warehouse", Gln::parse);
        Mass pack = row.mass("packKg");
        Long least = row.number("leastPacks", 0, StoreLine.MOST_LEAST_PACKS);
        Long cover = row.number("coverDays", 1, StoreLine.MOST_COVER_DAYS);
        Long transit = row.number("transitDays", 0, StoreLine.MOST_TRANSIT_DAYS);
        Long fresh = row.number("freshDays", 0, StoreLine.MOST_FRESH_DAYS);
        row.check();
        return new Line(store, product, supplier, warehouse, pack, least, cover, transit, fresh);
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        Known known = known(actor, rows);
        Map<List<Object>, Long> seen = new HashMap<>();
        for (Row<Line> row : rows) {
            Line line = row.value();
            Site store = known.sites.get(line.store);
            if (store == null || !StorageAccess.runs(actor, store) || !StoreLines.sells(store))
                faults.wrong(row.line(), "store", "no-such-store", line.store.digits());
            if (!known.products.containsKey(line.product))
                faults.wrong(row.line(), "product", "no-such-product", line.product);
            if (known.supplier(actor, line).isEmpty())
                faults.wrong(row.line(), "supplier", "no-such-operator", line.supplier.orElse(""));
            Site warehouse = known.sites.get(line.warehouse);
            if (warehouse == null || !known.warehouses.contains(warehouse.id()))
                faults.wrong(row.line(), "warehouse", "no-such-warehouse", line.warehouse.digits());
            Long earlier = seen.putIfAbsent(List.of(line.store, line.product, line.supplier.orElse("")), row.line());
            if (earlier != null) faults.wrong(row.line(), "store", "same-as-line", earlier);
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        Known known = known(actor, rows);
        int added = 0;
        int changed = 0;
        for (Row<Line> row : rows) {
            StoreLine wanted = known.line(actor, row.value());
            Optional<StoreLine> there = lines.same(wanted);
            if (there.isEmpty()) added++;
            else if (!wanted.saysAs(there.get())) changed++;
            else continue;
            lines.put(actor, there.map(StoreLine::id).map(wanted::withId).orElse(wanted));
        }
        return new ImportResult(added, changed, rows.size() - added - changed);
    }

    private Known known(Actor actor, List<Row<Line>> rows) {
        Set<Gln> glns = rows.stream()
                .flatMap(row -> Stream.of(row.value().store(), row.value().warehouse()))
                .collect(Collectors.toSet());
        return new Known(
                sites.byGln(glns),
                products.byCode(rows.stream().map(row -> row.value().product()).collect(Collectors.toSet())),
                parties.byCode(rows.stream()
                        .flatMap(row -> row.value().supplier().stream())
                        .collect(Collectors.toSet())),
                warehouses.list().stream().map(NearMarketWarehouse::site).collect(Collectors.toSet()));
    }

    private record Known(
            Map<Gln, Site> sites, Map<String, Product> products, Map<String, Party> parties, Set<SiteId> warehouses) {
        Optional<PartyId> supplier(Actor actor, Line line) {
            return line.supplier.isEmpty()
                    ? Optional.of(actor.organisation())
                    : Optional.ofNullable(parties.get(line.supplier.get())).map(Party::id);
        }

        StoreLine line(Actor actor, Line line) {
            return new StoreLine(
                    StoreLineId.next(),
                    Objects.requireNonNull(sites.get(line.store)).id(),
                    Objects.requireNonNull(products.get(line.product)).id(),
                    supplier(actor, line).orElseThrow(),
                    Objects.requireNonNull(sites.get(line.warehouse)).id(),
                    line.pack,
                    (int) line.least,
                    (int) line.cover,
                    (int) line.transit,
                    (int) line.fresh,
                    false);
        }
    }
}
