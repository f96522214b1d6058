package org.farmgate.stock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes positions. Whoever changes some locks them first, in key order, and then counts on what he has read.
@Repository
class PositionStore {
    private final JdbcClient jdbc;

    PositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds what came in to what is there; each key once. Whether all were: goods of another
    /// owner are left alone.
    boolean bringIn(Collection<Position> incoming) {
        List<Position> sorted = incoming.stream()
                .sorted(java.util.Comparator.comparing(Position::key))
                .toList();
        return jdbc.sql("""
                insert into stock.position as p (origin_id, lot_id, site_id, owner_id, product_id, grade, best_before,
                                                 on_hand_grams, status, lot_status, moves)
                select * from unnest(:origin::uuid[], :lot::uuid[], :site::uuid[], :owner::uuid[], :product::uuid[],
                                     :grade::int[], :bestBefore::date[], :grams::bigint[], :status::text[],
                                     :lotStatus::text[], :moves::int[])
                on conflict (origin_id, lot_id, site_id) do update
                  set on_hand_grams = p.on_hand_grams + excluded.on_hand_grams, moves = p.moves + excluded.moves,
                      status = case when p.on_hand_grams = 0 then excluded.status else p.status end,
                      owner_id = excluded.owner_id
                  where p.owner_id = excluded.owner_id or p.on_hand_grams = 0
                """).params(columns(sorted).params()).update() == sorted.size();
    }

    private static Batch<Position> columns(List<Position> positions) {
        return Batch.of(positions)
                .ids("origin", Position::origin)
                .ids("lot", Position::lot)
                .ids("site", Position::site)
                .ids("owner", Position::owner)
                .ids("product", Position::product)
                .ints("grade", Position::grade)
                .dates("bestBefore", Position::bestBefore)
                .longs("grams", position -> position.onHand().grams())
                .texts("status", position -> position.ownStatus().name())
                .texts("lotStatus", position -> position.lotStatus().name())
                .ints("moves", Position::moves);
    }

    Optional<Position> find(PositionKey key) {
        return jdbc.sql("select * from stock.position where origin_id = :origin and lot_id = :lot and site_id = :site")
                .param("origin", key.origin().value())
                .param("lot", key.lot().value())
                .param("site", key.site().value())
                .query(Rows::position)
                .optional();
    }

    /// All places of a lot.
    List<Position> ofLot(LotId lot) {
        return jdbc.sql("select * from stock.position where lot_id = :lot order by on_hand_grams desc, site_id")
                .param("lot", lot.value())
                .query(Rows::position)
                .list();
    }

    List<Position> atSites(Collection<SiteId> sites) {
        return jdbc.sql("""
                select * from stock.position where site_id = any(:sites::uuid[]) and on_hand_grams > 0
                order by best_before, lot_id
                """)
                .param("sites", Batch.array(sites))
                .query(Rows::position)
                .list();
    }

    List<Position> byKeys(Collection<PositionKey> keys) {
        if (keys.isEmpty()) return List.of();
        return jdbc.sql("""
                select p.* from stock.position p
                join unnest(:origins::uuid[], :lots::uuid[], :sites::uuid[]) as w (origin_id, lot_id, site_id)
                  on p.origin_id = w.origin_id and p.lot_id = w.lot_id and p.site_id = w.site_id
                order by p.best_before, p.lot_id
                """)
                .params(Batch.of(keys)
                        .ids("origins", PositionKey::origin)
                        .ids("lots", PositionKey::lot)
                        .ids("sites", PositionKey::site)
                        .params())
                .query(Rows::position)
                .list();
    }

    /// Those that are there, as they are once nobody else is changing them.
    List<Position> lock(RegionId origin, Collection<PositionKey> keys) {
        if (keys.isEmpty()) return List.of();
        return jdbc.sql("""
                select * from stock.position
                where origin_id = :origin
                  and (lot_id, site_id) in (select * from unnest(:lots::uuid[], :sites::uuid[]))
                order by lot_id, site_id
                for update of position
                """)
                .param("origin", origin.value())
                .params(Batch.of(keys)
                        .ids("lots", PositionKey::lot)
                        .ids("sites", PositionKey::site)
                        .params())
                .query(Rows::position)
                .list();
    }

