package org.farmgate.logistics.storage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.logistics.storage.SalesReach;
import org.farmgate.logistics.storage.SellThrough;
import org.farmgate.logistics.storage.SellThroughs;
import org.farmgate.measure.Mass;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What stores sold, from their tills' programs.
@RestController
@RequestMapping("/api/v1/sell-through")
@Needs({Right.KEEP_STOCK, Right.POST_DEMAND, Right.SELL})
class SellThroughApi {
    private static final int MOST_LINES = 5_000;
    private static final int DAYS_SHOWN = 56;

    private final SellThroughs sold;
    private final Sites sites;
    private final Products products;
    private final Clock clock;

    SellThroughApi(SellThroughs sold, Sites sites, Products products, Clock clock) {
        this.sold = sold;
        this.sites = sites;
        this.products = products;
        this.clock = clock;
    }

    record Told(int told, int changed) {}

    record View(
            SiteId store,
            ProductId product,
            LocalDate day,
            long soldGrams,
            @Nullable Long leftGrams) {
        static View of(SellThrough row) {
            return new View(
                    row.store(),
                    row.product(),
                    row.day(),
                    row.sold().grams(),
                    row.left().map(Mass::grams).orElse(null));
        }
    }

    /// The latest day first; the last eight weeks where `first` and `last` do not say otherwise.
    @GetMapping
    List<View> list(
            Actor actor,
            @RequestParam(defaultValue = "") String store,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last) {
        Fields fields = new Fields(Map.of("store", store, "product", product, "first", first, "last", last));
        SiteId site = fields.id("store", SiteId::new);
        Optional<ProductId> wanted = fields.optional("product", f -> f.id("product", ProductId::new));
        Optional<LocalDate> from = fields.optional("first", f -> f.date("first"));
        Optional<LocalDate> to = fields.optional("last", f -> f.date("last"));
        fields.check();
        LocalDate until = to.orElse(LocalDate.now(clock));
        return sold.of(actor, site, wanted, from.orElse(until.minusDays(DAYS_SHOWN)), until).stream()
                .map(View::of)
                .toList();
    }

    /// `lines`: each `store` (a GLN or a site's id), `product` (a code or an id), `day`, `soldGrams`,
    /// and `leftGrams` where somebody looked. All or none; an error names its place: `lines[3].day`.
    /// Said again, the last word counts.
    @PostMapping
    Told tell(Actor actor, @RequestBody Map<String, Object> body) {
        List<FieldError> errors = new ArrayList<>();
        List<Fields> rows = ArrivalForms.rows(body, "lines", errors);
        if (rows.isEmpty() && errors.isEmpty()) errors.add(FieldError.of("lines", "missing"));
        if (rows.size() > MOST_LINES) throw new InputBroken("lines", "out-of-range", 1, MOST_LINES);
        Known known = known(actor, rows);
        List<SellThrough> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Fields row = rows.get(i);
            SiteId store = row.read("store", known::store);
            ProductId product = row.read("product", known::product);
            if (store != null && product != null && !known.reach.covers(store, product))
                row.wrong("product", "no-such-product", row.raw("product"));
            LocalDate day = row.date("day");
            if (day != null && !sold.isOpen(day))
                row.wrong("day", "out-of-range", sold.firstDay(), LocalDate.now(clock));
            Mass amount = row.read("soldGrams", text -> Mass.parse(text, Mass.Unit.GRAM));
            Optional<Mass> left =
                    row.optional("leftGrams", f -> f.read("leftGrams", text -> Mass.parse(text, Mass.Unit.GRAM)));
            if (row.errors().isEmpty()) read.add(new SellThrough(store, product, day, amount, left));
            ArrivalForms.add(errors, "lines", i, row);
        }
        if (!errors.isEmpty()) throw new InputBroken(errors);
        return new Told(read.size(), sold.record(actor, read, SellThrough.Source.API));
    }

    private Known known(Actor actor, List<Fields> rows) {
        Set<Gln> glns = rows.stream()
                .map(row -> row.raw("store").strip())
                .filter(text -> text.matches("\\d{13}"))
                .flatMap(text -> gln(text).stream())
                .collect(Collectors.toSet());
        Map<Gln, Site> byGln = sites.byGln(glns);
        Map<String, Product> byCode = products.byCode(rows.stream()
                .map(row -> row.raw("product").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet()));
        Set<SiteId> all = byGln.values().stream().map(Site::id).collect(Collectors.toSet());
        rows.forEach(row -> site(row.raw("store")).ifPresent(all::add));
        return new Known(byGln, byCode, sold.reach(actor, all));
    }

    private static Optional<Gln> gln(String text) {
        try {
            return Optional.of(Gln.parse(text));
        } catch (InputBroken _) {
            return Optional.empty();
        }
    }

    private static Optional<SiteId> site(String text) {
        Fields fields = new Fields(Map.of("id", text));
        return Optional.ofNullable(fields.id("id", SiteId::new));
    }

    private record Known(Map<Gln, Site> byGln, Map<String, Product> byCode, SalesReach reach) {
        SiteId store(String text) {
            Optional<SiteId> found = gln(text)
                    .flatMap(gln -> Optional.ofNullable(byGln.get(gln)).map(Site::id))
                    .or(() -> site(text));
            return found.filter(reach::knows).orElseThrow(() -> new InputBroken("store", "no-such-store", text));
        }

        ProductId product(String text) {
            Product found = byCode.get(text);
            if (found != null) return found.id();
            Fields fields = new Fields(Map.of("id", text));
            ProductId id = fields.id("id", ProductId::new);
            if (id == null) throw new InputBroken("product", "no-such-product", text);
            return id;
        }
    }
}
