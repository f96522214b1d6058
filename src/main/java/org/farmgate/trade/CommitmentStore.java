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

    /// A mass of one offer.
    ///
    /// @param offered all that it holds
    record Promise(RegionId origin, String offerKey, long offered, long grams) {}

    /// Sets masses of offers aside. False when one of them has not as much left: the condition stands in the
    /// statement, on the row that two contracts for the same goods meet on.
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

    private static List<Promise> summed(Collection<Promise> promises) {
        record Key(RegionId origin, String offerKey, long offered) {}
        return promises.stream()
                .collect(Collectors.groupingBy(
                        promise -> new Key(promise.origin(), promise.offerKey(), promise.offered()),
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
