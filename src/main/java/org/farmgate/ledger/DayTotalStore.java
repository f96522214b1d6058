package org.farmgate.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DayTotalStore {
    static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    DayTotalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(String origin, String day, String kind, String holder) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::origin)
                .thenComparing(Key::day)
                .thenComparing(Key::kind)
                .thenComparing(Key::holder);

        static Key of(AccountKey account, Transfer transfer) {
            return new Key(
                    account.origin().toString(),
                    transfer.on().toString(),
                    account.kind().name(),
                    account.holder().map(PartyId::value).orElse(NOBODY).toString());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sum(long debitFen, long creditFen) {
        Sum plus(Sum other) {
            return new Sum(Math.addExact(debitFen, other.debitFen), Math.addExact(creditFen, other.creditFen));
        }
    }

    /// Rows are inserted or added to in the order of their keys, which is the order in which they are locked.
    void add(Collection<Transfer> transfers, int stripe) {
        Map<Key, Sum> sums = new TreeMap<>();
        for (Transfer transfer : transfers) {
            long fen = transfer.amount().fen();
            sums.merge(Key.of(transfer.debit(), transfer), new Sum(fen, 0), Sum::plus);
            sums.merge(Key.of(transfer.credit(), transfer), new Sum(0, fen), Sum::plus);
        }
        jdbc.sql("""
                insert into ledger.day_total as t
                  (origin_id, holder_id, kind, on_day, stripe, debit_fen, credit_fen)
                select origin, holder, kind, day, :stripe, debit, credit
                from unnest(:origin::uuid[], :holder::uuid[], :kind::text[], :day::date[], :debit::bigint[],
                            :credit::bigint[]) as s (origin, holder, kind, day, debit, credit)
                on conflict (origin_id, on_day, kind, holder_id, stripe) do update
                set debit_fen = t.debit_fen + excluded.debit_fen, credit_fen = t.credit_fen + excluded.credit_fen
                """)
                .params(Batch.of(sums.entrySet())
                        .texts("origin", entry -> entry.getKey().origin())
                        .texts("holder", entry -> entry.getKey().holder())
                        .texts("kind", entry -> entry.getKey().kind())
                        .texts("day", entry -> entry.getKey().day())
                        .longs("debit", entry -> entry.getValue().debitFen())
                        .longs("credit", entry -> entry.getValue().creditFen())
                        .params())
                .param("stripe", stripe)
                .update();
    }
}
