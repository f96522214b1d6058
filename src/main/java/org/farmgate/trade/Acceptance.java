package org.farmgate.trade;

import java.util.List;

/// What of a plan was accepted, and the terms that all contracts out of it share. Their price is fixed: the
/// average of their sales' prices by mass.
public record Acceptance(
        PlanId plan,
        List<PlannedSale> sales,
        PriceBasis basis,
        int toleranceBasisPoints,
        Deposit deposit,
        Conditions conditions) {
    public Acceptance {
        sales = List.copyOf(sales);
    }

    /// The usual terms: 5 % up and down, no deposit.
    public static Acceptance usual(PlanId plan, List<PlannedSale> sales, PriceBasis basis) {
        return new Acceptance(plan, sales, basis, 500, new Deposit.None(), Conditions.USUAL);
    }
}
