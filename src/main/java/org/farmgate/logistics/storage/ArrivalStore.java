package org.farmgate.logistics.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Id;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ArrivalStore {
    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False, and nothing is written, where it is there, or another of the same consignment.
    boolean insert(Arrival arrival) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("site", arrival.site().value());
        params.put("id", arrival.id().value());
        params.put("owner", arrival.owner().value());
        params.put("from", value(arrival.from()));
        params.put("consignment", value(arrival.consignment()));
        params.put("shipment", value(arrival.shipment()));
        params.put("origin", value(arrival.origin()));
        params.put("on", arrival.expectedOn());
        params.put("grams", arrival.expected().map(Mass::grams).orElse(null));
        params.put("note", arrival.note());
        params.put("at", arrival.announcedAt().atOffset(ZoneOffset.UTC));
        params.put("by", arrival.announcedBy());
        int fresh = jdbc.sql("""
                insert into logistics.arrival (site_id, id, owner_id, from_site, consignment_id, shipment_id, origin_id,
                                               expected_on, expected_grams, note, announced_at, announced_by, stage)
                values (:site, :id, :owner, cast(:from as uuid), cast(:consignment as uuid), cast(:shipment as uuid),
                        cast(:origin as uuid), :on, cast(:grams as bigint), :note, :at, :by, 'ANNOUNCED')
                on conflict do nothing
                """).params(params).update();
        if (fresh == 1) announce(arrival, arrival.lines());
        return fresh == 1;
    }

    private static @Nullable UUID value(Optional<? extends Id> id) {
        return id.map(Id::value).orElse(null);
    }

    /// Lines that are not there yet.
    void announce(Arrival arrival, Collection<Arrival.Line> lines) {
        jdbc.sql("""
                insert into logistics.arrival_line (site_id, arrival_id, lot_id, announced_grams)
                select :site, :arrival, w.* from unnest(:lot::uuid[], :grams::bigint[]) as w
                """)
                .param("site", arrival.site().value())
                .param("arrival", arrival.id().value())
                .params(Batch.of(lines)
                        .ids("lot", Arrival.Line::lot)
                        .longs("grams", line -> line.announced().grams())
                        .params())
                .update();
    }

    void receive(Arrival arrival, Received received, String by, Instant at) {
        jdbc.sql("""
                update logistics.arrival_line
                set received_grams = :grams, how = :how, difference = cast(:difference as text), note = :note,
                    received_at = :at, received_by = :by
                where site_id = :site and arrival_id = :arrival and lot_id = :lot and received_grams is null
                """)
                .param("grams", received.mass().grams())
                .param("how", received.how().name())
                .param("difference", received.difference().map(Enum::name).orElse(null))
                .param("note", received.note())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("site", arrival.site().value())
                .param("arrival", arrival.id().value())
                .param("lot", received.lot().value())
                .update();
    }

    boolean close(Arrival arrival, Arrival.Stage stage, String by, Instant at) {
        return jdbc.sql("""
                update logistics.arrival set stage = :stage, closed_at = :at, closed_by = :by
                where site_id = :site and id = :id and stage = 'ANNOUNCED'
                """)
                        .param("stage", stage.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("site", arrival.site().value())
                        .param("id", arrival.id().value())
                        .update()
                == 1;
    }

    Optional<Arrival> find(ArrivalId id) {
        return read("a.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    Optional<Arrival> ofConsignment(ConsignmentId id) {
        return read("a.consignment_id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /// The soonest first while announced, the latest first after. Of one owner or of all.
    List<Arrival> at(SiteId site, Arrival.Stage stage, Optional<PartyId> owner, Paging paging) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("site", site.value());
        params.put("stage", stage.name());
        params.put("owner", value(owner));
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        return read("""
                (a.site_id, a.id) in (
                  select site_id, id from logistics.arrival
                  where site_id = :site and stage = :stage and (cast(:owner as uuid) is null or owner_id = :owner)
                  order by case when stage = 'ANNOUNCED' then expected_on end, closed_at desc, id
                  limit :size offset :offset)
                """, params);
    }

    private List<Arrival> read(String where, Map<String, ? extends @Nullable Object> params) {
        Map<ArrivalId, Function<List<Arrival.Line>, Arrival>> heads = new LinkedHashMap<>();
        Map<ArrivalId, List<Arrival.Line>> lines = new HashMap<>();
        jdbc.sql("""
                select a.*, l.lot_id, l.announced_grams, l.received_grams, l.how, l.difference, l.note as line_note,
                       l.received_at, l.received_by
                from logistics.arrival a
                left join logistics.arrival_line l on l.site_id = a.site_id and l.arrival_id = a.id
                where\s""" + where + """
                 order by case when a.stage = 'ANNOUNCED' then a.expected_on end, a.closed_at desc, a.id, l.lot_id
                """)
                .params(params)
                .query((row, number) -> {
                    ArrivalId id = new ArrivalId(uuid(row, "id"));
                    Arrival head = head(row, List.of());
                    heads.putIfAbsent(id, of -> with(head, of));
                    List<Arrival.Line> known = lines.computeIfAbsent(id, _ -> new ArrayList<>());
                    if (row.getObject("lot_id") != null) known.add(line(row));
                    return id;
                })
                .list();
        return heads.entrySet().stream()
                .map(entry -> entry.getValue().apply(lines.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static Arrival with(Arrival head, List<Arrival.Line> lines) {
        return new Arrival(
                head.id(),
                head.site(),
                head.owner(),
                head.from(),
                head.consignment(),
                head.origin(),
                head.shipment(),
                head.expectedOn(),
                head.expected(),
                head.note(),
                head.announcedAt(),
                head.announcedBy(),
                head.stage(),
                head.closedBy(),
                lines);
    }

    private static Arrival head(ResultSet row, List<Arrival.Line> lines) throws SQLException {
        return new Arrival(
                new ArrivalId(uuid(row, "id")),
                new SiteId(uuid(row, "site_id")),
                new PartyId(uuid(row, "owner_id")),
                optional(row, "from_site").map(SiteId::new),
                optional(row, "consignment_id").map(ConsignmentId::new),
                optional(row, "origin_id").map(RegionId::new),
                optional(row, "shipment_id").map(ShipmentId::new),
                row.getObject("expected_on", LocalDate.class),
                Optional.ofNullable(row.getObject("expected_grams", Long.class)).map(Mass::new),
                row.getString("note"),
                instant(row, "announced_at"),
                row.getString("announced_by"),
                Arrival.Stage.valueOf(row.getString("stage")),
                row.getString("closed_by"),
                lines);
    }

    private static Arrival.Line line(ResultSet row) throws SQLException {
        return new Arrival.Line(
                new LotId(uuid(row, "lot_id")),
                new Mass(row.getLong("announced_grams")),
                Optional.ofNullable(row.getObject("received_grams", Long.class)).map(Mass::new),
                Optional.ofNullable(row.getString("how")).map(Arrival.How::valueOf),
                Optional.ofNullable(row.getString("difference")).map(Arrival.Difference::valueOf),
                row.getString("line_note") == null ? "" : row.getString("line_note"),
                Optional.ofNullable(row.getObject("received_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("received_by") == null ? "" : row.getString("received_by"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Optional<UUID> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
