package org.farmgate.logistics.trips;

import java.util.List;
import org.farmgate.logistics.sharing.CostSplit;
import org.farmgate.measure.Money;

/// What a trip costs and who pays it.
///
/// @param lines beside the hire
/// @param shares by payer; of a trip that is not closed as they would be now
/// @param method how fair parts were reckoned
/// @param orders of boarding that were looked at
public record TripCost(Money hire, List<CostLine> lines, List<TripShare> shares, CostSplit.Method method, long orders) {
    public TripCost {
        lines = List.copyOf(lines);
        shares = List.copyOf(shares);
    }

    public Money total() {
        return lines.stream().map(CostLine::amount).reduce(hire, Money::plus);
    }

    public Money alone() {
        return shares.stream().map(TripShare::alone).reduce(Money.ZERO, Money::plus);
    }

    public Money excess() {
        return shares.stream().map(TripShare::excess).reduce(Money.ZERO, Money::plus);
    }
}
