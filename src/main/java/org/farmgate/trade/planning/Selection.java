package org.farmgate.trade.planning;

import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Which of a plan's lines are meant: those of one buyer, of one product, with these numbers; all where nothing is
/// said.
public record Selection(Optional<PartyId> buyer, Optional<ProductId> product, Set<Integer> lines) {
    public Selection {
        lines = Set.copyOf(lines);
    }

    public static Selection everything() {
        return new Selection(Optional.empty(), Optional.empty(), Set.of());
    }
}
