package org.farmgate.logistics.storage;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.platform.InputBroken;
import org.farmgate.stock.LotId;

/// Goods that somebody carried from one bin to another.
///
/// @param id made by the asker: sent twice it is one
public record PutAway(UUID id, LotId lot, BinId from, BinId to, Mass mass, Instant at) {
    /// Refuses by the input errors `zero` and `same-bin`.
    public PutAway {
        if (mass.isZero()) throw new InputBroken("mass", "zero");
        if (from.equals(to)) throw new InputBroken("to", "same-bin");
    }
}
