package org.farmgate.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Arguments;
import org.farmgate.platform.Batch;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.blobs.Blob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ImportStore {
    /// A file whose job has ended without an answer shows as abandoned.
    private static final String SELECT = """
            select i.*, case when i.state = 'WAITING' and j.finished_at is not null
                        then 'ABANDONED' else i.state end as state_now
            from platform.import i left join platform.job j on j.id = i.job_id
            """;

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the organisation has the same file taken or waiting already.
    boolean insert(ImportId id, Actor actor, String kind, String fileName, Blob blob, Instant at) {
        return jdbc.sql("""
                insert into platform.import
                       (id, owner_id, person_id, kind, file_name, bytes, sha256, blob_key, state, started_at)
                values (:id, :owner, :person, :kind, :fileName, :bytes, :sha256, :key, 'WAITING', :at)
                on conflict do nothing
                """)
                        .param("id", id.value())
                        .param("owner", actor.organisation().value())
                        .param("person", actor.person().value())
                        .param("kind", kind)
                        .param("fileName", fileName)
                        .param("bytes", blob.bytes())
                        .param("sha256", blob.sha256())
                        .param("key", blob.key())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void setJob(ImportId id, JobId job) {
        jdbc.sql("update platform.import set job_id = :job where id = :id")
                .param("job", job.value())
                .param("id", id.value())
                .update();
    }

    /// Makes room for a file whose earlier job came to no answer.
    void giveUpAbandoned(PartyId owner, String kind, String sha256) {
        jdbc.sql("""
                update platform.import i set state = 'ABANDONED', blob_key = null
                from platform.job j
                where j.id = i.job_id and j.finished_at is not null and i.state = 'WAITING'
                  and i.owner_id = :owner and i.kind = :kind and i.sha256 = :sha256
                """)
                .param("owner", owner.value())
                .param("kind", kind)
                .param("sha256", sha256)
                .update();
    }

    Optional<ImportedFile> findSame(PartyId owner, String kind, String sha256) {
        return jdbc.sql(SELECT + """
                where i.owner_id = :owner and i.kind = :kind and i.sha256 = :sha256 and i.state in ('WAITING', 'DONE')
                """)
                .param("owner", owner.value())
                .param("kind", kind)
                .param("sha256", sha256)
                .query(ImportStore::file)
                .optional();
    }

    Optional<ImportedFile> find(ImportId id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id.value())
                .query(ImportStore::file)
                .optional();
    }

    /// Locks the row, so that of two runs of one job only the first applies the file. Empty when it was
    /// answered.
    Optional<String> lockWaiting(ImportId id) {
        return jdbc.sql("select blob_key from platform.import where id = :id and state = 'WAITING' for update")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    void done(ImportId id, ImportResult result, Faults refused, Instant at) {
        keep(id, refused);
        jdbc.sql("""
                update platform.import
                set state = 'DONE', rows_added = :added, rows_changed = :changed, rows_unchanged = :unchanged,
                    faults = :faults, finished_at = :at, blob_key = null
                where id = :id
                """)
                .param("id", id.value())
                .param("added", result.added())
                .param("changed", result.changed())
                .param("unchanged", result.unchanged())
                .param("faults", refused.total())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void keep(ImportId id, Faults faults) {
        if (!faults.any()) return;
        List<Fault> kept = faults.kept();
        Map<String, Object> columns = Batch.of(
                        IntStream.range(0, kept.size()).boxed().toList())
                .ints("ordinal", i -> i)
                .longs("line", i -> kept.get(i).line())
                .texts("column", i -> kept.get(i).column())
                .texts("key", i -> kept.get(i).messageKey())
                .texts("arguments", i -> Arguments.encode(kept.get(i).arguments()))
                .params();
        columns.put("id", id.value());
        jdbc.sql("""
                insert into platform.import_fault (import_id, ordinal, line, column_name, message_key, arguments)
                select :id, * from unnest(:ordinal::int[], :line::bigint[], :column::text[], :key::text[],
                                          :arguments::text[])
                on conflict do nothing
                """).params(columns).update();
    }

    void refused(ImportId id, Faults faults, Instant at) {
        keep(id, faults);
        jdbc.sql("""
                update platform.import
                set state = 'REFUSED', faults = :faults, finished_at = :at, blob_key = null
                where id = :id and state = 'WAITING'
                """)
                .param("id", id.value())
                .param("faults", faults.total())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Slice<ImportedFile> ofOwner(PartyId owner, Paging paging) {
        long total = jdbc.sql("select count(*) from platform.import where owner_id = :owner")
                .param("owner", owner.value())
                .query(Long.class)
                .single();
        return Slice.of(
                jdbc.sql(
                                SELECT
                                        + "where i.owner_id = :owner order by i.started_at desc, i.id desc limit :size offset :offset")
                        .param("owner", owner.value())
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query(ImportStore::file)
                        .list(),
                paging,
                total);
    }

    List<Fault> faults(ImportId id, long offset, int size) {
        return jdbc.sql("""
                select line, column_name, message_key, arguments from platform.import_fault
                where import_id = :id order by ordinal limit :size offset :offset
                """)
                .param("id", id.value())
                .param("size", size)
                .param("offset", offset)
                .query((rs, _) -> new Fault(
                        rs.getLong("line"),
                        rs.getString("column_name"),
                        rs.getString("message_key"),
                        Arguments.decode(rs.getString("arguments"))))
                .list();
    }

    private static ImportedFile file(ResultSet rs, int number) throws SQLException {
        return new ImportedFile(
                new ImportId(rs.getObject("id", UUID.class)),
                new PartyId(rs.getObject("owner_id", UUID.class)),
                new PartyId(rs.getObject("person_id", UUID.class)),
                rs.getString("kind"),
                rs.getString("file_name"),
                rs.getLong("bytes"),
                rs.getString("sha256"),
                ImportState.valueOf(rs.getString("state_now")),
                Optional.ofNullable(rs.getObject("job_id", UUID.class)).map(JobId::new),
                new ImportResult(rs.getLong("rows_added"), rs.getLong("rows_changed"), rs.getLong("rows_unchanged")),
                rs.getLong("faults"),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rs.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