    List<Position> lockLot(RegionId origin, LotId lot) {
        return jdbc.sql("""
                select * from stock.position where origin_id = :origin and lot_id = :lot order by site_id for update
                """)
                .param("origin", origin.value())
                .param("lot", lot.value())
                .query(Rows::position)
                .list();
    }

    /// What could back a sale, the first to expire first.
    List<PositionKey> fitting(Offering offering, LocalDate today, int most) {
        return jdbc.sql("""
                select origin_id, lot_id, site_id from stock.position
                where origin_id = :origin and owner_id = :owner and product_id = :product and grade <= :grade
                  and status = 'GOOD' and lot_status = 'GOOD' and best_before >= :today
                  and site_id = any(:sites::uuid[]) and on_hand_grams - held_grams >= :pack
                order by best_before, lot_id, site_id
                limit :most
                """)
                .param("origin", offering.origin().value())
                .param("owner", offering.owner().value())
                .param("product", offering.product().value())
                .param("grade", offering.worstGrade())
                .param("today", today)
                .param("sites", Batch.array(offering.sites()))
                .param("pack", offering.pack().grams())
                .param("most", most)
                .query((row, number) -> Rows.key(row))
                .list();
    }

    /// @param onHand grams more or, below zero, less
    /// @param held the same of what is set aside
    record Change(PositionKey key, long onHand, long held) {}

    /// Of positions that the caller has locked.
    void change(Collection<Change> changes) {
        if (changes.isEmpty()) return;
        int changed = jdbc.sql("""
                update stock.position p
                set on_hand_grams = p.on_hand_grams + w.on_hand, held_grams = p.held_grams + w.held,
                    moves = p.moves + case when w.on_hand = 0 then 0 else 1 end
                from unnest(:origins::uuid[], :lots::uuid[], :sites::uuid[], :onHand::bigint[], :held::bigint[])
                  as w (origin_id, lot_id, site_id, on_hand, held)
                where p.origin_id = w.origin_id and p.lot_id = w.lot_id and p.site_id = w.site_id
                """)
                .params(Batch.of(changes)
                        .ids("origins", change -> change.key().origin())
                        .ids("lots", change -> change.key().lot())
                        .ids("sites", change -> change.key().site())
                        .longs("onHand", Change::onHand)
                        .longs("held", Change::held)
                        .params())
                .update();
        if (changed != changes.size()) throw new IllegalStateException("a locked position is gone");
    }

    void judge(RegionId origin, Collection<PositionKey> keys, QualityStatus status) {
        jdbc.sql("""
                update stock.position set status = :status
                where origin_id = :origin
                  and (lot_id, site_id) in (select * from unnest(:lots::uuid[], :sites::uuid[]))
                """)
                .param("status", status.name())
                .param("origin", origin.value())
                .params(Batch.of(keys)
                        .ids("lots", PositionKey::lot)
                        .ids("sites", PositionKey::site)
                        .params())
                .update();
    }

    void judgeLot(RegionId origin, LotId lot, QualityStatus status) {
        jdbc.sql("update stock.position set lot_status = :status where origin_id = :origin and lot_id = :lot")
                .param("status", status.name())
                .param("origin", origin.value())
                .param("lot", lot.value())
                .update();
    }

    /// Good ones whose day has passed, at most `most`.
    List<PositionKey> expired(LocalDate today, int most) {
        return jdbc.sql("""
                select origin_id, lot_id, site_id from stock.position
                where best_before < :today and status = 'GOOD'
                order by best_before, lot_id, site_id
                limit :most
                """)
                .param("today", today)
                .param("most", most)
                .query((row, number) -> Rows.key(row))
                .list();
    }
}
