package org.farmgate.supply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.party.Reach;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads tickets, and whose lots are.
@Repository
class TicketReadStore {
    private final JdbcClient jdbc;

    TicketReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Ticket> byIds(Collection<TicketId> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from supply.ticket where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(TicketReadStore::ticket)
                .list();
    }

    Optional<Ticket> find(TicketId id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /// Of tickets that stand, and of harvests whose own lot no ticket made.
    Map<LotId, LotTitle> titles(Collection<LotId> lots) {
        Map<LotId, LotTitle> titles = new LinkedHashMap<>();
        jdbc.sql("""
                select lot_id, buyer_id as holder_id, title,
                       case title when 'OUTRIGHT' then buyer_id else grower_id end as payee_id
                from supply.ticket where lot_id = any(:lots::uuid[]) and cancelled_at is null
                union all
                select h.lot_id, h.grower_id, 'ON_BEHALF', h.grower_id
                from supply.harvest h
                where h.lot_id = any(:lots::uuid[]) and h.withdrawn_at is null
                  and not exists (select 1 from supply.ticket t
                                  where t.origin_id = h.origin_id and t.lot_id = h.lot_id)
                """)
                .param("lots", Batch.array(lots))
                .query((row, number) -> new LotTitle(
                        new LotId(row.getObject("lot_id", UUID.class)),
                        new PartyId(row.getObject("holder_id", UUID.class)),
                        Title.valueOf(row.getString("title")),
                        new PartyId(row.getObject("payee_id", UUID.class))))
                .list()
                .forEach(title -> titles.put(title.lot(), title));
        return titles;
    }

    /// Those that stand, the earliest first.
    List<Ticket> ofContract(ContractRef contract) {
        return jdbc.sql("""
                select * from supply.ticket
                where contract_id = :contract and contract_kind = :kind and cancelled_at is null
                order by weighed_at, id
                """)
                .param("contract", contract.contract())
                .param("kind", contract.kind())
                .query(TicketReadStore::ticket)
                .list();
    }

    /// The latest first.
    Slice<Ticket> search(Reach reach, PartyId asking, TicketQuery query, Collection<PartyId> growersNamedSo) {
        Paging paging = query.paging();
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder(" where ").append(within(reach, asking, params));
        switch (query.show()) {
            case ALL -> {}
            case TO_PRICE ->
                where.append(" and t.fen_per_tonne is null and t.title = 'OUTRIGHT' and t.cancelled_at is null");
            case CANCELLED -> where.append(" and t.cancelled_at is not null");
        }
        query.grower().ifPresent(grower -> {
            where.append(" and t.grower_id = :grower");
            params.put("grower", grower.value());
        });
        if (!paging.search().isEmpty()) {
            where.append(" and (t.number ilike :pattern escape '\\' or t.grower_id = any(:named::uuid[]))");
            params.put("pattern", paging.pattern());
            params.put("named", Batch.array(growersNamedSo));
        }
        long total = jdbc.sql("select count(*) from supply.ticket t" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        List<Ticket> rows = jdbc.sql("select t.* from supply.ticket t" + where
                        + " order by t.weighed_at desc, t.id desc limit :size offset :offset")
                .params(params)
                .query(TicketReadStore::ticket)
                .list();
        return Slice.of(rows, paging, total);
    }

    /// Tickets tell what somebody earns: a cooperative sees its own purchases, not what its growers sold
    /// elsewhere.
    private static String within(Reach reach, PartyId asking, Map<String, Object> params) {
        return switch (reach) {
            case Reach.Everything _ -> "true";
            case Reach.Regions(var counties) -> {
                params.put("reach", Batch.array(counties));
                yield "t.origin_id = any(:reach::uuid[])";
            }
            case Reach.Parties _ -> {
                params.put("asking", asking.value());
                yield "(t.buyer_id = :asking or t.grower_id = :asking)";
            }
        };
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                new TicketId(uuid(row, "id")),
                new RegionId(uuid(row, "origin_id")),
                new PartyId(uuid(row, "buyer_id")),
                new PartyId(uuid(row, "grower_id")),
                Optional.ofNullable(row.getObject("plot_id", UUID.class)).map(PlotId::new),
                Optional.ofNullable(row.getObject("harvest_id", UUID.class)).map(HarvestId::new),
                new LotId(uuid(row, "lot_id")),
                new ProductId(uuid(row, "product_id")),
                row.getInt("grade"),
                weighing(row),
                Title.valueOf(row.getString("title")),
                row.getObject("fen_per_tonne") == null
                        ? Optional.empty()
                        : Optional.of(new Price(row.getLong("fen_per_tonne"))),
                instant(row, "priced_at"),
                row.getString("witness"),
                new SiteId(uuid(row, "site_id")),
                instant(row, "weighed_at").orElseThrow(),
                Optional.ofNullable(row.getObject("contract_id", UUID.class))
                        .map(contract -> new ContractRef(contract, text(row, "contract_kind"))),
                new Recorded(
                        new PartyId(uuid(row, "recorded_by")),
                        new PartyId(uuid(row, "recorded_person")),
                        instant(row, "recorded_at").orElseThrow()),
                state(row));
    }

    private static Weighing weighing(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray("deduction_kinds").getArray();
        Long[] grams = (Long[]) row.getArray("deduction_grams").getArray();
        List<Deduction> deductions = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++)
            deductions.add(new Deduction(DeductionKind.valueOf(kinds[i]), new Mass(grams[i])));
        return new Weighing(new Mass(row.getLong("gross_grams")), new Mass(row.getLong("tare_grams")), deductions);
    }

    private static TicketState state(ResultSet row) throws SQLException {
        Optional<Instant> cancelledAt = instant(row, "cancelled_at");
        return cancelledAt.isEmpty()
                ? new TicketState.Standing()
                : new TicketState.Cancelled(
                        cancelledAt.get(), new PartyId(uuid(row, "cancelled_by")), row.getString("cancelled_reason"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
