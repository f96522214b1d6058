package org.farmgate.logistics.storage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.storage.Bin;
import org.farmgate.logistics.storage.Fillings;
import org.farmgate.logistics.storage.Shelf;
import org.farmgate.logistics.storage.Shelves;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The warehouses that one runs or has goods in, and how full one is.
@Controller
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class StoragePages {
    private final Shelves shelves;
    private final Fillings fillings;
    private final Books books;
    private final Clock clock;

    StoragePages(Shelves shelves, Fillings fillings, Books books, Clock clock) {
        this.shelves = shelves;
        this.fillings = fillings;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/storage")
    String list(Actor actor, Model model) {
        model.addAttribute("page", new WarehousesPage(shelves.list(actor), actor.may(Right.SET_TARIFFS)));
        return "logistics/storage/warehouses";
    }

    @GetMapping("/storage/{site}")
    String one(Actor actor, @PathVariable SiteId site, Model model) {
        Map<PositionKey, Position> positions = shelves.positions(actor, site);
        List<Shelf> contents = shelves.contents(actor, site);
        Map<org.farmgate.logistics.storage.BinId, String> codes =
                shelves.bins(actor, site).stream().collect(java.util.stream.Collectors.toMap(Bin::id, Bin::code));
        List<WarehousePage.Lying> lying = new ArrayList<>();
        for (Position position : positions.values()) {
            List<Shelf> ofLot = contents.stream()
                    .filter(shelf -> shelf.position().equals(position.key()))
                    .toList();
            lying.add(new WarehousePage.Lying(
                    position,
                    ofLot.stream()
                            .map(Shelf::since)
                            .min(java.util.Comparator.naturalOrder())
                            .map(since -> LocalDate.ofInstant(since, clock.getZone())),
                    ofLot.stream()
                            .map(shelf -> codes.getOrDefault(shelf.bin(), "–"))
                            .distinct()
                            .sorted()
                            .toList()));
        }
        boolean keeps = shelves.mayKeep(actor, site);
        Book book = books.of(
                positions.values().stream().map(Position::product).toList(),
                List.of(site),
                positions.values().stream().map(Position::owner).toList(),
                List.of());
        model.addAttribute(
                "page",
                new WarehousePage(
                        site,
                        book,
                        shelves.terms(site),
                        lying,
                        fillings.filled(actor, site),
                        fillings.weeks(),
                        keeps ? shelves.check(actor, site).size() : 0,
                        LocalDate.now(clock),
                        keeps,
                        actor.may(Right.MOVE_GOODS) && actor.may(Right.KEEP_STOCK)));
        return "logistics/storage/warehouse";
    }

    /// Brings what lay there before to the dock.
    @PostMapping("/storage/{site}/alignment")
    @Needs(Right.KEEP_STOCK)
    String align(Actor actor, @PathVariable SiteId site) {
        shelves.align(actor, site);
        return "redirect:/storage/" + site + "?saved";
    }

    static Mass sum(List<Mass> masses) {
        return masses.stream().reduce(Mass.ZERO, Mass::plus);
    }
}
