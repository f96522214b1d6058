package org.farmgate.stock.web;

import java.time.Clock;
import java.time.LocalDate;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.Movement;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.PositionQuery;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What lies where: the list, and one position.
@Controller
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class StockPages {
    private final Positions positions;
    private final Lots lots;
    private final Names names;
    private final Clock clock;

    StockPages(Positions positions, Lots lots, Names names, Clock clock) {
        this.positions = positions;
        this.lots = lots;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/stock")
    String list(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String show,
            Shell shell,
            Model model) {
        PositionQuery query = new PositionQuery(
                paging, Query.id(site, SiteId::new), Query.id(product, ProductId::new), Query.show(show));
        Slice<Position> found = positions.search(actor, query);
        var totals = positions.totals(actor, query);
        NameBook book = names.book(
                java.util.stream.Stream.concat(
                                found.rows().stream().map(Position::product),
                                totals.stream().map(total -> total.product()))
                        .collect(java.util.stream.Collectors.toSet()),
                found.rows().stream().map(Position::site).toList(),
                found.rows().stream().map(Position::owner).toList(),
                java.util.Set.of());
        model.addAttribute(
                "page",
                new StockPage(
                        found,
                        totals,
                        book,
                        paging.search(),
                        query.site().map(SiteId::toString).orElse(""),
                        query.product().map(ProductId::toString).orElse(""),
                        query.show(),
                        names.ownSites(actor),
                        names.productChoices(shell),
                        LocalDate.now(clock),
                        actor.may(Right.KEEP_STOCK)));
        return "stock/stock";
    }

    @GetMapping("/stock/positions/{lot}/{site}")
    String one(Actor actor, @PathVariable LotId lot, @PathVariable SiteId site, Paging paging, Model model) {
        PositionKey key = key(lot, site);
        Position position = positions.see(actor, key);
        Slice<Movement> movements = positions.movements(actor, key, paging);
        NameBook book = names.book(
                java.util.Set.of(position.product()),
                java.util.Set.of(site),
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(position.owner()),
                                movements.rows().stream().map(Movement::recordedPerson))
                        .toList(),
                java.util.Set.of(position.origin()));
        model.addAttribute(
                "page",
                new PositionPage(
                        position,
                        book,
                        movements,
                        positions.holdings(actor, key),
                        LocalDate.now(clock),
                        positions.mayKeep(actor, position)));
        return "stock/position";
    }

    private PositionKey key(LotId lot, SiteId site) {
        return new PositionKey(
                lots.find(lot).orElseThrow(() -> new NotFound("position", lot)).origin(), lot, site);
    }
}
