package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.instant;
import static org.farmgate.trade.DemandReadStore.uuid;
import static org.farmgate.trade.DemandReadStore.weeks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads contracts with the terms that stand.
@Repository
class ContractReadStore {
    private static final String VERSION = """
            select c.seller_id, c.buyer_id, c.product_id, v.* from trade.contract_version v
            join trade.contract c on c.origin_id = v.origin_id and c.id = v.contract_id
            """;

    private final JdbcClient jdbc;

    ContractReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Contract> find(ContractId id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /// In four statements, however many.
    List<Contract> byIds(Collection<ContractId> ids) {
        if (ids.isEmpty()) return List.of();
        String[] wanted = Batch.array(ids);
        Map<ContractId, ContractVersion> standing = standing(wanted);
        Map<TermsRow.Key, List<Signature>> signatures = signatures(wanted);
        return jdbc.sql("select * from trade.contract where id = any(:ids::uuid[]) order by drafted_at, id")
                .param("ids", wanted)
                .query((row, number) -> contract(row, standing, signatures))
                .list();
    }

    private Map<ContractId, ContractVersion> standing(String[] ids) {
        Map<TermsRow.Key, List<ContractLine>> lines = lines("""
                select l.* from trade.contract_line l
                join trade.contract c on c.origin_id = l.origin_id and c.id = l.contract_id and c.version = l.version
                where c.id = any(:ids::uuid[])
                order by l.line
                """, ids);
        Map<ContractId, ContractVersion> standing = new HashMap<>();
        jdbc.sql(VERSION + "where c.version = v.version and c.id = any(:ids::uuid[])")
                .param("ids", ids)
                .query((row, number) ->
                        standing.put(new ContractId(uuid(row, "contract_id")), TermsRow.version(row, lines)))
                .list();
        return standing;
    }

    /// All versions, oldest first; those that were only proposed too.
    List<ContractVersion> versions(RegionId origin, ContractId id) {
        Map<TermsRow.Key, List<ContractLine>> lines = lines("""
                select * from trade.contract_line where contract_id = any(:ids::uuid[]) order by version, line
                """, Batch.array(List.of(id)));
        return jdbc.sql(VERSION + "where v.origin_id = :origin and v.contract_id = :id order by v.version")
                .param("origin", origin.value())
                .param("id", id.value())
                .query((row, number) -> TermsRow.version(row, lines))
                .list();
    }

    private Map<TermsRow.Key, List<ContractLine>> lines(String sql, String[] ids) {
        record Row(TermsRow.Key key, ContractLine line) {}
        return jdbc
                .sql(sql)
                .param("ids", ids)
                .query((row, number) -> new Row(TermsRow.key(row), TermsRow.line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::key, Collectors.mapping(Row::line, Collectors.toList())));
    }

    Map<TermsRow.Key, List<Signature>> signatures(String[] ids) {
        record Row(TermsRow.Key key, Signature signature) {}
        return jdbc
                .sql("""
                        select * from trade.contract_signature where contract_id = any(:ids::uuid[])
                        order by signed_at
                        """)
                .param("ids", ids)
                .query((row, number) -> new Row(
                        TermsRow.key(row),
                        new Signature(
                                Side.valueOf(row.getString("side")),
                                row.getInt("version"),
                                new PartyId(uuid(row, "person_id")),
                                row.getString("person_name"),
                                new PartyId(uuid(row, "organisation_id")),
                                row.getString("organisation_name"),
                                instant(row, "signed_at"),
                                new TermsHash(row.getString("terms_sha256")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::key, Collectors.mapping(Row::signature, Collectors.toList())));
    }

    private static Contract contract(
            ResultSet row, Map<ContractId, ContractVersion> standing, Map<TermsRow.Key, List<Signature>> signatures)
            throws SQLException {
        var id = new ContractId(uuid(row, "id"));
        ContractVersion version = standing.get(id);
        if (version == null) throw new IllegalStateException("contract without terms " + id);
        List<Signature> signed = signatures.getOrDefault(new TermsRow.Key(id, version.version()), List.of());
        return new Contract(
                id,
                row.getString("number"),
                version.version(),
                version.terms(),
                version.termsText(),
                version.hash(),
                state(row, signed),
                balance(row),
                Optional.ofNullable(row.getString("drafted_by")).map(Side::valueOf),
                Optional.ofNullable(row.getObject("plan_id", UUID.class)).map(PlanId::new),
                instant(row, "drafted_at"),
                row.getDate("lapses_on").toLocalDate(),
                signed);
    }

    private static ContractState state(ResultSet row, List<Signature> signed) throws SQLException {
        var at = instant(row, "stage_at");
        String reason = row.getString("stage_reason");
        return switch (ContractStage.valueOf(row.getString("stage"))) {
            case DRAFTED -> new ContractState.Drafted(at);
            case PROPOSED -> new ContractState.Proposed(at);
            case PARTLY_SIGNED -> new ContractState.PartlySigned(signed.getFirst());
            case SIGNED -> new ContractState.Signed(at);
            case FULFILLED -> new ContractState.Fulfilled(at);
            case ENDED -> new ContractState.Ended(at, reason);
            case CANCELLED -> new ContractState.Cancelled(at, reason);
            case LAPSED -> new ContractState.Lapsed(at);
        };
    }

    static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                new Mass(row.getLong("expected_grams")),
                new Mass(row.getLong("called_grams")),
                new Mass(row.getLong("most_grams")));
    }

    static ContractListing listing(ResultSet row, int number) throws SQLException {
        Balance balance = balance(row);
        return new ContractListing(
                new ContractId(uuid(row, "id")),
                row.getString("number"),
                new RegionId(uuid(row, "origin_id")),
                new PartyId(uuid(row, "seller_id")),
                new PartyId(uuid(row, "buyer_id")),
                new org.farmgate.product.ProductId(uuid(row, "product_id")),
                row.getInt("minimum_grade"),
                weeks(row),
                balance.contracted(),
                balance.calledOff(),
                balance.most(),
                ContractStage.valueOf(row.getString("stage")),
                instant(row, "drafted_at"));
    }
}
