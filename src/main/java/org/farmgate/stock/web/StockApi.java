package org.farmgate.stock.web;

import java.util.List;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.PositionQuery;
import org.farmgate.stock.Positions;
import org.farmgate.stock.ProductTotal;
import org.farmgate.stock.Qualities;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Stock for programs, to read. Masses are grams.
@RestController
@RequestMapping("/api/v1/stock")
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class StockApi {
    private final Positions positions;
    private final Qualities qualities;
    private final Lots lots;

    StockApi(Positions positions, Qualities qualities, Lots lots) {
        this.positions = positions;
        this.qualities = qualities;
        this.lots = lots;
    }

    /// `show` is THERE (the usual), GOOD, NOT_GOOD or ALL.
    @GetMapping("/positions")
    Slice<StockJson.OfPosition> positions(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String show) {
        return positions.search(actor, query(paging, site, product, show)).map(StockJson.OfPosition::of);
    }

    /// What is on hand of each product, by how long it keeps.
    @GetMapping("/totals")
    List<ProductTotal> totals(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String show) {
        return positions.totals(actor, query(paging, site, product, show));
    }

    @GetMapping("/positions/{lot}/{site}")
    StockJson.OfPosition position(Actor actor, @PathVariable LotId lot, @PathVariable SiteId site) {
        return StockJson.OfPosition.of(positions.see(actor, key(lot, site)));
    }

    @GetMapping("/positions/{lot}/{site}/movements")
    Slice<StockJson.OfMovement> movements(
            Actor actor, @PathVariable LotId lot, @PathVariable SiteId site, Paging paging) {
        return positions.movements(actor, key(lot, site), paging).map(StockJson.OfMovement::of);
    }

    @GetMapping("/positions/{lot}/{site}/holdings")
    List<StockJson.OfHolding> holdings(Actor actor, @PathVariable LotId lot, @PathVariable SiteId site) {
        return positions.holdings(actor, key(lot, site)).stream()
                .map(StockJson.OfHolding::of)
                .toList();
    }

    /// With those of its places that the asker sees.
    @GetMapping("/lots/{lot}")
    StockJson.OfLot lot(Actor actor, @PathVariable LotId lot) {
        Lot seen = positions.seeLot(actor, lot);
        return StockJson.OfLot.of(seen, qualities.ofLot(lot), positions.ofLot(actor, lot));
    }

    private static PositionQuery query(Paging paging, String site, String product, String show) {
        return new PositionQuery(
                paging, Query.id(site, SiteId::new), Query.id(product, ProductId::new), Query.show(show));
    }

    private PositionKey key(LotId lot, SiteId site) {
        return new PositionKey(
                lots.find(lot).orElseThrow(() -> new NotFound("position", lot)).origin(), lot, site);
    }
}
