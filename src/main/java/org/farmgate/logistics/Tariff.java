package org.farmgate.logistics;

import java.time.Instant;
import java.util.List;

/// Everything that moving cost at one moment, as one value that never changes: a plan that names the version can be
/// checked years later ([Tariffs#at]).
///
/// @param version counts up with every change, from 1
/// @param since when that change was made
/// @param truckKinds in use then, the largest first
/// @param warehouses in use then
public record Tariff(
        long version, Instant since, List<TruckKind> truckKinds, List<NearMarketWarehouse> warehouses, LegRates rates) {
    public Tariff {
        truckKinds = List.copyOf(truckKinds);
        warehouses = List.copyOf(warehouses);
    }
}
