package org.farmgate.supply;

import java.util.Optional;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Which forecasts a list shows. The search text is looked for in the plot's name and the grower's name and
/// code.
public record ForecastQuery(
        Paging paging, Optional<ProductId> product, Optional<WeekSpan> weeks, Optional<PartyId> grower) {
    public static ForecastQuery all(Paging paging) {
        return new ForecastQuery(paging, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
