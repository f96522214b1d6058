package org.farmgate.logistics;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.party.Reach;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Sealing.Sealed;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads consignments.
@Repository
class ConsignmentReadStore {
    private final JdbcClient jdbc;

    ConsignmentReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Consignment> byIds(Collection<ConsignmentId> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from logistics.consignment where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(ConsignmentReadStore::consignment)
                .list();
    }

    /// In the order they were booked.
    List<Consignment> byCauses(String kind, Collection<UUID> causes) {
        if (causes.isEmpty()) return List.of();
        return jdbc.sql("""
                select * from logistics.consignment where cause_kind = :kind and cause_id = any(:causes::uuid[])
                order by booked_at, id
                """)
                .param("kind", kind)
                .param("causes", causes.stream().map(UUID::toString).toArray(String[]::new))
                .query(ConsignmentReadStore::consignment)
                .list();
    }

    List<ConsignmentId> delivered(String kind, Instant since) {
        return jdbc.sql("""
                select id from logistics.consignment
                where cause_kind = :kind and stage = 'DELIVERED' and delivered_at >= :since
                order by delivered_at limit 10000
                """)
                .param("kind", kind)
                .param("since", since.atOffset(java.time.ZoneOffset.UTC))
                .query((row, number) -> new ConsignmentId(row.getObject("id", UUID.class)))
                .list();
    }

    /// What lies sealed of one.
    record Seals(Optional<Sealed> door, Optional<Sealed> receiver) {}

    Seals seals(Consignment of) {
        return jdbc.sql("""
                select door_key, door_sealed, receiver_key, receiver_sealed from logistics.consignment
                where origin_id = :origin and id = :id
                """)
                .param("origin", of.origin().value())
                .param("id", of.id().value())
                .query((row, number) -> new Seals(sealed(row, "door"), sealed(row, "receiver")))
                .single();
    }

    List<ConsignmentStep> steps(Consignment of) {
        return jdbc.sql("""
                select * from logistics.consignment_step where origin_id = :origin and consignment_id = :id
                order by at, stage
                """)
                .param("origin", of.origin().value())
                .param("id", of.id().value())
                .query((row, number) -> new ConsignmentStep(
                        ConsignmentStage.valueOf(row.getString("stage")),
                        instant(row, "at"),
                        row.getString("person_name"),
                        row.getString("organisation_name"),
                        row.getString("note")))
                .list();
    }

    /// The latest first.
    Slice<Consignment> search(Reach reach, PartyId asking, ConsignmentQuery query) {
        Paging paging = query.paging();
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder(" where ").append(within(reach, asking, params));
        if (!query.stages().isEmpty()) {
            where.append(" and c.stage = any(:stages::text[])");
            params.put("stages", query.stages().stream().map(Enum::name).toArray(String[]::new));
        }
        if (!paging.search().isEmpty()) {
            where.append(" and (c.number ilike :pattern escape '\\' or c.carrier_name ilike :pattern escape '\\')");
            params.put("pattern", paging.pattern());
        }
        long total = jdbc.sql("select count(*) from logistics.consignment c" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        List<Consignment> rows = jdbc.sql("select c.* from logistics.consignment c" + where
                        + " order by c.booked_at desc, c.id desc limit :size offset :offset")
                .params(params)
                .query(ConsignmentReadStore::consignment)
                .list();
        return Slice.of(rows, paging, total);
    }

    /// A carrier sees what it carries, wherever it comes from.
    private static String within(Reach reach, PartyId asking, Map<String, Object> params) {
        return switch (reach) {
            case Reach.Everything _ -> "true";
            case Reach.Regions(var counties) -> {
                params.put("reach", Batch.array(counties));
                params.put("asking", asking.value());
                yield "(c.origin_id = any(:reach::uuid[]) or c.sender_id = :asking or c.carrier_id = :asking)";
            }
            case Reach.Parties(var parties) -> {
                params.put("reach", Batch.array(parties));
                params.put("asking", asking.value());
                yield "(c.sender_id = any(:reach::uuid[]) or c.carrier_id = :asking)";
            }
        };
    }

    private static Consignment consignment(ResultSet row, int number) throws SQLException {
        return new Consignment(
                new ConsignmentId(row.getObject("id", UUID.class)),
                new RegionId(row.getObject("origin_id", UUID.class)),
                new PartyId(row.getObject("sender_id", UUID.class)),
                new SiteId(row.getObject("from_site", UUID.class)),
                Optional.ofNullable(row.getObject("to_site", UUID.class)).map(SiteId::new),
                new RegionId(row.getObject("to_region", UUID.class)),
                new Mass(row.getLong("mass_grams")),
                row.getInt("packages"),
                products(row.getArray("products")),
                new Handling(
                        row.getInt("litres"),
                        row.getBoolean("cold"),
                        Optional.ofNullable(row.getObject("payer_id", UUID.class))
                                .map(PartyId::new)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("cause_kind"),
                row.getObject("cause_id", UUID.class),
                instant(row, "booked_at"),
                state(row));
    }

    private static ConsignmentState state(ResultSet row) throws SQLException {
        return switch (ConsignmentStage.valueOf(row.getString("stage"))) {
            case BOOKED -> new ConsignmentState.Booked(instant(row, "booked_at"));
            case HANDED_OVER -> handedOver(row);
            case DELIVERED ->
                new ConsignmentState.Delivered(
                        instant(row, "delivered_at"), handedOver(row), new Mass(row.getLong("accepted_grams")));
            case FAILED ->
                new ConsignmentState.Failed(
                        instant(row, "failed_at"),
                        row.getObject("handed_over_at") == null ? Optional.empty() : Optional.of(handedOver(row)),
                        row.getString("failed_reason"));
        };
    }

    private static ConsignmentState.HandedOver handedOver(ResultSet row) throws SQLException {
        return new ConsignmentState.HandedOver(
                instant(row, "handed_over_at"),
                new Carrier(
                        Optional.ofNullable(row.getObject("carrier_id", UUID.class))
                                .map(PartyId::new),
                        row.getString("carrier_name")),
                new Mass(row.getLong("loaded_grams")));
    }

    private static List<ProductId> products(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(ProductId::new).toList();
    }

    private static Optional<Sealed> sealed(ResultSet row, String what) throws SQLException {
        String key = row.getString(what + "_key");
        return key == null ? Optional.empty() : Optional.of(new Sealed(key, row.getBytes(what + "_sealed")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
