package org.farmgate.trade.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
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
import org.farmgate.trade.Demand;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.Demands;
import org.farmgate.trade.ShipTo;
import org.farmgate.trade.TradeRule;
import org.springframework.stereotype.Component;

/// A buyer's demands by file: a row for each place, the rows of one demand held together by the buyer's own
/// reference. References that are known already change nothing, so the same file twice posts nothing twice.
@Component
class DemandImport implements ImportKind<DemandImport.Line> {
    private final Demands demands;
    private final Products products;
    private final Sites sites;

    DemandImport(Demands demands, Products products, Sites sites) {
        this.demands = demands;
        this.products = products;
        this.sites = sites;
    }

    /// One row.
    record Line(String reference, String product, int grade, WeekSpan window, Price highest, Gln site, Mass mass) {
        boolean sameDemand(Line other) {
            return product.equals(other.product)
                    && grade == other.grade
                    && window.equals(other.window)
                    && highest.equals(other.highest);
        }
    }

    @Override
    public String kind() {
        return "demands";
    }

    @Override
    public Right right() {
        return Right.POST_DEMAND;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("reference", "PO-2027-118", "PO-2027-118"),
                Column.required("product", "hami-melon", "hami-melon"),
                Column.required("grade", "2", "2"),
                Column.required("first_week", "2027-W29", "2027-W29"),
                Column.required("last_week", "2027-W34", "2027-W34"),
                Column.required("highest_price", "4.20", "4.20"),
                Column.required("site", "6900000000014", "6900000000021"),
                Column.required("mass", "1500", "800"));
    }

    @Override
    public Line read(Fields row) {
        String reference = row.text("reference", Demand.LONGEST_REFERENCE);
        String product = row.text("product", 40);
        Long grade = row.number("grade", 1, 9);
        IsoWeek first = row.week("firstWeek");
        IsoWeek last = row.week("lastWeek");
        Price price = row.price("highestPrice");
        if (price != null && price.fenPerTonne() == 0) row.wrong("highestPrice", "zero");
        Gln site = row.read("site", Gln::new);
        Mass mass = row.mass("mass");
        if (first != null && last != null && last.compareTo(first) < 0)
            row.wrong("lastWeek", "ends-before-start", first.toString(), last.toString());
        row.check();
        return new Line(reference, product, Math.toIntExact(grade), new WeekSpan(first, last), price, site, mass);
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        Map<String, Product> known = products.byCode(
                rows.stream().map(row -> row.value().product()).distinct().toList());
        Map<Gln, Site> places = sites.byGln(
                rows.stream().map(row -> row.value().site()).distinct().toList());
        Map<String, Line> firsts = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        record Place(String reference, Gln site) {}
        Set<Place> seen = new HashSet<>();
        for (Row<Line> row : rows) {
            Line line = row.value();
            if (!known.containsKey(line.product()))
                faults.wrong(row.line(), "product", "no-such-choice", line.product());
            Site site = places.get(line.site());
            if (site == null || site.closed() || !site.operator().equals(actor.organisation()))
                faults.refused(
                        row.line(),
                        "site",
                        TradeRule.DEMAND_PLACE_NOT_THE_BUYERS,
                        line.site().digits());
            Line first = firsts.putIfAbsent(line.reference(), line);
            if (first != null && !first.sameDemand(line)) faults.wrong(row.line(), "reference", "demand-differs");
            if (!seen.add(new Place(line.reference(), line.site())))
                faults.refused(
                        row.line(),
                        "site",
                        TradeRule.DEMAND_PLACE_TWICE,
                        line.site().digits());
            int count = counts.merge(line.reference(), 1, Integer::sum);
            if (count == Demand.MOST_PLACES + 1)
                faults.refused(row.line(), "reference", TradeRule.DEMAND_TOO_MANY_PLACES, count, Demand.MOST_PLACES);
            if (demands.isPast(line.window()))
                faults.refused(row.line(), "last_week", TradeRule.DEMAND_WINDOW_PAST, line.window());
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        Map<String, List<Line>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(row.value().reference(), reference -> new ArrayList<>())
                .add(row.value()));
        Map<String, DemandId> there = demands.byReferences(actor.organisation(), grouped.keySet());
        Map<String, Product> known = products.byCode(
                rows.stream().map(row -> row.value().product()).distinct().toList());
        Map<Gln, Site> places = sites.byGln(
                rows.stream().map(row -> row.value().site()).distinct().toList());
        List<Demand> fresh = new ArrayList<>();
        long added = 0;
        for (Map.Entry<String, List<Line>> one : grouped.entrySet()) {
            if (there.containsKey(one.getKey())) continue;
            fresh.add(demand(actor.organisation(), one.getValue(), known, places));
            added += one.getValue().size();
        }
        demands.postAll(actor, fresh);
        return new ImportResult(added, 0, rows.size() - added);
    }

    private static Demand demand(PartyId buyer, List<Line> lines, Map<String, Product> known, Map<Gln, Site> places) {
        Line first = lines.getFirst();
        return Demand.wanted(
                DemandId.next(),
                buyer,
                java.util.Objects.requireNonNull(known.get(first.product())).id(),
                first.grade(),
                first.window(),
                first.highest(),
                lines.stream()
                        .map(line -> new ShipTo(
                                java.util.Objects.requireNonNull(places.get(line.site()))
                                        .id(),
                                line.mass()))
                        .toList(),
                first.reference(),
                "");
    }
}
