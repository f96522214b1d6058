package org.farmgate.supply;

import static org.farmgate.platform.imports.Column.required;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.measure.Price;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.stereotype.Component;

/// Local price quotes by CSV.
@Component
class QuoteFile implements ImportKind<QuoteFile.Line> {
    private final Quotes quotes;
    private final SupplyNames names;
    private final Products products;
    private final Regions regions;
    private final Clock clock;

    QuoteFile(Quotes quotes, SupplyNames names, Products products, Regions regions, Clock clock) {
        this.quotes = quotes;
        this.names = names;
        this.products = products;
        this.regions = regions;
        this.clock = clock;
    }

    /// One row, read.
    record Line(String product, String grade, String place, LocalDate quotedOn, Price price, String source) {}

    private record Found(long line, NewQuote quote) {}

    private record Key(ProductId product, int grade, RegionId place, LocalDate on, String source) {}

    @Override
    public String kind() {
        return "quotes";
    }

    @Override
    public Right right() {
        return Right.REGISTER_SUPPLY;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                required("product", "jiashi-melon", "honey"),
                required("grade", "1", "1"),
                required("place_code", "653126", "653126"),
                required("quoted_on", "2027-07-21", "2027-07-21"),
                required("price", "2.60", "38.00"),
                required("source", "Wednesday market, notice board", "Buyer at the gate"));
    }

    @Override
    public Line read(Fields row) {
        String product = row.text("product", 40);
        String grade = row.text("grade", 20);
        String place = row.text("placeCode", 40);
        LocalDate on = row.date("quotedOn");
        Price price = row.price("price");
        String source = row.text("source", Quote.LONGEST_SOURCE);
        if (row.errors().isEmpty() && price.fenPerTonne() == 0) row.wrong("price", "zero");
        row.check();
        return new Line(product, grade, place, on, price, source);
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        List<Found> found = found(rows, faults);
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(Quotes.LONGEST_AGO_DAYS);
        for (Row<Line> row : rows) {
            LocalDate on = row.value().quotedOn();
            if (on.isAfter(today) || on.isBefore(first))
                faults.refused(row.line(), "quoted_on", SupplyRule.QUOTE_DATE_OUT_OF_REACH, first, today, on);
        }
        Map<Key, Quote> there = quotes.alike(found.stream().map(Found::quote).toList()).stream()
                .collect(Collectors.toMap(
                        quote -> new Key(
                                quote.product(), quote.grade(), quote.place(), quote.quotedOn(), quote.source()),
                        quote -> quote,
                        (one, _) -> one));
        for (Found one : found) {
            Quote earlier = there.get(key(one.quote));
            if (earlier != null && !earlier.price().equals(one.quote.price()))
                faults.refused(one.line, "price", SupplyRule.ALREADY_QUOTED, earlier.price());
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        int added = quotes.noteAll(
                actor, found(rows, new Faults()).stream().map(Found::quote).toList());
        return new ImportResult(added, 0, (long) rows.size() - added);
    }

    private List<Found> found(List<Row<Line>> rows, Faults faults) {
        Map<String, Product> kinds =
                products.byCode(rows.stream().map(row -> row.value().product()).collect(Collectors.toSet()));
        Map<String, Region> places =
                regions.byCode(rows.stream().map(row -> row.value().place()).collect(Collectors.toSet()));
        Map<RegionId, RegionId> counties =
                regions.countiesOf(places.values().stream().map(Region::id).collect(Collectors.toSet()));
        Map<ProductId, Map<String, Integer>> grades =
                names.grades(kinds.values().stream().map(Product::id).collect(Collectors.toSet()));
        List<Found> found = new ArrayList<>();
        SupplyNames.once(
                rows,
                row -> {
                    Line line = row.value();
                    Optional<Product> product = Optional.ofNullable(kinds.get(line.product()));
                    Optional<Region> place = Optional.ofNullable(places.get(line.place()));
                    if (product.isEmpty()) faults.wrong(row.line(), "product", "no-such-product", line.product());
                    if (place.isEmpty()) faults.wrong(row.line(), "place_code", "no-such-region", line.place());
                    else if (!counties.containsKey(place.get().id()))
                        faults.refused(row.line(), "place_code", SupplyRule.PLACE_NOT_IN_A_COUNTY);
                    Optional<NewQuote> quote = product.flatMap(
                                    kind -> SupplyNames.grade(grades, kind.id(), line.grade(), row.line(), faults))
                            .flatMap(rank -> place.map(where -> new NewQuote(
                                    QuoteId.next(),
                                    product.get().id(),
                                    rank,
                                    where.id(),
                                    line.quotedOn(),
                                    line.price(),
                                    line.source())));
                    quote.ifPresent(one -> found.add(new Found(row.line(), one)));
                    return quote.map(QuoteFile::key);
                },
                "source",
                faults);
        return found;
    }

    private static Key key(NewQuote quote) {
        return new Key(quote.product(), quote.grade(), quote.place(), quote.quotedOn(), quote.source());
    }
}
