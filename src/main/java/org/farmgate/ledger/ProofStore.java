package org.farmgate.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProofStore {
    private final JdbcClient jdbc;

    ProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Check {
        ACCOUNT_TOTALS_ARE_THE_SUMS_OF_TRANSFERS("""
                with summed as (
                  select origin_id, account_id, sum(debit) as debit, sum(credit) as credit
                  from (select origin_id, debit_id as account_id, amount_fen as debit, 0 as credit from ledger.transfer
                        union all
                        select origin_id, credit_id, 0, amount_fen from ledger.transfer) e
                  group by origin_id, account_id),
                kept as (
                  select origin_id, account_id, sum(debit_fen) as debit, sum(credit_fen) as credit
                  from ledger.total group by origin_id, account_id)
                select account_id::text from summed full join kept using (origin_id, account_id)
                where coalesce(summed.debit, 0) <> coalesce(kept.debit, 0)
                   or coalesce(summed.credit, 0) <> coalesce(kept.credit, 0)
                limit 100
                """),
        DAY_TOTALS_ARE_THE_SUMS_OF_TRANSFERS("""
                with summed as (
                  select e.origin_id, coalesce(a.holder_id, '00000000-0000-0000-0000-000000000000') as holder_id,
                         a.kind, e.on_day, sum(e.debit) as debit, sum(e.credit) as credit
                  from (select origin_id, debit_id as account_id, on_day, amount_fen as debit, 0 as credit
                        from ledger.transfer
                        union all
                        select origin_id, credit_id, on_day, 0, amount_fen from ledger.transfer) e
                  join ledger.account a on a.origin_id = e.origin_id and a.id = e.account_id
                  group by 1, 2, 3, 4),
                kept as (
                  select origin_id, holder_id, kind, on_day, sum(debit_fen) as debit, sum(credit_fen) as credit
                  from ledger.day_total group by origin_id, holder_id, kind, on_day)
                select kind || ' ' || on_day from summed full join kept using (origin_id, holder_id, kind, on_day)
                where coalesce(summed.debit, 0) <> coalesce(kept.debit, 0)
                   or coalesce(summed.credit, 0) <> coalesce(kept.credit, 0)
                limit 100
                """),
        EVERY_ORIGIN_BALANCES("""
                select origin_id::text from ledger.total group by origin_id
                having sum(debit_fen) <> sum(credit_fen) limit 100
                """),
        WHAT_IS_HELD_IS_THE_SUM_OF_OPEN_HOLDS("""
                with summed as (
                  select h.origin_id, h.debit_id as account_id, sum(h.amount_fen) as held
                  from ledger.hold h
                  left join ledger.hold_end e on e.origin_id = h.origin_id and e.hold_id = h.id
                  where e.hold_id is null
                  group by h.origin_id, h.debit_id),
                kept as (
                  select origin_id, account_id, sum(held_fen) as held from ledger.total group by origin_id, account_id)
                select account_id::text from summed full join kept using (origin_id, account_id)
                where coalesce(summed.held, 0) <> coalesce(kept.held, 0)
                limit 100
                """),
        EVERY_TRANSFER_HAS_ITS_ACCOUNTS("""
                select t.id::text from ledger.transfer t
                left join ledger.account d on d.origin_id = t.origin_id and d.id = t.debit_id
                left join ledger.account c on c.origin_id = t.origin_id and c.id = t.credit_id
                where d.id is null or c.id is null
                limit 100
                """);

        private final String sql;

        Check(String sql) {
            this.sql = sql;
        }
    }

    List<String> faults(Check check) {
        return jdbc.sql(check.sql).query(String.class).list().stream()
                .map(where -> check.name() + " not for " + where)
                .toList();
    }
}
