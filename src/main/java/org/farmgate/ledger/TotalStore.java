package org.farmgate.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TotalStore {
    private final JdbcClient jdbc;

    TotalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order in which the database sorts them: by the text of the id, not by its signed halves.
    record Place(AccountId account, int stripe) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(
                        (Place place) -> place.account().toString())
                .thenComparingInt(Place::stripe);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    record Row(Place place, boolean guarded, long debitFen, long creditFen, long heldFen) {
        static final Row EMPTY = new Row(new Place(new AccountId(new UUID(0, 0)), 0), false, 0, 0, 0);

        Row plus(Row other) {
            return new Row(
                    place,
                    guarded,
                    Math.addExact(debitFen, other.debitFen),
                    Math.addExact(creditFen, other.creditFen),
                    Math.addExact(heldFen, other.heldFen));
        }
    }

    /// Rows of zeros where there are none yet.
    void open(RegionId origin, Collection<Row> sorted) {
        jdbc.sql("""
                insert into ledger.total (origin_id, account_id, stripe, guarded, debit_fen, credit_fen, held_fen)
                select :origin, account, stripe, guarded = 1, 0, 0, 0
                from unnest(:account::uuid[], :stripe::int[], :guarded::int[]) as r (account, stripe, guarded)
                on conflict do nothing
                """)
                .params(Batch.of(sorted)
                        .ids("account", row -> row.place().account())
                        .ints("stripe", row -> row.place().stripe())
                        .ints("guarded", row -> row.guarded() ? 1 : 0)
                        .params())
                .param("origin", origin.value())
                .update();
    }

    Map<Place, Row> lock(RegionId origin, Collection<Place> places) {
        Map<Place, Row> rows = new HashMap<>();
        jdbc.sql("""
                select * from ledger.total
                where origin_id = :origin
                  and (account_id, stripe) in (select * from unnest(:account::uuid[], :stripe::int[]))
                order by account_id, stripe
                for update
                """)
                .params(Batch.of(places)
                        .ids("account", Place::account)
                        .ints("stripe", Place::stripe)
                        .params())
                .param("origin", origin.value())
                .query((rs, _) -> new Row(
                        new Place(new AccountId(rs.getObject("account_id", UUID.class)), rs.getInt("stripe")),
                        rs.getBoolean("guarded"),
                        rs.getLong("debit_fen"),
                        rs.getLong("credit_fen"),
                        rs.getLong("held_fen")))
                .list()
                .forEach(row -> rows.put(row.place(), row));
        return rows;
    }

    void add(RegionId origin, Collection<Row> deltas) {
        jdbc.sql("""
                update ledger.total t
                set debit_fen = t.debit_fen + r.debit, credit_fen = t.credit_fen + r.credit,
                    held_fen = t.held_fen + r.held
                from unnest(:account::uuid[], :stripe::int[], :debit::bigint[], :credit::bigint[], :held::bigint[])
                     as r (account, stripe, debit, credit, held)
                where t.origin_id = :origin and t.account_id = r.account and t.stripe = r.stripe
                """)
                .params(Batch.of(deltas)
                        .ids("account", row -> row.place().account())
                        .ints("stripe", row -> row.place().stripe())
                        .longs("debit", Row::debitFen)
                        .longs("credit", Row::creditFen)
                        .longs("held", Row::heldFen)
                        .params())
                .param("origin", origin.value())
                .update();
    }

    /// All stripes added up. An account without a row has nothing.
    Map<AccountId, Row> read(RegionId origin, Collection<AccountId> accounts) {
        Map<AccountId, Row> rows = new HashMap<>();
        if (accounts.isEmpty()) return rows;
        List<Row> stripes = jdbc.sql(
                        "select * from ledger.total where origin_id = :origin and account_id = any(:ids::uuid[])")
                .param("origin", origin.value())
                .param("ids", Batch.array(accounts))
                .query((rs, _) -> new Row(
                        new Place(new AccountId(rs.getObject("account_id", UUID.class)), 0),
                        rs.getBoolean("guarded"),
                        rs.getLong("debit_fen"),
                        rs.getLong("credit_fen"),
                        rs.getLong("held_fen")))
                .list();
        stripes.forEach(row -> rows.merge(row.place().account(), row, Row::plus));
        return rows;
    }
}
