package org.farmgate.logistics.storage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.logistics.storage.SalesReach;
import org.farmgate.logistics.storage.SellThrough;
import org.farmgate.logistics.storage.SellThroughs;
import org.farmgate.logistics.storage.StoreLine;
import org.farmgate.logistics.storage.StoreLines;
import org.farmgate.measure.Mass;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.product.ProductId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a store sold today: typed on a phone, one line for each product that it gets.
@Controller
@Needs({Right.KEEP_STOCK, Right.POST_DEMAND, Right.SELL})
class SellThroughPages {
    private static final int DAYS_SHOWN = 28;

    private final SellThroughs sold;
    private final StoreLines lines;
    private final Books books;
    private final Clock clock;

    SellThroughPages(SellThroughs sold, StoreLines lines, Books books, Clock clock) {
        this.sold = sold;
        this.lines = lines;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/sell-through")
    String form(
            Actor actor,
            @RequestParam(defaultValue = "") String store,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        return form(actor, id(store), day(day).orElse(LocalDate.now(clock)), FormErrors.none(), model);
    }

    private static Optional<SiteId> id(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new SiteId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private String form(Actor actor, Optional<SiteId> wanted, LocalDate day, FormErrors errors, Model model) {
        List<Site> stores = lines.stores(actor);
        Optional<SiteId> store = wanted.or(
                () -> stores.size() == 1 ? Optional.of(stores.getFirst().id()) : Optional.empty());
        List<SellThrough> known = store.map(
                        site -> sold.of(actor, site, Optional.empty(), day.minusDays(DAYS_SHOWN), day))
                .orElse(List.of());
        Set<ProductId> products = new LinkedHashSet<>();
        store.ifPresent(site -> {
            SalesReach reach = sold.reach(actor, Set.of(site));
            lines.ofStore(site).stream()
                    .filter(line -> !line.ended() && reach.covers(site, line.product()))
                    .map(StoreLine::product)
                    .forEach(products::add);
        });
        known.stream().map(SellThrough::product).forEach(products::add);
        model.addAttribute(
                "page",
                new SellThroughPage(
                        Books.choices(stores),
                        store,
                        day,
                        List.copyOf(products),
                        known,
                        books.of(products, store.stream().toList(), List.of(), List.of()),
                        errors));
        return "logistics/storage/sellThrough";
    }

    @PostMapping("/sell-through")
    String save(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        SiteId store = id(fields.raw("store")).orElseThrow(() -> new InputBroken("store", "missing"));
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    LocalDate day = fields.date("day");
                    if (day != null && !sold.isOpen(day))
                        fields.wrong("day", "out-of-range", sold.firstDay(), LocalDate.now(clock));
                    List<SellThrough> rows = rows(store, day, fields);
                    fields.check();
                    if (rows.isEmpty()) throw new InputBroken("sold", "missing");
                    sold.record(actor, rows, SellThrough.Source.FORM);
                    return "redirect:/sell-through?store=" + store + "&day=" + day + "&saved";
                },
                errors -> form(
                        actor, Optional.of(store), day(fields.raw("day")).orElse(LocalDate.now(clock)), errors, model));
    }

    private static List<SellThrough> rows(SiteId store, LocalDate day, Fields fields) {
        List<SellThrough> rows = new ArrayList<>();
        for (String field : fields.typed().keySet()) {
            if (!field.startsWith("sold-") || fields.isEmpty(field)) continue;
            ProductId product = product(field.substring(5));
            Mass amount = fields.read(field, text -> Mass.parse(text, Mass.Unit.KILOGRAM));
            Optional<Mass> left = fields.optional(
                    "left-" + product, f -> f.read("left-" + product, text -> Mass.parse(text, Mass.Unit.KILOGRAM)));
            if (amount != null && day != null) rows.add(new SellThrough(store, product, day, amount, left));
        }
        return rows;
    }

    private static ProductId product(String text) {
        try {
            return new ProductId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new InputBroken("sold", "no-such-id", text);
        }
    }
}
