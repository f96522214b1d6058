package org.farmgate.logistics.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BillStore {
    private final JdbcClient jdbc;

    BillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What has been billed of a week at a site.
    record Billed(StorageWeeks.Kept kept, long fen) {}

    List<Billed> billed(SiteId site, IsoWeek week) {
        return jdbc.sql("""
                select b.origin_id, b.owner_id, l.lot_id, sum(l.fen - l.before_fen) as fen
                from logistics.storage_bill b
                join logistics.storage_bill_line l on l.origin_id = b.origin_id and l.bill_id = b.id
                where b.site_id = :site and b.week = :week
                group by 1, 2, 3
                """)
                .param("site", site.value())
                .param("week", week.number())
                .query((row, number) -> new Billed(
                        new StorageWeeks.Kept(
                                new RegionId(row.getObject("origin_id", UUID.class)),
                                new PartyId(row.getObject("owner_id", UUID.class)),
                                new LotId(row.getObject("lot_id", UUID.class))),
                        row.getLong("fen")))
                .list();
    }

    int rounds(SiteId site, IsoWeek week, RegionId origin, PartyId owner) {
        return jdbc.sql("""
                select count(*) from logistics.storage_bill
                where origin_id = :origin and site_id = :site and owner_id = :owner and week = :week
                """)
                .param("origin", origin.value())
                .param("site", site.value())
                .param("owner", owner.value())
                .param("week", week.number())
                .query(Integer.class)
                .single();
    }

    /// Who ran the warehouse when the week was first billed, first of all to this owner.
    Optional<PartyId> operator(SiteId site, IsoWeek week, RegionId origin, PartyId owner) {
        return jdbc.sql("""
                select operator_id from logistics.storage_bill where site_id = :site and week = :week
                order by (origin_id = :origin and owner_id = :owner) desc, round, reckoned_at limit 1
                """)
                .param("site", site.value())
                .param("week", week.number())
                .param("origin", origin.value())
                .param("owner", owner.value())
                .query((row, number) -> new PartyId(row.getObject("operator_id", UUID.class)))
                .optional();
    }

    void insert(StorageBill bill) {
        jdbc.sql("""
                insert into logistics.storage_bill (origin_id, id, site_id, owner_id, operator_id, week, round, fen, posted,
                                                    reckoned_at, reckoned_by)
                values (:origin, :id, :site, :owner, :operator, :week, :round, :fen, :posted, :at, :by)
                """)
                .param("origin", bill.origin().value())
                .param("id", bill.id().value())
                .param("site", bill.site().value())
                .param("owner", bill.owner().value())
                .param("operator", bill.operator().value())
                .param("week", bill.week().number())
                .param("round", bill.round())
                .param("fen", bill.amount().fen())
                .param("posted", bill.posted())
                .param("at", bill.reckonedAt().atOffset(ZoneOffset.UTC))
                .param("by", bill.reckonedBy())
                .update();
        jdbc.sql("""
                insert into logistics.storage_bill_line (origin_id, bill_id, lot_id, grams, fen_per_tonne, fen, before_fen)
                select :origin, :bill, w.* from unnest(:lot::uuid[], :grams::bigint[], :price::bigint[], :fen::bigint[],
                                                       :before::bigint[]) as w
                """)
                .param("origin", bill.origin().value())
                .param("bill", bill.id().value())
                .params(Batch.of(bill.lines())
                        .ids("lot", StorageBill.Line::lot)
                        .longs("grams", line -> line.most().grams())
                        .longs("price", line -> line.perTonneWeek().fenPerTonne())
                        .longs("fen", line -> line.costs().fen())
                        .longs("before", line -> line.before().fen())
                        .params())
                .update();
    }

    Optional<StorageBill> find(BillId id) {
        return read("b.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /// The latest week first; of one owner or of all.
    List<StorageBill> at(SiteId site, Optional<PartyId> owner, Paging paging) {
        var params = new HashMap<String, Object>();
        params.put("site", site.value());
        params.put("owner", owner.map(PartyId::value).orElse(null));
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        return read("""
                (b.origin_id, b.id) in (
                  select origin_id, id from logistics.storage_bill
                  where site_id = :site and (cast(:owner as uuid) is null or owner_id = :owner)
                  order by week desc, owner_id, origin_id, round desc limit :size offset :offset)
                """, params);
    }

    private List<StorageBill> read(String where, Map<String, Object> params) {
        Map<BillId, StorageBill> heads = new LinkedHashMap<>();
        Map<BillId, List<StorageBill.Line>> lines = new HashMap<>();
        jdbc.sql("""
                select b.*, l.lot_id, l.grams, l.fen_per_tonne, l.fen as costs, l.before_fen
                from logistics.storage_bill b
                join logistics.storage_bill_line l on l.origin_id = b.origin_id and l.bill_id = b.id
                where\s""" + where + " order by b.week desc, b.owner_id, b.origin_id, b.round desc, l.lot_id")
                .params(params)
                .query((row, number) -> {
                    StorageBill head = head(row, List.of());
                    heads.putIfAbsent(head.id(), head);
                    return lines.computeIfAbsent(head.id(), _ -> new ArrayList<>())
                            .add(new StorageBill.Line(
                                    new LotId(row.getObject("lot_id", UUID.class)),
                                    new Mass(row.getLong("grams")),
                                    new Price(row.getLong("fen_per_tonne")),
                                    new Money(row.getLong("costs")),
                                    new Money(row.getLong("before_fen"))));
                })
                .list();
        return heads.values().stream()
                .map(head -> new StorageBill(
                        head.id(),
                        head.origin(),
                        head.site(),
                        head.owner(),
                        head.operator(),
                        head.week(),
                        head.round(),
                        head.amount(),
                        head.posted(),
                        head.reckonedAt(),
                        head.reckonedBy(),
                        lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static StorageBill head(ResultSet row, List<StorageBill.Line> lines) throws SQLException {
        return new StorageBill(
                new BillId(row.getObject("id", UUID.class)),
                new RegionId(row.getObject("origin_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                new PartyId(row.getObject("operator_id", UUID.class)),
                IsoWeek.fromNumber(row.getInt("week")),
                row.getInt("round"),
                new Money(row.getLong("fen")),
                row.getBoolean("posted"),
                row.getObject("reckoned_at", OffsetDateTime.class).toInstant(),
                row.getString("reckoned_by"),
                lines);
    }
}
