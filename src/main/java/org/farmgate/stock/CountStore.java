package org.farmgate.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CountStore {
    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A line as it is kept; of the same id as its movement, where there is a difference.
    record Line(MovementId id, PositionKey key, Mass expected, Mass counted, String reason) {
        long difference() {
            return counted.grams() - expected.grams();
        }
    }

    void insert(Actor actor, SheetId sheet, List<Line> lines, Instant at) {
        jdbc.sql("""
                insert into stock.count_line (origin_id, id, lot_id, site_id, expected_grams, counted_grams, reason,
                                              sheet_id, counted_at, recorded_by, recorded_person)
                select w.*, :sheet, :at, :by, :person
                from unnest(:origin::uuid[], :id::uuid[], :lot::uuid[], :site::uuid[], :expected::bigint[],
                            :counted::bigint[], :reason::text[]) as w
                """)
                .params(Batch.of(lines)
                        .ids("origin", line -> line.key().origin())
                        .ids("id", Line::id)
                        .ids("lot", line -> line.key().lot())
                        .ids("site", line -> line.key().site())
                        .longs("expected", line -> line.expected().grams())
                        .longs("counted", line -> line.counted().grams())
                        .texts("reason", Line::reason)
                        .params())
                .param("sheet", sheet.value())
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .param("by", actor.organisation().value())
                .param("person", actor.person().value())
                .update();
    }

    /// What was counted of each, where the sheet came in before.
    Map<PositionKey, Line> byIds(Collection<MovementId> ids, Collection<PositionKey> keys) {
        Map<PositionKey, Line> found = new HashMap<>();
        jdbc.sql("""
                select * from stock.count_line where origin_id = any(:origins::uuid[]) and id = any(:ids::uuid[])
                """)
                .param(
                        "origins",
                        Batch.array(keys.stream()
                                .map(PositionKey::origin)
                                .distinct()
                                .toList()))
                .param("ids", Batch.array(ids))
                .query((row, number) -> new Line(
                        new MovementId(Rows.uuid(row, "id")),
                        Rows.key(row),
                        new Mass(row.getLong("expected_grams")),
                        new Mass(row.getLong("counted_grams")),
                        row.getString("reason")))
                .list()
                .forEach(line -> found.put(line.key(), line));
        return found;
    }

    void counted(Collection<PositionKey> keys, LocalDate on) {
        jdbc.sql("""
                update stock.position p set counted_on = :on
                from unnest(:origins::uuid[], :lots::uuid[], :sites::uuid[]) as w (origin_id, lot_id, site_id)
                where p.origin_id = w.origin_id and p.lot_id = w.lot_id and p.site_id = w.site_id
                """)
                .param("on", on)
                .params(Batch.of(keys)
                        .ids("origins", PositionKey::origin)
                        .ids("lots", PositionKey::lot)
                        .ids("sites", PositionKey::site)
                        .params())
                .update();
    }
}
