package org.farmgate.supply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;

/// Rows of the schema as records. The column names are the same in every statement.
final class Rows {
    private Rows() {}

    static Plot plot(ResultSet rs, int number) throws SQLException {
        return new Plot(
                new PlotId(rs.getObject("id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new PartyId(rs.getObject("grower_id", UUID.class)),
                rs.getString("name"),
                new RegionId(rs.getObject("region_id", UUID.class)),
                Optional.ofNullable(rs.getObject("division_id", UUID.class)).map(DivisionId::new),
                new ProductId(rs.getObject("product_id", UUID.class)),
                PlotSize.of(PlotKind.valueOf(rs.getString("kind")), rs.getLong("size")),
                new Mass(rs.getLong("expected_yield_grams")),
                Optional.ofNullable(rs.getObject("retired_on", LocalDate.class)),
                recorded(rs));
    }

    static Forecast forecast(ResultSet rs, int number) throws SQLException {
        return new Forecast(
                new ForecastId(rs.getObject("id", UUID.class)),
                new PlotId(rs.getObject("plot_id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new PartyId(rs.getObject("grower_id", UUID.class)),
                new ProductId(rs.getObject("product_id", UUID.class)),
                rs.getInt("grade"),
                IsoWeek.fromNumber(rs.getInt("week")),
                new Mass(rs.getLong("mass_grams")),
                new Price(rs.getLong("floor_fen_per_tonne")),
                rs.getInt("revision"),
                recorded(rs));
    }

    static ForecastRevision revision(ResultSet rs, int number) throws SQLException {
        return new ForecastRevision(
                new ForecastId(rs.getObject("forecast_id", UUID.class)),
                rs.getInt("number"),
                new Mass(rs.getLong("mass_grams")),
                new Price(rs.getLong("floor_fen_per_tonne")),
                rs.getString("reason"),
                recorded(rs));
    }

    static Harvest harvest(ResultSet rs, int number) throws SQLException {
        return new Harvest(
                new HarvestId(rs.getObject("id", UUID.class)),
                new LotId(rs.getObject("lot_id", UUID.class)),
                new PlotId(rs.getObject("plot_id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new PartyId(rs.getObject("grower_id", UUID.class)),
                new ProductId(rs.getObject("product_id", UUID.class)),
                rs.getInt("grade"),
                Optional.ofNullable(rs.getObject("forecast_id", UUID.class)).map(ForecastId::new),
                rs.getObject("harvested_on", LocalDate.class),
                rs.getObject("best_before", LocalDate.class),
                new Mass(rs.getLong("harvested_grams")),
                new Mass(rs.getLong("offered_grams")),
                new Price(rs.getLong("floor_fen_per_tonne")),
                state(rs),
                recorded(rs));
    }

    static Quote quote(ResultSet rs, int number) throws SQLException {
        return new Quote(
                new QuoteId(rs.getObject("id", UUID.class)),
                new ProductId(rs.getObject("product_id", UUID.class)),
                rs.getInt("grade"),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new RegionId(rs.getObject("place_id", UUID.class)),
                rs.getObject("quoted_on", LocalDate.class),
                new Price(rs.getLong("fen_per_tonne")),
                rs.getString("source"),
                recorded(rs));
    }

    private static HarvestState state(ResultSet rs) throws SQLException {
        OffsetDateTime at = rs.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null
                ? new HarvestState.Offered()
                : new HarvestState.Withdrawn(
                        at.toInstant(),
                        new PartyId(rs.getObject("withdrawn_by", UUID.class)),
                        rs.getString("withdrawn_reason"));
    }

    private static Recorded recorded(ResultSet rs) throws SQLException {
        return new Recorded(
                new PartyId(rs.getObject("recorded_by", UUID.class)),
                new PartyId(rs.getObject("recorded_person", UUID.class)),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
