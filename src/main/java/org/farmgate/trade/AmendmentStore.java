package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.instant;
import static org.farmgate.trade.DemandReadStore.uuid;
import static org.farmgate.trade.DemandStore.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Proposed, agreed and refused amendments.
@Repository
class AmendmentStore {
    private final JdbcClient jdbc;

    AmendmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when one is open: the index on open amendments refuses a second.
    boolean insert(RegionId origin, ContractId contract, Amendment amendment) {
        try {
            jdbc.sql("""
                    insert into trade.contract_amendment (origin_id, contract_id, number, base_version, version,
                      proposed_by, person_id, proposed_at, reason, outcome)
                    values (:origin, :contract, :number, :base, :version, :side, :person, :at, :reason, 'OPEN')
                    """)
                    .param("origin", origin.value())
                    .param("contract", contract.value())
                    .param("number", amendment.number())
                    .param("base", amendment.baseVersion())
                    .param("version", amendment.version())
                    .param("side", amendment.proposedBy().name())
                    .param("person", amendment.proposedByPerson().value())
                    .param("at", time(amendment.proposedAt()))
                    .param("reason", amendment.reason())
                    .update();
            return true;
        } catch (DuplicateKeyException open) {
            return false;
        }
    }

    /// False when it is settled already.
    boolean settle(
            RegionId origin, ContractId contract, int number, Amendment.Outcome outcome, String answer, Instant at) {
        return jdbc.sql("""
                        update trade.contract_amendment set outcome = :outcome, answer = :answer, settled_at = :at
                        where origin_id = :origin and contract_id = :contract and number = :number
                          and outcome = 'OPEN'
                        """)
                        .param("outcome", outcome.name())
                        .param("answer", answer)
                        .param("at", time(at))
                        .param("origin", origin.value())
                        .param("contract", contract.value())
                        .param("number", number)
                        .update()
                == 1;
    }

    /// Newest first.
    List<Amendment> of(RegionId origin, ContractId contract) {
        return jdbc.sql("""
                select * from trade.contract_amendment where origin_id = :origin and contract_id = :contract
                order by number desc
                """)
                .param("origin", origin.value())
                .param("contract", contract.value())
                .query((row, index) -> new Amendment(
                        row.getInt("number"),
                        row.getInt("base_version"),
                        row.getInt("version"),
                        Side.valueOf(row.getString("proposed_by")),
                        new PartyId(uuid(row, "person_id")),
                        instant(row, "proposed_at"),
                        row.getString("reason"),
                        Amendment.Outcome.valueOf(row.getString("outcome")),
                        Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("answer")))
                .list();
    }
}
