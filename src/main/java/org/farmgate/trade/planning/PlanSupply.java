package org.farmgate.trade.planning;

import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// What one grower had on offer, and what became of it in a plan.
///
/// @param pay what the grower gets for all that is placed
/// @param localPrice the best local offer of the day, where one is known
/// @param equalGroup rows with the same number are equal in origin, product, grade, weeks, keeping and floor: they
/// share alike
/// @param reason why the rest stays, an [org.farmgate.trade.docking.UnsoldReason]; empty where all is placed
public record PlanSupply(
        String key,
        PartyId grower,
        RegionId origin,
        Optional<DivisionId> division,
        ProductId product,
        int grade,
        WeekSpan ready,
        Mass offered,
        Mass placed,
        Price floor,
        Money pay,
        Optional<Price> localPrice,
        int equalGroup,
        String reason) {

    public Mass unsold() {
        return offered.minus(placed);
    }

    /// What the grower gets for a tonne on average; empty where nothing is placed. Rounded half up.
    public Optional<Price> averagePrice() {
        return average(pay, placed);
    }

    static Optional<Price> average(Money pay, Mass mass) {
        if (mass.isZero()) return Optional.empty();
        var fenPerTonne = java.math.BigDecimal.valueOf(pay.fen())
                .multiply(java.math.BigDecimal.valueOf(1_000_000))
                .divide(java.math.BigDecimal.valueOf(mass.grams()), 0, java.math.RoundingMode.HALF_UP);
        return Optional.of(new Price(fenPerTonne.longValueExact()));
    }
}
