package org.farmgate.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two years of business, written by a few set-based statements: four in ten postings are tickets (goods bought, owed
/// to a grower), the others come by threes from orders, each with an escrow account of its own. Indexes are made
/// afterwards, as one does when loading; the totals are summed from the postings.
final class LedgerLoad {
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    static final int DAYS = 730;
    static final PartyId OPERATOR = PartyId.next();
    private static final int ORIGINS = 20;
    private static final int COOPERATIVES = 3;

    private final JdbcClient jdbc;
    private final long wanted;
    private final List<Grower> growers = new ArrayList<>();

    record Grower(RegionId origin, PartyId cooperative, PartyId party) {
        AccountKey payable() {
            return AccountKey.payable(origin, cooperative, party);
        }

        AccountKey payableByOperator() {
            return AccountKey.payable(origin, OPERATOR, party);
        }

        AccountKey goods() {
            return AccountKey.of(origin, AccountKind.GOODS_BOUGHT, cooperative);
        }

        AccountKey clearing() {
            return AccountKey.of(origin, AccountKind.PROVIDER_CLEARING, "wechat");
        }

        AccountKey fee() {
            return AccountKey.of(origin, AccountKind.PLATFORM_FEE, OPERATOR);
        }

        Actor actor() {
            return LedgerBench.actor(party, false);
        }
    }

    LedgerLoad(ConfigurableApplicationContext context, long wanted) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.wanted = wanted;
    }

    List<Grower> growers() {
        return growers;
    }

    /// Answers the seconds it took.
    double run() {
        long started = System.nanoTime();
        long many = Math.clamp(wanted / 500, 60, 20_000);
        for (int origin = 0; origin < ORIGINS; origin++) {
            RegionId county = RegionId.next();
            for (int cooperative = 0; cooperative < COOPERATIVES; cooperative++) {
                PartyId holder = PartyId.next();
                for (long i = 0; i < many / ORIGINS / COOPERATIVES; i++)
                    growers.add(new Grower(county, holder, PartyId.next()));
            }
        }
        dropIndexes();
        accounts();
        long tickets = wanted * 4 / 10;
        long orders = (wanted - tickets) / 3;
        LedgerBench.say(growers.size() + " growers, " + tickets + " tickets, " + orders + " orders");
        tickets(tickets);
        orders(orders);
        LedgerBench.say("indexes");
        makeIndexes();
        LedgerBench.say("totals");
        totals();
        for (String table : List.of("account", "transfer", "total", "day_total"))
            jdbc.sql("vacuum analyze ledger." + table).update();
        return (System.nanoTime() - started) / 1e9;
    }

    private void accounts() {
        List<Function<Grower, AccountKey>> kinds =
                List.of(Grower::payable, Grower::payableByOperator, Grower::goods, Grower::clearing, Grower::fee);
        Map<AccountKey, AccountKey> all = new HashMap<>();
        for (Grower grower : growers) for (var kind : kinds) all.put(kind.apply(grower), kind.apply(grower));
        List<AccountKey> keys = List.copyOf(all.keySet());
        jdbc.sql("""
                insert into ledger.account (origin_id, id, kind, holder_id, counterparty_id, subject, opened_at)
                select origin, id, kind, holder, other, subject, now()
                from unnest(:origin::uuid[], :id::uuid[], :kind::text[], :holder::uuid[], :other::uuid[],
                            :subject::text[]) as a (origin, id, kind, holder, other, subject)
                """)
                .param("origin", texts(keys, key -> key.origin().toString()))
                .param("id", texts(keys, key -> key.id().toString()))
                .param("kind", texts(keys, key -> key.kind().name()))
                .param(
                        "holder",
                        texts(keys, key -> key.holder().map(Object::toString).orElse(null)))
                .param(
                        "other",
                        texts(
                                keys,
                                key -> key.counterparty().map(Object::toString).orElse(null)))
                .param("subject", texts(keys, AccountKey::subject))
                .update();
        jdbc.sql("drop table if exists ledger.bench_grower").update();
        jdbc.sql("""
                create table ledger.bench_grower as
                select g.place - 1 as n, g.* from unnest(:origin::uuid[], :payable::uuid[], :owed::uuid[], :goods::uuid[],
                  :clearing::uuid[], :fee::uuid[]) with ordinality as g (origin, payable, owed, goods, clearing, fee, place)
                """)
                .param("origin", texts(growers, grower -> grower.origin().toString()))
                .param("payable", texts(growers, grower -> grower.payable().id().toString()))
                .param(
                        "owed",
                        texts(growers, grower -> grower.payableByOperator().id().toString()))
                .param("goods", texts(growers, grower -> grower.goods().id().toString()))
                .param(
                        "clearing",
                        texts(growers, grower -> grower.clearing().id().toString()))
                .param("fee", texts(growers, grower -> grower.fee().id().toString()))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private void tickets(long count) {
        jdbc.sql("""
                insert into ledger.transfer
                select g.origin, md5('ticket' || i)::uuid, g.goods, g.payable, 1000 + i % 90000,
                       :first::date + (i % :days)::int, 'ticket', md5('cause' || i)::uuid, null, 100000 + i % 900000,
                       200000, 'ticket', 'ticket', md5('cause' || i)::uuid, 'moisture=1200', now()
                from generate_series(1, :count) i
                join ledger.bench_grower g on g.n = (i * 7919) % :growers
                """)
                .param("first", FIRST_DAY)
                .param("days", DAYS)
                .param("count", count)
                .param("growers", growers.size())
                .update();
    }

    /// Each order is paid, then settled to the grower and the platform within the week.
    private void orders(long count) {
        jdbc.sql("""
                insert into ledger.account
                select g.origin, md5('escrow' || i)::uuid, 'ESCROW', null, null, md5('order' || i), now()
                from generate_series(1, :count) i join ledger.bench_grower g on g.n = (i * 7919) % :growers
                """).param("count", count).param("growers", growers.size()).update();
        String[][] legs = {
            {"paid", "g.clearing", "md5('escrow' || i)::uuid", "1000", "0"},
            {"settled", "md5('escrow' || i)::uuid", "g.owed", "900", "5"},
            {"fee", "md5('escrow' || i)::uuid", "g.fee", "100", "5"}
        };
        for (String[] leg : legs)
            jdbc.sql("""
                    insert into ledger.transfer
                    select g.origin, md5('%s' || i)::uuid, %s, %s, %s,
                           least(:first::date + (i %% :days)::int + %s, :first::date + :days - 1), 'order',
                           md5('order' || i)::uuid, null, null, null, 'settlement', 'order', md5('order' || i)::uuid,
                           '', now()
                    from generate_series(1, :count) i
                    join ledger.bench_grower g on g.n = (i * 7919) %% :growers
                    """.formatted((Object[]) leg))
                    .param("first", FIRST_DAY)
                    .param("days", DAYS)
                    .param("count", count)
                    .param("growers", growers.size())
                    .update();
    }

    private final Map<String, String> indexes = new HashMap<>();

    private void dropIndexes() {
        jdbc.sql("""
                select indexname, indexdef from pg_indexes
                where schemaname = 'ledger' and tablename in ('transfer', 'account') and indexname not like '%pkey'
                """)
                .query((rs, _) -> indexes.put(rs.getString(1), rs.getString(2)))
                .list();
        indexes.keySet().forEach(name -> jdbc.sql("drop index ledger." + name).update());
        for (String table : List.of("transfer", "account"))
            jdbc.sql("alter table ledger." + table + " drop constraint " + table + "_pkey")
                    .update();
    }

    private void makeIndexes() {
        for (String table : List.of("transfer", "account"))
            jdbc.sql("alter table ledger." + table + " add primary key (origin_id, id)")
                    .update();
        indexes.values().forEach(index -> jdbc.sql(index).update());
    }

    private void totals() {
        jdbc.sql("""
                insert into ledger.total (origin_id, account_id, stripe, guarded, debit_fen, credit_fen, held_fen)
                select e.origin_id, e.account_id, 0, a.kind = 'ESCROW', sum(debit), sum(credit), 0
                from (select origin_id, debit_id as account_id, amount_fen as debit, 0 as credit from ledger.transfer
                      union all
                      select origin_id, credit_id, 0, amount_fen from ledger.transfer) e
                join ledger.account a on a.origin_id = e.origin_id and a.id = e.account_id
                group by e.origin_id, e.account_id, a.kind
                """).update();
        jdbc.sql("""
                insert into ledger.day_total (origin_id, holder_id, kind, on_day, stripe, debit_fen, credit_fen)
                select e.origin_id, coalesce(a.holder_id, '00000000-0000-0000-0000-000000000000'), a.kind, e.on_day, 0,
                       sum(debit), sum(credit)
                from (select origin_id, debit_id as account_id, on_day, amount_fen as debit, 0 as credit
                      from ledger.transfer
                      union all
                      select origin_id, credit_id, on_day, 0, amount_fen from ledger.transfer) e
                join ledger.account a on a.origin_id = e.origin_id and a.id = e.account_id
                group by 1, 2, 3, 4
                """).update();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from ledger." + table)
                .query(Long.class)
                .single();
    }

    long megabytes() {
        return jdbc.sql("select pg_database_size(current_database()) / 1048576")
                .query(Long.class)
                .single();
    }
}
