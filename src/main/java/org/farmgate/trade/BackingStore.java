package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.IsoWeek;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The offers behind contracts of a fixed mass, row by row: older contracts come first.
@Repository
class BackingStore {
    private static final String SELECT = """
            select b.*, c.minimum_grade from trade.contract_backing b
            join trade.contract c on c.origin_id = b.origin_id and c.id = b.contract_id
            join trade.contract_version v
              on v.origin_id = c.origin_id and v.contract_id = c.id and v.version = c.version
            where b.released_at is null and b.grams > 0 %s
            order by c.drafted_at, b.contract_id, b.line
            """;

    private final JdbcClient jdbc;

    BackingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Some grams of one offer behind one contract, for one wish.
    record Row(
            RegionId origin,
            ContractId contract,
            int line,
            String offerKey,
            Optional<DemandId> demand,
            Optional<SiteId> site,
            Optional<IsoWeek> week,
            long grams,
            int minimumGrade) {
        /// New goods for no particular wish.
        static Row of(Contract contract, String offerKey, long grams) {
            return new Row(
                    contract.origin(),
                    contract.id(),
                    0,
                    offerKey,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    grams,
                    contract.terms().minimumGrade());
        }

        CommitmentStore.Key key() {
            return new CommitmentStore.Key(origin, offerKey);
        }

        /// The same for other goods.
        Row on(String otherOffer, long otherGrams) {
            return new Row(origin, contract, line, otherOffer, demand, site, week, otherGrams, minimumGrade);
        }
    }

    /// What is promised of these offers; whole crops are left out, which keep their own count.
    List<Row> fixedOn(Collection<CommitmentStore.Key> offers) {
        return on(offers, "and v.quantity_kind = 'FIXED_MASS'");
    }

    /// What is promised of these offers.
    List<Row> on(Collection<CommitmentStore.Key> offers) {
        return on(offers, "");
    }

    private List<Row> on(Collection<CommitmentStore.Key> offers, String more) {
        if (offers.isEmpty()) return List.of();
        return jdbc.sql(SELECT.formatted(
                        "and b.origin_id = any(:origins::uuid[]) and b.offer_key = any(:keys::text[]) " + more))
                .param(
                        "origins",
                        Batch.array(offers.stream()
                                .map(CommitmentStore.Key::origin)
                                .distinct()
                                .toList()))
                .param(
                        "keys",
                        offers.stream().map(CommitmentStore.Key::offerKey).toArray(String[]::new))
                .query(BackingStore::row)
                .list();
    }

    List<Row> of(RegionId origin, ContractId contract) {
        return jdbc.sql(SELECT.formatted("and b.origin_id = :origin and b.contract_id = :contract"))
                .param("origin", origin.value())
                .param("contract", contract.value())
                .query(BackingStore::row)
                .list();
    }

    /// Takes grams away from rows. They stay, at nothing if need be: by them a row of a plan is known to be
    /// under contract.
    void shrink(Map<Row, Long> byGrams) {
        jdbc.sql("""
                update trade.contract_backing b set grams = b.grams - n.grams
                from unnest(:origins::uuid[], :contracts::uuid[], :lines::int[], :grams::bigint[])
                  as n (origin, contract, line, grams)
                where b.origin_id = n.origin and b.contract_id = n.contract and b.line = n.line
                """)
                .params(Batch.of(byGrams.entrySet())
                        .ids("origins", entry -> entry.getKey().origin())
                        .ids("contracts", entry -> entry.getKey().contract())
                        .ints("lines", entry -> entry.getKey().line())
                        .longs("grams", Map.Entry::getValue)
                        .params())
                .update();
    }

    /// Puts further rows behind contracts that are locked, below those that they have.
    void add(Collection<Row> rows) {
        if (rows.isEmpty()) return;
        jdbc.sql("""
                insert into trade.contract_backing (origin_id, contract_id, line, offer_key, demand_id, site_id, week, grams)
                select n.origin, n.contract,
                  coalesce(m.line, 0) + row_number() over (partition by n.contract order by n.key, n.demand, n.site, n.week),
                  n.key, n.demand, n.site, nullif(n.week, 0), n.grams
                from unnest(:origins::uuid[], :contracts::uuid[], :keys::text[], :demands::uuid[], :sites::uuid[],
                  :weeks::int[], :grams::bigint[]) as n (origin, contract, key, demand, site, week, grams)
                left join (select contract_id, max(line) as line from trade.contract_backing
                           where origin_id = any(:origins::uuid[]) and contract_id = any(:contracts::uuid[])
                           group by contract_id) m on m.contract_id = n.contract
                """)
                .params(Batch.of(rows)
                        .ids("origins", Row::origin)
                        .ids("contracts", Row::contract)
                        .texts("keys", Row::offerKey)
                        .optionalIds("demands", Row::demand)
                        .optionalIds("sites", Row::site)
                        .ints("weeks", row -> row.week().map(IsoWeek::number).orElse(0))
                        .longs("grams", Row::grams)
                        .params())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int week = row.getInt("week");
        return new Row(
                new RegionId(uuid(row, "origin_id")),
                new ContractId(uuid(row, "contract_id")),
                row.getInt("line"),
                row.getString("offer_key"),
                Optional.ofNullable(row.getObject("demand_id", UUID.class)).map(DemandId::new),
                Optional.ofNullable(row.getObject("site_id", UUID.class)).map(SiteId::new),
                week == 0 ? Optional.empty() : Optional.of(IsoWeek.fromNumber(week)),
                row.getLong("grams"),
                row.getInt("minimum_grade"));
    }
}
