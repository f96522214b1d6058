package org.farmgate.supply;

import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;

/// Something that can be sold: what is left of a forecast, or a harvested lot. Docking takes these.
///
/// What was harvested under a forecast is taken off it: 10 t forecast and 4 t brought in are an offer of 6
/// t still to come beside the lot's 4 t, and never 14 t. When more comes in than was forecast, the forecast
/// is no offer any more.
///
/// @param key `forecast:<id>` or `lot:<id>`
/// @param mass what is left of it, more than zero
/// @param ready the weeks in which it can be loaded: a forecast in its own week, a lot from its harvest to
///     its best-before day
/// @param shelfLifeDays days it keeps after loading: of the product for a forecast; for a lot what is left
///     when it is loaded in the last of those weeks
public record Offer(
        String key,
        PlotId plot,
        PartyId grower,
        RegionId origin,
        Optional<DivisionId> division,
        ProductId product,
        int grade,
        Mass mass,
        WeekSpan ready,
        int shelfLifeDays,
        boolean needsCold,
        Price floor) {
    private static final String LOT = "lot:";

    /// The same with another mass, as where part of it is promised.
    public Offer withMass(Mass other) {
        return new Offer(
                key, plot, grower, origin, division, product, grade, other, ready, shelfLifeDays, needsCold, floor);
    }

    public static String keyOf(ForecastId forecast) {
        return "forecast:" + forecast;
    }

    public static String keyOf(LotId lot) {
        return LOT + lot;
    }

    /// The lot that a key names; empty for a forecast's.
    public static Optional<LotId> lotOf(String key) {
        return key.startsWith(LOT)
                ? Optional.of(new LotId(UUID.fromString(key.substring(LOT.length()))))
                : Optional.empty();
    }
}
