package org.farmgate.logistics.web;

import java.util.List;
import java.util.UUID;
import org.farmgate.logistics.LogisticsRule;
import org.farmgate.logistics.Rates;
import org.farmgate.logistics.Tariffs;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.logistics.Warehouses;
import org.farmgate.logistics.web.TariffViews.RatesView;
import org.farmgate.logistics.web.TariffViews.TariffView;
import org.farmgate.logistics.web.TariffViews.TruckKindView;
import org.farmgate.logistics.web.TariffViews.WarehouseView;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Id;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tariffs by JSON: masses in grams, money in fen.
@RestController
@RequestMapping("/api/v1")
@Needs({Right.SET_TARIFFS, Right.PLAN_SEASON})
class TariffApi {
    private final Tariffs tariffs;
    private final TruckKinds truckKinds;
    private final Warehouses warehouses;
    private final Rates rates;

    TariffApi(Tariffs tariffs, TruckKinds truckKinds, Warehouses warehouses, Rates rates) {
        this.tariffs = tariffs;
        this.truckKinds = truckKinds;
        this.warehouses = warehouses;
        this.rates = rates;
    }

    record TruckKindBody(
            @Nullable String id,
            @Nullable String nameEn,
            @Nullable String nameZh,
            @Nullable String nameUg,
            @Nullable String capacityGrams,
            @Nullable String perTripFen,
            @Nullable String perKilometreFen,
            @Nullable String cold,
            @Nullable String kilometresPerDay,
            @Nullable String retired) {}

    record WarehouseBody(
            @Nullable String capacityGrams,
            @Nullable String fenPerTonneWeek,
            @Nullable String cold) {}

    record RatesBody(
            @Nullable String lastLegFenPerTonne, @Nullable String onwardFenPerTonneKilometre) {}

    /// Everything that moving costs now.
    @GetMapping("/tariffs/current")
    TariffView current() {
        return TariffView.of(tariffs.current());
    }

    /// Everything that moving cost at that version, which plans name.
    @GetMapping("/tariffs/{version}")
    TariffView at(@PathVariable long version) {
        return TariffView.of(tariffs.at(version));
    }

    /// Retired ones too, at the end.
    @GetMapping("/truck-kinds")
    List<TruckKindView> truckKinds() {
        return truckKinds.list().stream().map(TruckKindView::of).toList();
    }

    @GetMapping("/truck-kinds/{id}")
    TruckKindView truckKind(@PathVariable TruckKindId id) {
        return TruckKindView.of(truckKinds.get(id));
    }

    @PostMapping("/truck-kinds")
    @Needs(Right.SET_TARIFFS)
    @ResponseStatus(HttpStatus.CREATED)
    TruckKindView register(Actor actor, @RequestBody TruckKindBody body) {
        Fields fields = Bodies.fields(body);
        TruckKindId id = fields.isEmpty("id") ? new TruckKindId(freshId()) : fields.id("id", TruckKindId::new);
        return TruckKindView.of(truckKinds.register(actor, TariffForms.truckKindInFen(fields, id, false)));
    }

    private static UUID freshId() {
        return Id.next();
    }

    @PutMapping("/truck-kinds/{id}")
    @Needs(Right.SET_TARIFFS)
    TruckKindView amend(Actor actor, @PathVariable TruckKindId id, @RequestBody TruckKindBody body) {
        Fields fields = Bodies.fields(body);
        boolean retired = fields.isEmpty("retired") ? truckKinds.get(id).retired() : fields.checked("retired");
        return TruckKindView.of(truckKinds.amend(actor, TariffForms.truckKindInFen(fields, id, retired)));
    }

    @GetMapping("/warehouses")
    List<WarehouseView> warehouses() {
        return warehouses.list().stream().map(WarehouseView::of).toList();
    }

    @GetMapping("/warehouses/{site}")
    WarehouseView warehouse(@PathVariable SiteId site) {
        return WarehouseView.of(warehouses.get(site));
    }

    /// What storing costs at a site, for the first time or anew.
    @PutMapping("/warehouses/{site}")
    @Needs(Right.SET_TARIFFS)
    WarehouseView put(Actor actor, @PathVariable SiteId site, @RequestBody WarehouseBody body) {
        return WarehouseView.of(warehouses.put(actor, TariffForms.warehouseInFen(Bodies.fields(body), site)));
    }

    @DeleteMapping("/warehouses/{site}")
    @Needs(Right.SET_TARIFFS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable SiteId site) {
        warehouses.withdraw(actor, site);
    }

    @GetMapping("/rates")
    RatesView rates() {
        return RatesView.of(rates.current().orElseThrow(() -> new RuleBroken(LogisticsRule.RATES_NOT_SET)));
    }

    @PutMapping("/rates")
    @Needs(Right.SET_TARIFFS)
    RatesView set(Actor actor, @RequestBody RatesBody body) {
        return RatesView.of(rates.set(actor, TariffForms.ratesInFen(Bodies.fields(body))));
    }
}
