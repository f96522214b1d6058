package org.farmgate.supply;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What can be sold: forecasts less what was harvested under them, and harvested lots less what tickets
/// took over.
@Repository
class OfferStore {
    /// Every row has either a forecast with its week, or a lot with its days.
    private static final String SELECT = """
            select f.id as forecast_id, null::uuid as lot_id, f.plot_id, f.grower_id, f.origin_id, p.division_id,
                   f.product_id, f.grade, f.mass_grams - coalesce(h.grams, 0) as left_grams, f.week,
                   null::date as harvested_on, null::date as best_before, f.floor_fen_per_tonne
            from supply.forecast f
            join supply.plot p on p.origin_id = f.origin_id and p.id = f.plot_id
            left join (select origin_id, forecast_id, sum(harvested_grams) as grams from supply.harvest
                       where forecast_id is not null group by origin_id, forecast_id) h
              on h.origin_id = f.origin_id and h.forecast_id = f.id
            where f.mass_grams > coalesce(h.grams, 0) and %s
            union all
            select null, h.lot_id, h.plot_id, h.grower_id, h.origin_id, p.division_id,
                   h.product_id, h.grade, h.offered_grams - h.taken_grams, null, h.harvested_on, h.best_before, h.floor_fen_per_tonne
            from supply.harvest h
            join supply.plot p on p.origin_id = h.origin_id and p.id = h.plot_id
            where h.withdrawn_at is null and h.offered_grams > h.taken_grams and %s
            """;

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One thing that can be sold, before the product's shelf life is known.
    record Row(
            Optional<ForecastId> forecast,
            Optional<LotId> lot,
            PlotId plot,
            PartyId grower,
            RegionId origin,
            Optional<DivisionId> division,
            ProductId product,
            int grade,
            Mass left,
            Optional<IsoWeek> week,
            Optional<LocalDate> harvestedOn,
            Optional<LocalDate> bestBefore,
            Price floor) {}

    List<Row> in(WeekSpan weeks) {
        return jdbc.sql(SELECT.formatted(
                                "f.week between :first and :last",
                                "h.best_before >= :monday and h.harvested_on <= :sunday")
                        + "order by week nulls first, forecast_id, lot_id")
                .param("first", weeks.first().number())
                .param("last", weeks.last().number())
                .param("monday", weeks.first().monday())
                .param("sunday", weeks.last().sunday())
                .query((rs, _) -> row(rs))
                .list();
    }

    List<Row> byIds(Collection<ForecastId> forecasts, Collection<LotId> lots) {
        return jdbc.sql(SELECT.formatted("f.id = any(:forecasts::uuid[])", "h.lot_id = any(:lots::uuid[])"))
                .param("forecasts", Batch.array(forecasts))
                .param("lots", Batch.array(lots))
                .query((rs, _) -> row(rs))
                .list();
    }

    List<Row> ofGrowers(Collection<PartyId> growers, ProductId product) {
        return jdbc.sql(SELECT.formatted(
                                "f.grower_id = any(:growers::uuid[]) and f.product_id = :product",
                                "h.grower_id = any(:growers::uuid[]) and h.product_id = :product")
                        + "order by week nulls first, harvested_on, forecast_id, lot_id")
                .param("growers", Batch.array(growers))
                .param("product", product.value())
                .query((rs, _) -> row(rs))
                .list();
    }

    private static Row row(java.sql.ResultSet rs) throws java.sql.SQLException {
        int week = rs.getInt("week");
        return new Row(
                optional(rs.getObject("forecast_id", UUID.class)).map(ForecastId::new),
                optional(rs.getObject("lot_id", UUID.class)).map(LotId::new),
                new PlotId(rs.getObject("plot_id", UUID.class)),
                new PartyId(rs.getObject("grower_id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                optional(rs.getObject("division_id", UUID.class)).map(DivisionId::new),
                new ProductId(rs.getObject("product_id", UUID.class)),
                rs.getInt("grade"),
                new Mass(rs.getLong("left_grams")),
                week == 0 ? Optional.empty() : Optional.of(IsoWeek.fromNumber(week)),
                Optional.ofNullable(rs.getObject("harvested_on", LocalDate.class)),
                Optional.ofNullable(rs.getObject("best_before", LocalDate.class)),
                new Price(rs.getLong("floor_fen_per_tonne")));
    }

    private static Optional<UUID> optional(@Nullable UUID id) {
        return Optional.ofNullable(id);
    }
}
