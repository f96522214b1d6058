package org.farmgate.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is known of lots as a whole. Whoever brings a lot to a new place or judges it everywhere writes its row
/// first and so waits for the other: no place escapes a recall.
@Repository
class LotStateStore {
    private final JdbcClient jdbc;

    LotStateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Received(Lot lot, long grams) {}

    private record Row(LotId lot, QualityStatus status) {}

    /// Counts what has come in; a lot of which more would have come in or been taken over than it weighs is left
    /// out of the answer.
    Map<LotId, QualityStatus> receive(Collection<Received> received) {
        List<Received> sorted = received.stream()
                .filter(one -> one.grams() <= one.lot().mass().grams())
                .sorted(Comparator.comparing(
                                (Received one) -> one.lot().origin().value(), PositionKey::compare)
                        .thenComparing(one -> one.lot().id().value(), PositionKey::compare))
                .toList();
        return jdbc
                .sql("""
                insert into stock.lot_state (origin_id, lot_id, mass_grams, received_grams)
                select * from unnest(:origin::uuid[], :lot::uuid[], :mass::bigint[], :grams::bigint[])
                on conflict (origin_id, lot_id) do update
                  set received_grams = lot_state.received_grams + excluded.received_grams
                  where lot_state.received_grams + lot_state.taken_over_grams + excluded.received_grams
                    <= lot_state.mass_grams
                returning lot_id, status
                """)
                .params(Batch.of(sorted)
                        .ids("origin", one -> one.lot().origin())
                        .ids("lot", one -> one.lot().id())
                        .longs("mass", one -> one.lot().mass().grams())
                        .longs("grams", Received::grams)
                        .params())
                .query((row, number) ->
                        new Row(new LotId(Rows.uuid(row, "lot_id")), QualityStatus.valueOf(row.getString("status"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::lot, Row::status));
    }

    /// Counts what another lot takes over. False when more would have come in or been taken over than the lot
    /// weighs: whoever receives it at the same time waits here, or is waited for.
    boolean takeOver(Lot lot, Mass mass) {
        if (mass.compareTo(lot.mass()) > 0) return false;
        return jdbc.sql("""
                        insert into stock.lot_state (origin_id, lot_id, mass_grams, taken_over_grams)
                        values (:origin, :lot, :mass, :grams)
                        on conflict (origin_id, lot_id) do update
                          set taken_over_grams = lot_state.taken_over_grams + excluded.taken_over_grams
                          where lot_state.received_grams + lot_state.taken_over_grams + excluded.taken_over_grams
                            <= lot_state.mass_grams
                        """)
                        .param("origin", lot.origin().value())
                        .param("lot", lot.id().value())
                        .param("mass", lot.mass().grams())
                        .param("grams", mass.grams())
                        .update()
                == 1;
    }

    /// What had been taken over before it was counted may be counted in part only; then that part is given back.
    void giveBack(Lot lot, Mass mass) {
        jdbc.sql("""
                update stock.lot_state set taken_over_grams = greatest(taken_over_grams - :grams, 0)
                where origin_id = :origin and lot_id = :lot
                """)
                .param("origin", lot.origin().value())
                .param("lot", lot.id().value())
                .param("grams", mass.grams())
                .update();
    }

    /// Makes the caller wait for whoever judges the lot, and the other way round.
    QualityStatus lock(Lot lot) {
        return Optional.ofNullable(receive(List.of(new Received(lot, 0))).get(lot.id()))
                .orElse(QualityStatus.GOOD);
    }

    void judge(Lot lot, QualityStatus status) {
        jdbc.sql("""
                insert into stock.lot_state (origin_id, lot_id, mass_grams, status)
                values (:origin, :lot, :mass, :status)
                on conflict (origin_id, lot_id) do update set status = excluded.status
                """)
                .param("origin", lot.origin().value())
                .param("lot", lot.id().value())
                .param("mass", lot.mass().grams())
                .param("status", status.name())
                .update();
    }

    QualityStatus status(Lot lot) {
        return jdbc.sql("select status from stock.lot_state where origin_id = :origin and lot_id = :lot")
                .param("origin", lot.origin().value())
                .param("lot", lot.id().value())
                .query(String.class)
                .optional()
                .map(QualityStatus::valueOf)
                .orElse(QualityStatus.GOOD);
    }
}
