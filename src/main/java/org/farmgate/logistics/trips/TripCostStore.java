package org.farmgate.logistics.trips;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.farmgate.logistics.sharing.CostSplit;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What trips cost, and how it was split.
@Repository
class TripCostStore {
    private final JdbcClient jdbc;

    TripCostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The same again is once.
    void add(Trip trip, CostLine line, PartyId person, Instant at) {
        jdbc.sql("""
                insert into logistics.trip_cost (origin_id, trip_id, id, kind, fen, note, at, person_id)
                values (:origin, :id, :line, :kind, :fen, :note, :at, :person)
                on conflict do nothing
                """)
                .params(TripStore.key(trip))
                .param("line", line.id())
                .param("kind", line.kind().name())
                .param("fen", line.amount().fen())
                .param("note", line.note())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    void remove(Trip trip, UUID line) {
        jdbc.sql("delete from logistics.trip_cost where origin_id = :origin and trip_id = :id and id = :line")
                .params(TripStore.key(trip))
                .param("line", line)
                .update();
    }

    List<CostLine> lines(Trip trip) {
        return jdbc.sql("select * from logistics.trip_cost where origin_id = :origin and trip_id = :id order by at, id")
                .params(TripStore.key(trip))
                .query((row, number) -> new CostLine(
                        row.getObject("id", UUID.class),
                        CostLine.Kind.valueOf(row.getString("kind")),
                        new Money(row.getLong("fen")),
                        row.getString("note")))
                .list();
    }

    void split(Trip trip, TripCost cost) {
        jdbc.sql("""
                insert into logistics.trip_share (origin_id, trip_id, payer_id, grams, alone_fen, fair_fen, share_fen,
                  excess_fen, method, orders)
                select :origin, :id, n.*, :method, :orders
                from unnest(:payers::uuid[], :masses::bigint[], :alones::bigint[], :fairs::bigint[], :shares::bigint[],
                  :excesses::bigint[]) as n
                """)
                .params(TripStore.key(trip))
                .param("method", cost.method().name())
                .param("orders", cost.orders())
                .params(Batch.of(cost.shares())
                        .ids("payers", TripShare::payer)
                        .longs("masses", share -> share.mass().grams())
                        .longs("alones", share -> share.alone().fen())
                        .longs("fairs", share -> share.fair().fen())
                        .longs("shares", share -> share.share().fen())
                        .longs("excesses", share -> share.excess().fen())
                        .params())
                .update();
    }

    /// As it was split when the trip was closed.
    TripCost closed(Trip trip) {
        record Row(TripShare share, CostSplit.Method method, long orders) {}
        List<Row> rows = jdbc.sql("""
                select * from logistics.trip_share where origin_id = :origin and trip_id = :id order by payer_id
                """)
                .params(TripStore.key(trip))
                .query((row, number) -> new Row(
                        new TripShare(
                                new PartyId(row.getObject("payer_id", UUID.class)),
                                new Mass(row.getLong("grams")),
                                new Money(row.getLong("alone_fen")),
                                new Money(row.getLong("fair_fen")),
                                new Money(row.getLong("share_fen")),
                                new Money(row.getLong("excess_fen"))),
                        CostSplit.Method.valueOf(row.getString("method")),
                        row.getLong("orders")))
                .list();
        return new TripCost(
                trip.hire(),
                lines(trip),
                rows.stream().map(Row::share).toList(),
                rows.getFirst().method(),
                rows.getFirst().orders());
    }
}
