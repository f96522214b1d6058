package org.farmgate.logistics.storage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.storage.Bin;
import org.farmgate.logistics.storage.BinId;
import org.farmgate.logistics.storage.PutAway;
import org.farmgate.logistics.storage.Shelf;
import org.farmgate.logistics.storage.Shelves;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.PositionKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The bins of a warehouse, what lies in them, and carrying from one to another.
@Controller
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class BinPages {
    private final Shelves shelves;
    private final Books books;
    private final Lots lots;
    private final Clock clock;

    BinPages(Shelves shelves, Books books, Lots lots, Clock clock) {
        this.shelves = shelves;
        this.books = books;
        this.lots = lots;
        this.clock = clock;
    }

    @GetMapping("/storage/{site}/bins")
    String list(Actor actor, @PathVariable SiteId site, Model model) {
        List<Shelf> contents = shelves.contents(actor, site);
        model.addAttribute(
                "page",
                new BinsPage(
                        site, book(site, contents), shelves.bins(actor, site), contents, shelves.mayKeep(actor, site)));
        return "logistics/storage/bins";
    }

    private Book book(SiteId site, List<Shelf> contents) {
        return books.of(
                List.of(),
                List.of(site),
                contents.stream().map(Shelf::owner).toList(),
                contents.stream().map(Shelf::lot).toList());
    }

    @GetMapping("/storage/{site}/bins/new")
    @Needs(Right.KEEP_STOCK)
    String fresh(Actor actor, @PathVariable SiteId site, Model model) {
        shelves.check(actor, site);
        return form(site, Optional.empty(), FormErrors.none(), model);
    }

    @GetMapping("/storage/{site}/bins/{bin}")
    @Needs(Right.KEEP_STOCK)
    String edit(Actor actor, @PathVariable SiteId site, @PathVariable BinId bin, Model model) {
        Bin one = shelves.bin(actor, site, bin);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("code", one.code());
        values.put("zone", one.zone());
        values.put(
                "capacity",
                one.capacity().in(Mass.Unit.KILOGRAM).stripTrailingZeros().toPlainString());
        values.put("capacityUnit", "kg");
        if (one.cold()) values.put("cold", "on");
        if (one.closed()) values.put("closed", "on");
        return form(site, Optional.of(bin), FormErrors.startingWith(values), model);
    }

    private String form(SiteId site, Optional<BinId> bin, FormErrors errors, Model model) {
        model.addAttribute(
                "page", new BinFormPage(site, books.of(List.of(), List.of(site), List.of(), List.of()), bin, errors));
        return "logistics/storage/binForm";
    }

    @PostMapping("/storage/{site}/bins")
    @Needs(Right.KEEP_STOCK)
    String add(
            Actor actor,
            @PathVariable SiteId site,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    shelves.add(actor, bin(fields, fields.id("id", BinId::new), site));
                    return "redirect:/storage/" + site + "/bins?saved";
                },
                errors -> form(site, Optional.empty(), errors, model));
    }

    @PostMapping("/storage/{site}/bins/{bin}")
    @Needs(Right.KEEP_STOCK)
    String amend(
            Actor actor,
            @PathVariable SiteId site,
            @PathVariable BinId bin,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        shelves.bin(actor, site, bin);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    shelves.amend(actor, bin(fields, bin, site));
                    return "redirect:/storage/" + site + "/bins?saved";
                },
                errors -> form(site, Optional.of(bin), errors, model));
    }

    static Bin bin(Fields fields, BinId id, SiteId site) {
        String code = fields.text("code", Bin.LONGEST_CODE);
        String zone = fields.text("zone", Bin.LONGEST_ZONE);
        Mass capacity = fields.isEmpty("capacityGrams")
                ? fields.mass("capacity")
                : fields.read("capacityGrams", text -> Mass.parse(text, Mass.Unit.GRAM));
        fields.check();
        return new Bin(id, site, code, zone, fields.checked("cold"), capacity, false, fields.checked("closed"));
    }

    @GetMapping("/storage/{site}/put-away/{lot}")
    @Needs(Right.KEEP_STOCK)
    String putAway(Actor actor, @PathVariable SiteId site, @PathVariable LotId lot, Model model) {
        return putAway(actor, site, lot, FormErrors.none(), model);
    }

    private String putAway(Actor actor, SiteId site, LotId lot, FormErrors errors, Model model) {
        List<Shelf> there = shelves.ofLot(actor, new PositionKey(lots.get(lot).origin(), lot, site));
        model.addAttribute(
                "page", new PutAwayPage(site, lot, book(site, there), there, shelves.bins(actor, site), errors));
        return "logistics/storage/putAway";
    }

    @PostMapping("/storage/{site}/put-away/{lot}")
    @Needs(Right.KEEP_STOCK)
    String putAway(
            Actor actor,
            @PathVariable SiteId site,
            @PathVariable LotId lot,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    UUID id = fields.id("id", uuid -> uuid);
                    BinId from = fields.id("from", BinId::new);
                    BinId to = fields.id("to", BinId::new);
                    Mass mass = fields.mass("mass");
                    fields.check();
                    shelves.putAway(actor, site, new PutAway(id, lot, from, to, mass, clock.instant()));
                    return "redirect:/storage/" + site + "/bins?saved";
                },
                errors -> putAway(actor, site, lot, errors, model));
    }
}
