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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.farmgate.stock.MovementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShipmentStore {
    private final JdbcClient jdbc;

    ShipmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Collection<Shipment> shipments) {
        jdbc.sql("""
                insert into logistics.shipment (origin_id, id, kind, owner_id, from_site, to_site, stays, consignment_id,
                                                cause_id, sent_at, sent_by, stage)
                select w.origin, w.id, w.kind, w.owner, w.from_site, w.to_site, w.stays, w.consignment, w.cause, w.at,
                       w.sent_by, 'SENT'
                from unnest(:origin::uuid[], :id::uuid[], :kind::text[], :owner::uuid[], :from::uuid[], :to::uuid[],
                            :stays::boolean[], :consignment::uuid[], :cause::uuid[], :at::timestamptz[], :by::text[])
                  as w (origin, id, kind, owner, from_site, to_site, stays, consignment, cause, at, sent_by)
                """)
                .params(Batch.of(shipments)
                        .ids("origin", Shipment::origin)
                        .ids("id", Shipment::id)
                        .texts("kind", shipment -> shipment.kind().name())
                        .ids("owner", Shipment::owner)
                        .ids("from", Shipment::from)
                        .ids("to", Shipment::to)
                        .texts("stays", shipment -> String.valueOf(shipment.stays()))
                        .ids("consignment", Shipment::consignment)
                        .texts("cause", shipment -> shipment.cause().toString())
                        .instants("at", Shipment::sentAt)
                        .texts("by", Shipment::sentBy)
                        .params())
                .update();
        List<Of> lines = shipments.stream()
                .flatMap(shipment -> shipment.lines().stream().map(line -> new Of(shipment, line)))
                .toList();
        jdbc.sql("""
                insert into logistics.shipment_line (origin_id, shipment_id, lot_id, product_id, best_before, movement_id,
                                                     packs, sent_grams)
                select * from unnest(:origin::uuid[], :shipment::uuid[], :lot::uuid[], :product::uuid[], :best::date[],
                                     :movement::uuid[], :packs::int[], :grams::bigint[])
                """)
                .params(Batch.of(lines)
                        .ids("origin", of -> of.shipment.origin())
                        .ids("shipment", of -> of.shipment.id())
                        .ids("lot", of -> of.line.lot())
                        .ids("product", of -> of.line.product())
                        .dates("best", of -> of.line.bestBefore())
                        .ids("movement", of -> of.line.movement())
                        .ints("packs", of -> of.line.packs())
                        .longs("grams", of -> of.line.sent().grams())
                        .params())
                .update();
    }

    private record Of(Shipment shipment, Shipment.Line line) {}

    Optional<Shipment> find(ShipmentId id) {
        return read("s.id = :id", Map.of("id", id.value()), "").stream().findFirst();
    }

    List<Shipment> ofCause(UUID cause) {
        return read("s.cause_id = :cause", Map.of("cause", cause), "");
    }

    /// The latest first; of one owner or of all.
    List<Shipment> touching(SiteId site, Optional<PartyId> owner, Paging paging) {
        Map<String, Object> params = new HashMap<>();
        params.put("site", site.value());
        params.put("owner", owner.map(PartyId::value).orElse(null));
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        return read("""
                s.id in (select id from logistics.shipment
                         where (from_site = :site or to_site = :site)
                           and (cast(:owner as uuid) is null or owner_id = :owner)
                         order by sent_at desc, id limit :size offset :offset)
                """, params, "");
    }

    /// As it is once nobody else is changing it.
    Optional<Shipment> lock(RegionId origin, ShipmentId id) {
        boolean there = jdbc.sql("select 1 from logistics.shipment where origin_id = :origin and id = :id for update")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        return there ? find(id) : Optional.empty();
    }

    void became(Shipment shipment, LotId lot, Mass arrived, Mass back, Mass lost) {
        jdbc.sql("""
                update logistics.shipment_line
                set arrived_grams = arrived_grams + :arrived, back_grams = back_grams + :back,
                    lost_grams = lost_grams + :lost
                where origin_id = :origin and shipment_id = :id and lot_id = :lot
                """)
                .param("arrived", arrived.grams())
                .param("back", back.grams())
                .param("lost", lost.grams())
                .param("origin", shipment.origin().value())
                .param("id", shipment.id().value())
                .param("lot", lot.value())
                .update();
    }

    void close(Shipment shipment, Shipment.Stage stage, Instant at) {
        jdbc.sql("""
                update logistics.shipment set stage = :stage, closed_at = :at
                where origin_id = :origin and id = :id and stage = 'SENT'
                """)
                .param("stage", stage.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("origin", shipment.origin().value())
                .param("id", shipment.id().value())
                .update();
    }

    /// What is under way to stores, and what has come to them, by day.
    ///
    /// @param arrivedOn empty while it is under way
    record Sent(SiteId store, ProductId product, Mass mass, Optional<LocalDate> arrivedOn) {}

    List<Sent> sentTo(Collection<SiteId> stores, PartyId owner, LocalDate since, String zone) {
        return jdbc.sql("""
                select s.to_site, l.product_id, (s.closed_at at time zone :zone)::date as arrived_on,
                       sum(case when s.stage = 'SENT' then l.sent_grams else l.arrived_grams end) as grams
                from logistics.shipment s
                join logistics.shipment_line l on l.origin_id = s.origin_id and l.shipment_id = s.id
                where s.to_site = any(:stores::uuid[]) and s.owner_id = :owner and s.stage <> 'BACK'
                  and s.sent_at >= :since::date - 30
                group by 1, 2, 3
                having sum(case when s.stage = 'SENT' then l.sent_grams else l.arrived_grams end) > 0
                """)
                .param("zone", zone)
                .param("stores", Batch.array(stores))
                .param("owner", owner.value())
                .param("since", since)
                .query((row, number) -> new Sent(
                        new SiteId(row.getObject("to_site", UUID.class)),
                        new ProductId(row.getObject("product_id", UUID.class)),
                        new Mass(row.getLong("grams")),
                        Optional.ofNullable(row.getObject("arrived_on", LocalDate.class))))
                .list();
    }

    private List<Shipment> read(String where, Map<String, Object> params, String end) {
        Map<ShipmentId, Shipment> heads = new java.util.LinkedHashMap<>();
        Map<ShipmentId, List<Shipment.Line>> lines = new HashMap<>();
        jdbc.sql("""
                select s.*, l.lot_id, l.product_id, l.best_before, l.movement_id, l.packs, l.sent_grams, l.arrived_grams,
                       l.back_grams, l.lost_grams
                from logistics.shipment s
                join logistics.shipment_line l on l.origin_id = s.origin_id and l.shipment_id = s.id
                where\s""" + where + " order by s.sent_at desc, s.id, l.best_before, l.lot_id" + end)
                .params(params)
                .query((row, number) -> {
                    Shipment head = head(row);
                    heads.putIfAbsent(head.id(), head);
                    return lines.computeIfAbsent(head.id(), _ -> new ArrayList<>())
                            .add(line(row));
                })
                .list();
        return heads.values().stream()
                .map(head -> new Shipment(
                        head.id(),
                        head.kind(),
                        head.origin(),
                        head.owner(),
                        head.from(),
                        head.to(),
                        head.stays(),
                        head.consignment(),
                        head.cause(),
                        head.sentAt(),
                        head.sentBy(),
                        head.stage(),
                        lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Shipment head(ResultSet row) throws SQLException {
        return new Shipment(
                new ShipmentId(row.getObject("id", UUID.class)),
                Shipment.Kind.valueOf(row.getString("kind")),
                new RegionId(row.getObject("origin_id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                new SiteId(row.getObject("from_site", UUID.class)),
                new SiteId(row.getObject("to_site", UUID.class)),
                row.getBoolean("stays"),
                new ConsignmentId(row.getObject("consignment_id", UUID.class)),
                row.getObject("cause_id", UUID.class),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("sent_by"),
                Shipment.Stage.valueOf(row.getString("stage")),
                List.of());
    }

    private static Shipment.Line line(ResultSet row) throws SQLException {
        return new Shipment.Line(
                new LotId(row.getObject("lot_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getObject("best_before", LocalDate.class),
                new MovementId(row.getObject("movement_id", UUID.class)),
                row.getInt("packs"),
                new Mass(row.getLong("sent_grams")),
                new Mass(row.getLong("arrived_grams")),
                new Mass(row.getLong("back_grams")),
                new Mass(row.getLong("lost_grams")));
    }
}
