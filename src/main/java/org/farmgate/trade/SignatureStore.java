package org.farmgate.trade;

import static org.farmgate.trade.DemandStore.time;

import org.farmgate.place.RegionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes signatures. There is no way to change or remove one.
@Repository
class SignatureStore {
    private final JdbcClient jdbc;

    SignatureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when that side has signed that version already.
    boolean insert(RegionId origin, ContractId contract, Signature signature) {
        return jdbc.sql("""
                        insert into trade.contract_signature (origin_id, contract_id, version, side, person_id,
                          person_name, organisation_id, organisation_name, signed_at, terms_sha256)
                        values (:origin, :contract, :version, :side, :person, :personName, :organisation,
                          :organisationName, :at, :hash)
                        on conflict do nothing
                        """)
                        .param("origin", origin.value())
                        .param("contract", contract.value())
                        .param("version", signature.version())
                        .param("side", signature.side().name())
                        .param("person", signature.person().value())
                        .param("personName", signature.personName())
                        .param("organisation", signature.organisation().value())
                        .param("organisationName", signature.organisationName())
                        .param("at", time(signature.at()))
                        .param("hash", signature.terms().hex())
                        .update()
                == 1;
    }
}
