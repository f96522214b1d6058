package org.farmgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CorrectionStore {
    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False where the entry was corrected before; waits for whoever is correcting it now.
    boolean add(Correction correction) {
        return jdbc.sql("""
                insert into ledger.correction (origin_id, transfer_id, mirror_id, replacement_id, reason, corrected_by,
                                               corrected_at)
                values (:origin, :transfer, :mirror, :replacement, :reason, :by, :at)
                on conflict do nothing
                """)
                        .param("origin", correction.origin().value())
                        .param("transfer", correction.corrected().value())
                        .param("mirror", correction.mirror().value())
                        .param(
                                "replacement",
                                correction.replacement().map(TransferId::value).orElse(null))
                        .param("reason", correction.reason())
                        .param("by", correction.by().value())
                        .param("at", correction.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Whether an entry of the same cause goes the other way between the same accounts.
    boolean isTakenBack(RegionId origin, TransferId id) {
        return jdbc.sql("""
                select count(*) > 0
                from ledger.transfer wrong join ledger.transfer back
                  on back.origin_id = wrong.origin_id and back.cause_id = wrong.cause_id
                 and back.cause_kind = wrong.cause_kind
                 and back.debit_id = wrong.credit_id and back.credit_id = wrong.debit_id
                where wrong.origin_id = :origin and wrong.id = :id
                """)
                .param("origin", origin.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /// By the wrong entry.
    Optional<Correction> find(RegionId origin, TransferId corrected) {
        return jdbc.sql("select * from ledger.correction where origin_id = :origin and transfer_id = :transfer")
                .param("origin", origin.value())
                .param("transfer", corrected.value())
                .query(CorrectionStore::correction)
                .optional();
    }

    private static Correction correction(ResultSet rs, int number) throws SQLException {
        return new Correction(
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new TransferId(rs.getObject("transfer_id", UUID.class)),
                new TransferId(rs.getObject("mirror_id", UUID.class)),
                Optional.ofNullable(rs.getObject("replacement_id", UUID.class)).map(TransferId::new),
                rs.getString("reason"),
                new PartyId(rs.getObject("corrected_by", UUID.class)),
                rs.getObject("corrected_at", OffsetDateTime.class).toInstant());
    }
}
