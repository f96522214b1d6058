package org.farmgate.trade.planning;

import java.util.List;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.trade.ContractId;

/// What a plan's first page draws: all derived from its rows.
///
/// @param weeks one for each week of the season
/// @param flows the greatest first
/// @param averagePrice over all that is placed, by mass; empty where nothing is
/// @param paid what growers get for a tonne on average of goods for which a local offer is known, and what that
///     offer is
public record PlanFigures(
        List<WeekBalance> weeks, List<Flow> flows, Optional<PlanLine.BuildUp> averagePrice, Optional<Paid> paid) {
    /// Masses with longer windows are spread evenly over their weeks.
    public record WeekBalance(IsoWeek week, Mass supply, Mass demand) {}

    /// From a county or a warehouse to a city or a warehouse.
    public record Flow(
            Optional<RegionId> fromCounty,
            Optional<SiteId> fromWarehouse,
            Optional<RegionId> toCity,
            Optional<SiteId> toWarehouse,
            Mass mass) {}

    public record Paid(Price growers, Price localOffers) {}

    /// Growers whose rows are equal, and how equally they were treated.
    ///
    /// @param leastShare of what they offered, in basis points
    /// @param leastPrice for a tonne, on average; zero where nothing was placed
    public record EqualGroup(
            RegionId origin,
            org.farmgate.product.ProductId product,
            int grade,
            org.farmgate.measure.WeekSpan ready,
            Price floor,
            int growers,
            Mass offered,
            Mass placed,
            int leastShare,
            int mostShare,
            Price leastPrice,
            Price mostPrice) {}

    /// What is still free to be accepted.
    public record Acceptable(int lines, Mass mass) {}

    /// What an acceptance came to.
    public record Accepted(int lines, List<ContractId> contracts) {}
}
