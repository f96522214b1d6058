package org.farmgate.logistics.storage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.logistics.storage.NewTransfer;
import org.farmgate.logistics.storage.Shelves;
import org.farmgate.logistics.storage.Shipment;
import org.farmgate.logistics.storage.ShipmentId;
import org.farmgate.logistics.storage.Shipments;
import org.farmgate.logistics.storage.Transfers;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.stock.Position;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What left a warehouse or comes from another: the list, one with its list to pick by, and sending to
/// another warehouse.
@Controller
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class ShipmentPages {
    private static final int MOST_ROWS = 100;

    private final Shipments shipments;
    private final Transfers transfers;
    private final Shelves shelves;
    private final Warehouses warehouses;
    private final Sites sites;
    private final Books books;
    private final Clock clock;

    ShipmentPages(
            Shipments shipments,
            Transfers transfers,
            Shelves shelves,
            Warehouses warehouses,
            Sites sites,
            Books books,
            Clock clock) {
        this.shipments = shipments;
        this.transfers = transfers;
        this.shelves = shelves;
        this.warehouses = warehouses;
        this.sites = sites;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/storage/{site}/shipments")
    String list(Actor actor, @PathVariable SiteId site, Paging paging, Model model) {
        shelves.terms(site);
        List<Shipment> rows = shipments.at(actor, site, paging);
        Book book = books.of(
                List.of(),
                Stream.concat(Stream.of(site), rows.stream().flatMap(row -> Stream.of(row.from(), row.to())))
                        .toList(),
                rows.stream().map(Shipment::owner).toList(),
                List.of());
        boolean sends = actor.may(Right.KEEP_STOCK) && actor.may(Right.MOVE_GOODS);
        model.addAttribute("page", new ShipmentPage.Listing(site, book, rows, paging.page(), paging.size(), sends));
        return "logistics/storage/shipments";
    }

    @GetMapping("/storage/shipments/{id}")
    String one(Actor actor, @PathVariable ShipmentId id, Model model) {
        Shipment shipment = shipments.see(actor, id);
        Book book = books.of(
                shipment.lines().stream().map(Shipment.Line::product).toList(),
                List.of(shipment.from(), shipment.to()),
                List.of(shipment.owner()),
                List.of());
        model.addAttribute(
                "page", new ShipmentPage(shipment, book, shipments.picks(actor, id), actor.may(Right.MOVE_GOODS)));
        return "logistics/storage/shipment";
    }

    @GetMapping("/storage/{site}/transfers/new")
    @Needs(Right.KEEP_STOCK)
    String fresh(Actor actor, @PathVariable SiteId site, Model model) {
        return form(actor, site, FormErrors.none(), model);
    }

    private String form(Actor actor, SiteId site, FormErrors errors, Model model) {
        List<Position> rows = shelves.positions(actor, site).values().stream()
                .filter(position ->
                        position.status().isGood() && !position.free().isZero())
                .limit(MOST_ROWS)
                .toList();
        Map<String, String> places = new LinkedHashMap<>(Books.choices(sites.byIds(warehouses.list().stream()
                        .map(NearMarketWarehouse::site)
                        .filter(other -> !other.equals(site))
                        .toList())
                .values()));
        Book book = books.of(
                rows.stream().map(Position::product).toList(),
                List.of(site),
                rows.stream().map(Position::owner).toList(),
                List.of());
        model.addAttribute(
                "page",
                new TransferPage(site, book, rows, places, LocalDate.now(clock).plusDays(2), errors));
        return "logistics/storage/transferForm";
    }

    @PostMapping("/storage/{site}/transfers")
    @Needs(Right.KEEP_STOCK)
    String send(
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
                    List<Shipment> sent = transfers.send(actor, transfer(actor, site, fields));
                    return sent.size() == 1
                            ? "redirect:/storage/shipments/" + sent.getFirst().id() + "?saved"
                            : "redirect:/storage/" + site + "/shipments?saved";
                },
                errors -> form(actor, site, errors, model));
    }

    private NewTransfer transfer(Actor actor, SiteId site, Fields fields) {
        UUID id = fields.id("id", uuid -> uuid);
        SiteId to = fields.id("to", SiteId::new);
        LocalDate by = fields.date("by");
        PartyId owner = null;
        List<NewTransfer.Line> lines = new ArrayList<>();
        for (Position position : shelves.positions(actor, site).values()) {
            String field = "mass-" + position.lot();
            if (fields.isEmpty(field)) continue;
            Mass mass = fields.mass(field);
            String packs = "packs-" + position.lot();
            Long count = fields.isEmpty(packs) ? Long.valueOf(1) : fields.number(packs, 1, 100_000);
            if (owner == null) owner = position.owner();
            if (!owner.equals(position.owner())) fields.wrong(field, "other-owner");
            if (mass != null && count != null) lines.add(new NewTransfer.Line(position.lot(), mass, count.intValue()));
        }
        fields.check();
        if (owner == null) throw new InputBroken("lines", "missing");
        return new NewTransfer(id, site, to, owner, by, lines);
    }
}
