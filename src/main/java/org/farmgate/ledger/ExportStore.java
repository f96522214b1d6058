package org.farmgate.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.place.RegionId;
import org.farmgate.platform.JobId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExportStore {
    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate stream;

    ExportStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        // One of its own, since the fetch size is the template's. It holds in a transaction only.
        var inPieces = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        inPieces.setFetchSize(ROWS_AT_A_TIME);
        this.stream = new NamedParameterJdbcTemplate(inPieces);
    }

    /// Hands every posting between the days over, the earliest first, without holding more than a few in
    /// memory. Call in a transaction.
    void each(Sight sight, RegionId origin, LocalDate from, LocalDate to, Consumer<Posting> taker) {
        Map<String, Object> params = new HashMap<>(sight.params());
        params.put("origin", origin.value());
        params.put("from", from);
        params.put("to", to);
        String seen = "(" + sight.on("d") + " or " + sight.on("c") + ")";
        stream.query(
                "select " + TransferStore.COLUMNS + " from ledger.transfer t " + TransferStore.ACCOUNTS
                        + " where t.origin_id = :origin and t.on_day between :from and :to and " + seen
                        + " order by t.on_day, t.id",
                params,
                rs -> {
                    taker.accept(TransferStore.posting(rs, 0));
                });
    }

    void add(BooksExport export) {
        jdbc.sql("""
                insert into ledger.export (job_id, owner_id, file_name, blob_key, rows, made_at)
                values (:job, :owner, :name, :key, :rows, :at)
                """)
                .param("job", export.job().value())
                .param("owner", export.owner().value())
                .param("name", export.fileName())
                .param("key", export.blobKey())
                .param("rows", export.rows())
                .param("at", export.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<BooksExport> find(JobId job) {
        return jdbc.sql("select * from ledger.export where job_id = :job")
                .param("job", job.value())
                .query((rs, _) -> new BooksExport(
                        new JobId(rs.getObject("job_id", UUID.class)),
                        new PartyId(rs.getObject("owner_id", UUID.class)),
                        rs.getString("file_name"),
                        rs.getString("blob_key"),
                        rs.getLong("rows"),
                        rs.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
