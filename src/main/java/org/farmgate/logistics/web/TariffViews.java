package org.farmgate.logistics.web;

import java.time.Instant;
import java.util.List;
import org.farmgate.logistics.LegRates;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Tariff;
import org.farmgate.logistics.TruckKind;

/// Tariffs as the API shows them: grams, fen.
final class TariffViews {
    private TariffViews() {}

    record TruckKindView(
            String id,
            String nameEn,
            String nameZh,
            String nameUg,
            long capacityGrams,
            long perTripFen,
            long perKilometreFen,
            boolean cold,
            int kilometresPerDay,
            boolean retired) {
        static TruckKindView of(TruckKind kind) {
            return new TruckKindView(
                    kind.id().toString(),
                    kind.name().english(),
                    kind.name().chinese(),
                    kind.name().uyghur(),
                    kind.capacity().grams(),
                    kind.perTrip().fen(),
                    kind.perKilometre().fen(),
                    kind.cold(),
                    kind.kilometresPerDay(),
                    kind.retired());
        }
    }

    record WarehouseView(String site, long capacityGrams, long fenPerTonneWeek, boolean cold) {
        static WarehouseView of(NearMarketWarehouse warehouse) {
            return new WarehouseView(
                    warehouse.site().toString(),
                    warehouse.capacity().grams(),
                    warehouse.perTonneWeek().fenPerTonne(),
                    warehouse.cold());
        }
    }

    record RatesView(long lastLegFenPerTonne, long onwardFenPerTonneKilometre) {
        static RatesView of(LegRates rates) {
            return new RatesView(
                    rates.lastLegPerTonne().fenPerTonne(),
                    rates.onwardPerTonneKilometre().fenPerTonne());
        }
    }

    record TariffView(
            long version,
            Instant since,
            List<TruckKindView> truckKinds,
            List<WarehouseView> warehouses,
            RatesView rates) {
        static TariffView of(Tariff tariff) {
            return new TariffView(
                    tariff.version(),
                    tariff.since(),
                    tariff.truckKinds().stream().map(TruckKindView::of).toList(),
                    tariff.warehouses().stream().map(WarehouseView::of).toList(),
                    RatesView.of(tariff.rates()));
        }
    }
}
