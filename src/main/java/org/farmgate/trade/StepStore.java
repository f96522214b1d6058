package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.instant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Id;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The timeline of contracts. Ids are made in time order, so they are also its order.
@Repository
class StepStore {
    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A contract to which the same thing happened as to the others of one statement.
    record Subject(RegionId origin, ContractId contract, int version) {
        static Subject of(Contract contract) {
            return new Subject(contract.origin(), contract.id(), contract.version());
        }
    }

    /// @param by empty where the platform did it
    void add(Collection<Subject> subjects, ContractStep.Kind kind, Optional<Actor> by, Instant at, String note) {
        jdbc.sql("""
                insert into trade.contract_step (origin_id, id, contract_id, kind, version, at, person_id, person_name,
                  organisation_name, note)
                select origin, id, contract, :kind, version, :at, :person, :personName, :organisation, :note
                from unnest(:origins::uuid[], :ids::uuid[], :contracts::uuid[], :versions::int[])
                  as n (origin, id, contract, version)
                """)
                .params(Batch.of(subjects)
                        .ids("origins", Subject::origin)
                        .texts("ids", subject -> Id.next().toString())
                        .ids("contracts", Subject::contract)
                        .ints("versions", Subject::version)
                        .params())
                .param("kind", kind.name())
                .param("at", DemandStore.time(at))
                .param("person", by.map(actor -> actor.person().value()).orElse(null), java.sql.Types.OTHER)
                .param("personName", by.map(Actor::personName).orElse(""))
                .param("organisation", by.map(Actor::organisationName).orElse(""))
                .param("note", note)
                .update();
    }

    /// Newest first.
    List<ContractStep> of(RegionId origin, ContractId contract) {
        return jdbc.sql("""
                select * from trade.contract_step where origin_id = :origin and contract_id = :contract
                order by id desc limit 500
                """)
                .param("origin", origin.value())
                .param("contract", contract.value())
                .query((row, number) -> new ContractStep(
                        ContractStep.Kind.valueOf(row.getString("kind")),
                        row.getInt("version"),
                        instant(row, "at"),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .map(PartyId::new),
                        row.getString("person_name"),
                        row.getString("organisation_name"),
                        row.getString("note")))
                .list();
    }
}
