package org.farmgate.logistics.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Arguments;
import org.farmgate.platform.RuleBroken;

/// Reads rows.
final class ParcelRows {
    private ParcelRows() {}

    static Parcel parcel(ResultSet row, int number) throws SQLException {
        return new Parcel(
                new ParcelKey(
                        new RegionId(row.getObject("origin_id", UUID.class)),
                        new ParcelId(row.getObject("id", UUID.class))),
                new Sscc(row.getString("sscc")),
                source(row),
                site(row, "taken_site"),
                instant(row, "taken_at"),
                new RegionId(row.getObject("to_region", UUID.class)),
                optionalSite(row, "to_site"),
                row.getBoolean("to_door"),
                new Mass(row.getLong("mass_grams")),
                row.getInt("litres"),
                new Money(row.getLong("price_fen")),
                new ParcelState(
                        ParcelStage.valueOf(row.getString("stage")),
                        site(row, "at_site"),
                        instant(row, "at"),
                        container(row, "container_id"),
                        row.getBoolean("going_back"),
                        optionalInstant(row, "keep_until")));
    }

    private static ParcelSource source(ResultSet row) throws SQLException {
        return switch (row.getString("source")) {
            case "ORDER" ->
                new ParcelSource.Order(
                        new ConsignmentId(row.getObject("consignment_id", UUID.class)), row.getInt("package_number"));
            case "VILLAGER" -> new ParcelSource.Villager();
            case "INBOUND" -> new ParcelSource.Inbound(row.getString("carrier_name"), row.getString("waybill"));
            default -> throw new IllegalStateException(row.getString("source"));
        };
    }

    static ParcelStep step(ResultSet row, int number) throws SQLException {
        return new ParcelStep(
                new ScanId(row.getObject("scan_id", UUID.class)),
                ScanKind.valueOf(row.getString("kind")),
                site(row, "site_id"),
                instant(row, "at"),
                instant(row, "recorded_at"),
                ScanOutcome.valueOf(row.getString("outcome")),
                why(row),
                container(row, "container_id"),
                row.getString("person_name"),
                row.getString("organisation_name"),
                row.getString("note"));
    }

    static Optional<RuleBroken> why(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        return rule.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleBroken(
                        ParcelRule.valueOf(rule),
                        Arguments.decode(row.getString("arguments")).toArray()));
    }

    static ParcelKey key(ResultSet row, int number) throws SQLException {
        return new ParcelKey(
                new RegionId(row.getObject("origin_id", UUID.class)), new ParcelId(row.getObject("id", UUID.class)));
    }

    static SiteId site(ResultSet row, String column) throws SQLException {
        return new SiteId(row.getObject(column, UUID.class));
    }

    static Optional<SiteId> optionalSite(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(SiteId::new);
    }

    static Optional<ContainerId> container(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(ContainerId::new);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
