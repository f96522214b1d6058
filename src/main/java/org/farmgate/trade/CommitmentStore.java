package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.uuid;
import static org.farmgate.trade.DemandStore.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is promised of each offer, and which contract promised it.
@Repository
class CommitmentStore {
    private final JdbcClient jdbc;

    CommitmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An offer and the county it lies in.
    record Key(RegionId origin, String offerKey) {}

    /// A mass of one offer.
    ///
    /// @param offered all that it holds
    record Promise(RegionId origin, String offerKey, long offered, long grams) {}

    /// Sets masses of offers aside. False when one of them has not as much left: the condition stands in
    /// the statement, on the row that two contracts for the same goods meet on.
    boolean promise(Collection<Promise> promises) {
        List<Promise> summed = summed(promises);
        int written = jdbc.sql("""
                insert into trade.offer_commitment as c (origin_id, offer_key, offered_grams, committed_grams)
                select origin, key, offered, grams
                from unnest(:origins::uuid[], :keys::text[], :offered::bigint[], :grams::bigint[])
                  as n (origin, key, offered, grams)
                where grams <= offered
                order by origin, key
                on conflict (origin_id, offer_key) do update
                set offered_grams = excluded.offered_grams, committed_grams = c.committed_grams + excluded.committed_grams
                where c.committed_grams + excluded.committed_grams <= excluded.offered_grams
                """)
                .params(Batch.of(summed)
                        .ids("origins", Promise::origin)
                        .texts("keys", Promise::offerKey)
                        .longs("offered", Promise::offered)
                        .longs("grams", Promise::grams)
                        .params())
                .update();
        return written == summed.size();
    }

    /// Holds what is promised of these offers until the transaction ends, so that nobody promises of them
    /// meanwhile. Ordered, so that two who hold the same never wait for each other.
    void hold(Collection<Key> offers) {
        jdbc.sql("""
                insert into trade.offer_commitment as c (origin_id, offer_key, offered_grams, committed_grams)
                select distinct origin, key, 0, 0 from unnest(:origins::uuid[], :keys::text[]) as n (origin, key)
                order by origin, key
                on conflict (origin_id, offer_key) do update set committed_grams = c.committed_grams
                """)
                .params(Batch.of(offers)
                        .ids("origins", Key::origin)
                        .texts("keys", Key::offerKey)
                        .params())
                .update();
    }

    /// Moves what is promised of offers that are held. Nothing is refused: goods that were promised are
    /// promised still when there are fewer of them.
    void adjust(Map<Key, Long> byGrams) {
        List<Map.Entry<Key, Long>> rows = byGrams.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .toList();
        if (rows.isEmpty()) return;
        jdbc.sql("""
                update trade.offer_commitment c set committed_grams = greatest(c.committed_grams + n.grams, 0)
                from unnest(:origins::uuid[], :keys::text[], :grams::bigint[]) as n (origin, key, grams)
                where c.origin_id = n.origin and c.offer_key = n.key
                """)
                .params(Batch.of(rows)
                        .ids("origins", entry -> entry.getKey().origin())
                        .texts("keys", entry -> entry.getKey().offerKey())
                        .longs("grams", Map.Entry::getValue)
                        .params())
                .update();
    }

    private static List<Promise> summed(Collection<Promise> promises) {
        record Offered(RegionId origin, String offerKey, long offered) {}
        return promises.stream()
                .collect(Collectors.groupingBy(
                        promise -> new Offered(promise.origin(), promise.offerKey(), promise.offered()),
                        Collectors.summingLong(Promise::grams)))
                .entrySet()
                .stream()
                .map(entry -> new Promise(
                        entry.getKey().origin(),
                        entry.getKey().offerKey(),
                        entry.getKey().offered(),
                        entry.getValue()))
                .toList();
    }

