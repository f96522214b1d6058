package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.product.Product;
import org.farmgate.product.Products;
import org.springframework.stereotype.Component;

/// A file of what stores sold, as their tills write it: a row for each store, product and day. The same
/// file twice changes nothing.
@Component
class SellThroughFile implements ImportKind<SellThroughFile.Line> {
    private final SellThroughs sold;
    private final Sites sites;
    private final Products products;
    private final Clock clock;

    SellThroughFile(SellThroughs sold, Sites sites, Products products, Clock clock) {
        this.sold = sold;
        this.sites = sites;
        this.products = products;
        this.clock = clock;
    }

    record Line(Gln store, String product, LocalDate day, Mass amount, Optional<Mass> left) {}

    @Override
    public String kind() {
        return "sell-through";
    }

    @Override
    public Right right() {
        return Right.MANAGE_OWN_SITES;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("store", "6901234567892", "6901234567892"),
                Column.required("product", "hami-melon", "raisin"),
                Column.required("day", "2027-07-21", "2027-07-21"),
                Column.required("sold", "42.5", "3"),
                Column.optional("sold_unit", "kg", "kg"),
                Column.optional("left", "18", ""),
                Column.optional("left_unit", "kg", ""));
    }

    @Override
    public Line read(Fields row) {
        return new Line(
                row.read("store", Gln::parse),
                row.text("product", 40),
                row.date("day"),
                row.read("sold", text -> Mass.parse(text, unit(row, "soldUnit"))),
                row.optional("left", f -> f.read("left", text -> Mass.parse(text, unit(f, "leftUnit")))));
    }

    private static Mass.Unit unit(Fields row, String field) {
        return row.isEmpty(field) ? Mass.Unit.KILOGRAM : Mass.Unit.of(row.raw(field));
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        Known known = known(actor, rows);
        Map<List<Object>, Long> seen = new HashMap<>();
        for (Row<Line> row : rows) {
            Line line = row.value();
            Site site = known.stores.get(line.store);
            Product product = known.products.get(line.product);
            if (site == null || !known.reach.knows(site.id()))
                faults.wrong(row.line(), "store", "no-such-store", line.store.digits());
            else if (product != null && !known.reach.covers(site.id(), product.id()))
                faults.wrong(row.line(), "product", "no-such-product", line.product);
            if (product == null) faults.wrong(row.line(), "product", "no-such-product", line.product);
            if (!sold.isOpen(line.day))
                faults.wrong(row.line(), "day", "out-of-range", sold.firstDay(), LocalDate.now(clock));
            Long earlier = seen.putIfAbsent(List.of(line.store, line.product, line.day), row.line());
            if (earlier != null) faults.wrong(row.line(), "day", "same-as-line", earlier);
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        Known known = known(actor, rows);
        List<SellThrough> wanted =
                rows.stream().map(row -> known.sold(row.value())).toList();
        int changed = sold.record(actor, wanted, SellThrough.Source.FILE);
        return new ImportResult(changed, 0, wanted.size() - changed);
    }

    private Known known(Actor actor, List<Row<Line>> rows) {
        Map<Gln, Site> stores =
                sites.byGln(rows.stream().map(row -> row.value().store()).collect(Collectors.toSet()));
        return new Known(
                stores,
                products.byCode(rows.stream().map(row -> row.value().product()).collect(Collectors.toSet())),
                sold.reach(actor, stores.values().stream().map(Site::id).toList()));
    }

    private record Known(Map<Gln, Site> stores, Map<String, Product> products, SalesReach reach) {
        SellThrough sold(Line line) {
            return new SellThrough(
                    Objects.requireNonNull(stores.get(line.store)).id(),
                    Objects.requireNonNull(products.get(line.product)).id(),
                    line.day,
                    line.amount,
                    line.left);
        }
    }
}
