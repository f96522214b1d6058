package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.instant;
import static org.farmgate.trade.DemandReadStore.uuid;
import static org.farmgate.trade.DemandStore.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Id;
import org.farmgate.product.ProductId;
import org.farmgate.supply.PlotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which plots' crops are sold whole, and how what is expected of them moved.
@Repository
class CropStore {
    private final JdbcClient jdbc;
    private final CommitmentStore commitments;

    CropStore(JdbcClient jdbc, CommitmentStore commitments) {
        this.jdbc = jdbc;
        this.commitments = commitments;
    }

    /// False when the crop of one of them is sold already: the key allows one contract for each plot and
    /// product.
    boolean takePlots(RegionId origin, ContractId contract, ProductId product, Collection<PlotId> plots) {
        return jdbc.sql("""
                        insert into trade.crop_plot (origin_id, plot_id, product_id, contract_id)
                        select :origin, plot, :product, :contract from unnest(:plots::uuid[]) as n (plot) order by plot
                        on conflict do nothing
                        """)
                        .param("origin", origin.value())
                        .param("product", product.value())
                        .param("contract", contract.value())
                        .param("plots", Batch.array(plots))
                        .update()
                == plots.size();
    }

    /// True when there were any.
    boolean freePlots(Collection<ContractId> contracts) {
        return jdbc.sql("delete from trade.crop_plot where contract_id = any(:contracts::uuid[])")
                        .param("contracts", Batch.array(contracts))
                        .update()
                > 0;
    }

    List<ContractId> contractsOf(Collection<PlotId> plots) {
        return jdbc.sql("""
                select distinct contract_id from trade.crop_plot where plot_id = any(:plots::uuid[])
                order by contract_id
                """)
                .param("plots", Batch.array(plots))
                .query((row, number) -> new ContractId(uuid(row, "contract_id")))
                .list();
    }

    /// What of which offers stands behind a whole crop now.
    Map<String, Long> backing(RegionId origin, ContractId contract) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("""
                select offer_key, grams from trade.contract_backing
                where origin_id = :origin and contract_id = :contract and released_at is null
                """)
                .param("origin", origin.value())
                .param("contract", contract.value())
                .query(row -> {
                    found.put(row.getString("offer_key"), row.getLong("grams"));
                });
        return found;
    }

    private record Row(int line, String key, long grams) {}

    /// Puts other offers behind a whole crop, and moves what is promised of each offer by the difference. A
    /// crop that is sold already grows and shrinks as it will, so nothing is refused here.
    void follow(RegionId origin, ContractId contract, Map<String, Long> before, Map<String, Long> now) {
        List<String> keys = now.keySet().stream().sorted().toList();
        List<Row> rows = java.util.stream.IntStream.range(0, keys.size())
                .mapToObj(i -> new Row(i + 1, keys.get(i), now.getOrDefault(keys.get(i), 0L)))
                .toList();
        jdbc.sql("delete from trade.contract_backing where origin_id = :origin and contract_id = :contract")
                .param("origin", origin.value())
                .param("contract", contract.value())
                .update();
        jdbc.sql("""
                insert into trade.contract_backing (origin_id, contract_id, line, offer_key, grams)
                select :origin, :contract, n.* from unnest(:lines::int[], :keys::text[], :grams::bigint[]) as n
                """)
                .params(Batch.of(rows)
                        .ints("lines", Row::line)
                        .texts("keys", Row::key)
                        .longs("grams", Row::grams)
                        .params())
                .param("origin", origin.value())
                .param("contract", contract.value())
                .update();
        Map<CommitmentStore.Key, Long> moved = new HashMap<>();
        now.forEach((key, grams) -> moved.merge(new CommitmentStore.Key(origin, key), grams, Long::sum));
        before.forEach((key, grams) -> moved.merge(new CommitmentStore.Key(origin, key), -grams, Long::sum));
        commitments.hold(moved.keySet());
        commitments.adjust(moved);
    }

    void insertExpectation(RegionId origin, ContractId contract, Mass before, Mass now, Instant at) {
        jdbc.sql("""
                insert into trade.contract_expectation (origin_id, id, contract_id, before_grams, now_grams, at)
                values (:origin, :id, :contract, :before, :now, :at)
                """)
                .param("origin", origin.value())
                .param("id", Id.next())
                .param("contract", contract.value())
                .param("before", before.grams())
                .param("now", now.grams())
                .param("at", time(at))
                .update();
    }

    /// Newest first.
    List<Expectation> expectations(RegionId origin, ContractId contract) {
        return jdbc.sql("""
                select * from trade.contract_expectation where origin_id = :origin and contract_id = :contract
                order by id desc limit 100
                """)
                .param("origin", origin.value())
                .param("contract", contract.value())
                .query((row, number) -> new Expectation(
                        new Mass(row.getLong("before_grams")), new Mass(row.getLong("now_grams")), instant(row, "at")))
                .list();
    }
}
