package org.farmgate.stock;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes movements down first and acts on those that are new: so the same, sent twice or by two at once, is done
/// once.
@Repository
class MovementStore {
    private final JdbcClient jdbc;

    MovementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that were not there yet. Refuses by MOVEMENT_ID_TAKEN.
    List<Movement> record(Collection<Movement> wanted) {
        Map<MovementId, Movement> once = new LinkedHashMap<>();
        for (Movement movement : wanted) {
            Movement earlier = once.putIfAbsent(movement.id(), movement);
            if (earlier != null) refuseOther(movement, earlier);
        }
        Set<MovementId> fresh = insert(once.values());
        if (fresh.size() == once.size()) return List.copyOf(once.values());
        Map<MovementId, Movement> there = byIds(once.keySet());
        for (Movement movement : once.values())
            if (!fresh.contains(movement.id())) refuseOther(movement, there.getOrDefault(movement.id(), movement));
        return once.values().stream()
                .filter(movement -> fresh.contains(movement.id()))
                .toList();
    }

    private static void refuseOther(Movement movement, Movement there) {
        if (!movement.sameAs(there)) throw new RuleBroken(StockRule.MOVEMENT_ID_TAKEN);
    }

    private Set<MovementId> insert(Collection<Movement> movements) {
        return new HashSet<>(jdbc.sql("""
                insert into stock.movement (origin_id, id, lot_id, site_id, kind, grams, cause_kind, cause_id, reason,
                                            at, recorded_at, recorded_by, recorded_person)
                select * from unnest(:origin::uuid[], :id::uuid[], :lot::uuid[], :site::uuid[], :kind::text[],
                                     :grams::bigint[], :causeKind::text[], :cause::uuid[], :reason::text[],
                                     :at::timestamptz[], :recordedAt::timestamptz[], :by::uuid[], :person::uuid[])
                on conflict do nothing
                returning id
                """)
                .params(Batch.of(movements)
                        .ids("origin", movement -> movement.position().origin())
                        .ids("id", Movement::id)
                        .ids("lot", movement -> movement.position().lot())
                        .ids("site", movement -> movement.position().site())
                        .texts("kind", movement -> movement.kind().name())
                        .longs("grams", Movement::grams)
                        .texts("causeKind", Movement::causeKind)
                        .texts("cause", movement -> movement.cause().toString())
                        .texts("reason", Movement::reason)
                        .instants("at", Movement::at)
                        .instants("recordedAt", Movement::recordedAt)
                        .ids("by", Movement::recordedBy)
                        .ids("person", Movement::recordedPerson)
                        .params())
                .query((row, number) -> new MovementId(Rows.uuid(row, "id")))
                .list());
    }

    /// Those that are there.
    Map<MovementId, Movement> byIds(Collection<MovementId> ids) {
        Map<MovementId, Movement> found = new LinkedHashMap<>();
        jdbc.sql("select * from stock.movement where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(Rows::movement)
                .list()
                .forEach(movement -> found.put(movement.id(), movement));
        return found;
    }

    /// The latest first.
    List<Movement> of(PositionKey position, Paging paging) {
        return jdbc.sql("""
                select * from stock.movement
                where origin_id = :origin and lot_id = :lot and site_id = :site
                order by recorded_at desc, id desc
                limit :size offset :offset
                """)
                .param("origin", position.origin().value())
                .param("lot", position.lot().value())
                .param("site", position.site().value())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Rows::movement)
                .list();
    }

    /// In the order of their positions.
    List<Movement> ofCause(String causeKind, java.util.UUID cause) {
        return jdbc.sql("""
                select * from stock.movement where cause_id = :cause and cause_kind = :kind
                order by lot_id, site_id, id
                """)
                .param("cause", cause)
                .param("kind", causeKind)
                .query(Rows::movement)
                .list();
    }
}
