package org.farmgate.logistics;

import java.util.List;
import java.util.UUID;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tariff as a whole: what planning asks.
@Service
@Transactional(readOnly = true)
public class Tariffs {
    private final ChangeStore changes;
    private final TruckKindStore truckKinds;
    private final WarehouseStore warehouses;
    private final RateStore rates;

    Tariffs(ChangeStore changes, TruckKindStore truckKinds, WarehouseStore warehouses, RateStore rates) {
        this.changes = changes;
        this.truckKinds = truckKinds;
        this.warehouses = warehouses;
        this.rates = rates;
    }

    /// What moving costs now. Refuses by [LogisticsRule#RATES_NOT_SET].
    public Tariff current() {
        return changes.latest().map(this::tariff).orElseThrow(() -> new RuleBroken(LogisticsRule.RATES_NOT_SET));
    }

    /// What moving cost then. Refuses by [LogisticsRule#TARIFF_VERSION_UNKNOWN] and [LogisticsRule#RATES_NOT_SET].
    public Tariff at(long version) {
        return changes.at(version)
                .map(this::tariff)
                .orElseThrow(() -> new RuleBroken(LogisticsRule.TARIFF_VERSION_UNKNOWN, version));
    }

    private Tariff tariff(TariffChange change) {
        long version = change.version();
        return new Tariff(
                version,
                change.at(),
                truckKinds.at(version).stream().filter(kind -> !kind.retired()).toList(),
                warehouses.at(version),
                rates.at(version).orElseThrow(() -> new RuleBroken(LogisticsRule.RATES_NOT_SET)));
    }

    /// Every change, the latest first.
    public Slice<TariffChange> changes(Paging paging) {
        return Slice.of(changes.list(paging), paging, changes.count());
    }

    /// The changes of one truck kind or warehouse, the latest first, at most 100.
    public List<TariffChange> changesOf(UUID subject) {
        return changes.of(subject);
    }
}
