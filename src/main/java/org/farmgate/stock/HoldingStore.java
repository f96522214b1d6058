package org.farmgate.stock;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is set aside. A holding changes only under the lock of its position.
@Repository
class HoldingStore {
    private final JdbcClient jdbc;

    HoldingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds to what the holder has of that position already.
    void add(Collection<Holding> holdings) {
        jdbc.sql("""
                insert into stock.holding as h (origin_id, lot_id, site_id, holder_id, purpose, packs, grams,
                                                best_before, cause_id)
                select * from unnest(:origin::uuid[], :lot::uuid[], :site::uuid[], :holder::uuid[], :purpose::text[],
                                     :packs::bigint[], :grams::bigint[], :bestBefore::date[], :cause::uuid[])
                on conflict (origin_id, holder_id, lot_id, site_id) do update
                  set packs = h.packs + excluded.packs, grams = h.grams + excluded.grams
                """)
                .params(Batch.of(holdings)
                        .ids("origin", holding -> holding.position().origin())
                        .ids("lot", holding -> holding.position().lot())
                        .ids("site", holding -> holding.position().site())
                        .texts("holder", holding -> holding.holder().toString())
                        .texts("purpose", Holding::purpose)
                        .longs("packs", Holding::packs)
                        .longs("grams", holding -> holding.mass().grams())
                        .dates("bestBefore", Holding::bestBefore)
                        .texts("cause", holding -> holding.cause().toString())
                        .params())
                .update();
    }

    /// As they are from now on; one of which nothing is left is gone.
    void write(Collection<Holding> holdings) {
        if (holdings.isEmpty()) return;
        var columns = Batch.of(holdings)
                .ids("origin", holding -> holding.position().origin())
                .ids("lot", holding -> holding.position().lot())
                .ids("site", holding -> holding.position().site())
                .texts("holder", holding -> holding.holder().toString())
                .longs("packs", Holding::packs)
                .longs("grams", holding -> holding.mass().grams())
                .params();
        String rows = """
                from unnest(:origin::uuid[], :lot::uuid[], :site::uuid[], :holder::uuid[], :packs::bigint[],
                            :grams::bigint[]) as w (origin_id, lot_id, site_id, holder_id, packs, grams)
                where h.origin_id = w.origin_id and h.holder_id = w.holder_id and h.lot_id = w.lot_id
                  and h.site_id = w.site_id and w.grams
                """;
        if (holdings.stream().anyMatch(holding -> !holding.mass().isZero()))
            jdbc.sql("update stock.holding h set packs = w.packs, grams = w.grams " + rows + " > 0")
                    .params(columns)
                    .update();
        if (holdings.stream().anyMatch(holding -> holding.mass().isZero()))
            jdbc.sql("delete from stock.holding h using " + rows.substring("from ".length()) + " = 0")
                    .params(columns)
                    .update();
    }

    /// The first to expire first: the order in which they are to leave.
    List<Holding> ofHolder(RegionId origin, UUID holder) {
        return jdbc.sql("""
                select * from stock.holding where origin_id = :origin and holder_id = :holder
                order by best_before, lot_id, site_id
                """)
                .param("origin", origin.value())
                .param("holder", holder)
                .query(Rows::holding)
                .list();
    }

    /// The latest holder first.
    List<Holding> ofPositions(RegionId origin, Collection<PositionKey> positions) {
        if (positions.isEmpty()) return List.of();
        return jdbc.sql("""
                select * from stock.holding
                where origin_id = :origin
                  and (lot_id, site_id) in (select * from unnest(:lots::uuid[], :sites::uuid[]))
                order by lot_id, site_id, holder_id desc
                """)
                .param("origin", origin.value())
                .params(Batch.of(positions)
                        .ids("lots", PositionKey::lot)
                        .ids("sites", PositionKey::site)
                        .params())
                .query(Rows::holding)
                .list();
    }
}
