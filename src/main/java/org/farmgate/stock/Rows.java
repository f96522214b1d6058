package org.farmgate.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Rows of the schema as records. The column names are the same in every statement.
final class Rows {
    private Rows() {}

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static PositionKey key(ResultSet row) throws SQLException {
        return new PositionKey(
                new RegionId(uuid(row, "origin_id")), new LotId(uuid(row, "lot_id")), new SiteId(uuid(row, "site_id")));
    }

    static Position position(ResultSet row, int number) throws SQLException {
        return new Position(
                key(row),
                new PartyId(uuid(row, "owner_id")),
                new ProductId(uuid(row, "product_id")),
                row.getInt("grade"),
                row.getObject("best_before", LocalDate.class),
                new Mass(row.getLong("on_hand_grams")),
                new Mass(row.getLong("held_grams")),
                QualityStatus.valueOf(row.getString("status")),
                QualityStatus.valueOf(row.getString("lot_status")),
                row.getInt("moves"),
                Optional.ofNullable(row.getObject("counted_on", LocalDate.class)));
    }

    static Movement movement(ResultSet row, int number) throws SQLException {
        return new Movement(
                new MovementId(uuid(row, "id")),
                key(row),
                MovementKind.valueOf(row.getString("kind")),
                row.getLong("grams"),
                row.getString("cause_kind"),
                uuid(row, "cause_id"),
                row.getString("reason"),
                instant(row, "at"),
                instant(row, "recorded_at"),
                new PartyId(uuid(row, "recorded_by")),
                new PartyId(uuid(row, "recorded_person")));
    }

    static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                key(row),
                uuid(row, "holder_id"),
                row.getString("purpose"),
                row.getLong("packs"),
                new Mass(row.getLong("grams")),
                row.getObject("best_before", LocalDate.class),
                uuid(row, "cause_id"));
    }
}