    /// Writes what stands behind contracts. False when a row of the plan stands behind another contract
    /// already.
    boolean back(Collection<Drafting> drafts) {
        record Row(Drafting draft, int line, Backing backing) {}
        List<Row> rows = drafts.stream()
                .flatMap(draft -> IntStream.range(0, draft.backing().size())
                        .mapToObj(i -> new Row(draft, i + 1, draft.backing().get(i))))
                .toList();
        return jdbc.sql("""
                        insert into trade.contract_backing (origin_id, contract_id, line, offer_key, plan_id, demand_id,
                          site_id, week, grams)
                        select origin, contract, line, key, plan, demand, site, nullif(week, 0), grams
                        from unnest(:origins::uuid[], :contracts::uuid[], :lines::int[], :keys::text[], :plans::uuid[],
                          :demands::uuid[], :sites::uuid[], :weeks::int[], :grams::bigint[])
                          as n (origin, contract, line, key, plan, demand, site, week, grams)
                        on conflict do nothing
                        """)
                        .params(Batch.of(rows)
                                .ids("origins", row -> row.draft().terms().origin())
                                .ids("contracts", row -> row.draft().id())
                                .ints("lines", Row::line)
                                .texts("keys", row -> row.backing().offerKey())
                                .optionalIds("plans", row -> row.draft().plan())
                                .optionalIds("demands", row -> row.backing().demand())
                                .optionalIds("sites", row -> row.backing().site())
                                .ints(
                                        "weeks",
                                        row -> row.backing()
                                                .week()
                                                .map(week -> week.number())
                                                .orElse(0))
                                .longs("grams", row -> row.backing().mass().grams())
                                .params())
                        .update()
                == rows.size();
    }

    /// Gives back what stood behind contracts, and says which wishes of which demands are open again.
    List<DemandStore.Taking> release(Collection<ContractId> contracts, Instant at) {
        return jdbc.sql("""
                with gone as (
                  update trade.contract_backing set released_at = :at
                  where contract_id = any(:contracts::uuid[]) and released_at is null
                  returning origin_id, offer_key, demand_id, site_id, grams
                ), given_back as (
                  update trade.offer_commitment c set committed_grams = c.committed_grams - g.grams
                  from (select origin_id, offer_key, sum(grams) as grams from gone group by origin_id, offer_key) g
                  where c.origin_id = g.origin_id and c.offer_key = g.offer_key
                )
                select demand_id, site_id, sum(grams) as grams from gone where demand_id is not null
                group by demand_id, site_id
                """)
                .param("at", time(at))
                .param("contracts", Batch.array(contracts))
                .query((row, number) -> new DemandStore.Taking(
                        new DemandId(uuid(row, "demand_id")), new SiteId(uuid(row, "site_id")), -row.getLong("grams")))
                .list();
    }

    Map<String, Mass> committed(Collection<String> offerKeys) {
        Map<String, Mass> found = new HashMap<>();
        jdbc.sql("""
                select offer_key, committed_grams from trade.offer_commitment
                where offer_key = any(:keys) and committed_grams > 0
                """).param("keys", offerKeys.toArray(String[]::new)).query(row -> {
            found.put(row.getString("offer_key"), new Mass(row.getLong("committed_grams")));
        });
        return found;
    }

    /// Which rows of a plan stand behind contracts already.
    Map<PlannedSale.Key, ContractId> ofPlan(PlanId plan) {
        Map<PlannedSale.Key, ContractId> found = new HashMap<>();
        jdbc.sql("""
                select contract_id, offer_key, demand_id, site_id, week from trade.contract_backing
                where plan_id = :plan and released_at is null
                """).param("plan", plan.value()).query(row -> {
            found.put(
                    new PlannedSale.Key(
                            row.getString("offer_key"),
                            new DemandId(uuid(row, "demand_id")),
                            new SiteId(uuid(row, "site_id")),
                            org.farmgate.measure.IsoWeek.fromNumber(row.getInt("week"))),
                    new ContractId(uuid(row, "contract_id")));
        });
        return found;
    }
}
