package org.farmgate.logistics.storage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.logistics.storage.StoreLine;
import org.farmgate.logistics.storage.StoreLineId;
import org.farmgate.logistics.storage.StoreLines;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Which stores get which products, and how much they are to have.
@Controller
@Needs({Right.KEEP_STOCK, Right.POST_DEMAND})
class StoreLinePages {
    private final StoreLines lines;
    private final StoreLineForms forms;
    private final Warehouses warehouses;
    private final Sites sites;
    private final Parties parties;
    private final Books books;

    StoreLinePages(
            StoreLines lines, StoreLineForms forms, Warehouses warehouses, Sites sites, Parties parties, Books books) {
        this.lines = lines;
        this.forms = forms;
        this.warehouses = warehouses;
        this.sites = sites;
        this.parties = parties;
        this.books = books;
    }

    @GetMapping("/replenishment/lines")
    String list(Actor actor, Paging paging, Model model) {
        Slice<StoreLine> found = lines.search(actor, paging);
        Book book = books.of(
                found.rows().stream().map(StoreLine::product).toList(),
                found.rows().stream()
                        .flatMap(line -> Stream.of(line.store(), line.warehouse()))
                        .toList(),
                found.rows().stream().map(StoreLine::owner).toList(),
                List.of());
        model.addAttribute("page", new StoreLinePage.Listing(found, book));
        return "logistics/storage/storeLines";
    }

    @GetMapping("/replenishment/lines/new")
    String fresh(Actor actor, Shell shell, Model model) {
        return form(actor, Optional.empty(), shell, FormErrors.none(), model);
    }

    @GetMapping("/replenishment/lines/{id}")
    String edit(Actor actor, @PathVariable StoreLineId id, Shell shell, Model model) {
        StoreLine line = lines.see(actor, id);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("warehouse", line.warehouse().toString());
        values.put("pack", ArrivalPage.kilograms(line.pack()));
        values.put("leastPacks", String.valueOf(line.leastPacks()));
        values.put("coverDays", String.valueOf(line.coverDays()));
        values.put("transitDays", String.valueOf(line.transitDays()));
        values.put("freshDays", String.valueOf(line.freshDays()));
        return form(actor, Optional.of(line), shell, FormErrors.startingWith(values), model);
    }

    private String form(Actor actor, Optional<StoreLine> line, Shell shell, FormErrors errors, Model model) {
        Book book = books.of(
                line.map(StoreLine::product).stream().toList(),
                line.map(StoreLine::store).stream().toList(),
                line.map(StoreLine::owner).stream().toList(),
                List.of());
        Map<String, String> places = Books.choices(sites.byIds(warehouses.list().stream()
                        .map(NearMarketWarehouse::site)
                        .toList())
                .values());
        model.addAttribute(
                "page",
                new StoreLinePage(
                        line,
                        book,
                        Books.choices(lines.stores(actor)),
                        places,
                        books.productChoices(shell),
                        parties.find(actor.organisation()).map(Party::code).orElse(""),
                        errors));
        return "logistics/storage/storeLineForm";
    }

    @PostMapping("/replenishment/lines")
    String add(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    lines.put(actor, forms.fresh(actor, fields));
                    return "redirect:/replenishment/lines?saved";
                },
                errors -> form(actor, Optional.empty(), shell, errors, model));
    }

    @PostMapping("/replenishment/lines/{id}")
    String amend(
            Actor actor,
            @PathVariable StoreLineId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        StoreLine there = lines.see(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    lines.put(actor, forms.amended(there, fields));
                    return "redirect:/replenishment/lines?saved";
                },
                errors -> form(actor, Optional.of(there), shell, errors, model));
    }

    @PostMapping("/replenishment/lines/{id}/end")
    String end(Actor actor, @PathVariable StoreLineId id) {
        lines.end(actor, id);
        return "redirect:/replenishment/lines?saved";
    }

    @PostMapping("/replenishment/lines/{id}/resumption")
    String resume(Actor actor, @PathVariable StoreLineId id) {
        lines.resume(actor, id);
        return "redirect:/replenishment/lines?saved";
    }
}
