package org.farmgate.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Arguments;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JobStore {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is needed to run a job.
    record Started(String kind, Map<String, String> parameters, Actor actor, int attempts) {}

    void insert(JobId id, Actor actor, String kind, Map<String, String> parameters, Instant at) {
        jdbc.sql("""
                insert into platform.job (id, owner_id, kind, parameters, actor, state, message_key, queued_at)
                values (:id, :owner, :kind, :parameters::jsonb, :actor::jsonb, 'QUEUED', 'job.waiting', :at)
                """)
                .param("id", id.value())
                .param("owner", actor.organisation().value())
                .param("kind", kind)
                .param("parameters", JSON.writeValueAsString(parameters))
                .param("actor", JSON.writeValueAsString(ActorSnapshot.write(actor)))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int openOf(PartyId owner) {
        return jdbc.sql("select count(*) from platform.job where owner_id = :owner and finished_at is null")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    /// Empty when it has ended, or is asked to: then there is nothing to run.
    Optional<Started> begin(JobId id, Instant at) {
        return jdbc.sql("""
                update platform.job
                set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, :at),
                    heartbeat_at = :at, done = 0, total = 0, message_key = 'job.starting', arguments = ''
                where id = :id and finished_at is null
                returning kind, parameters, actor, attempts
                """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new Started(
                        rs.getString("kind"),
                        texts(rs.getString("parameters")),
                        ActorSnapshot.read(texts(rs.getString("actor"))),
                        rs.getInt("attempts")))
                .optional();
    }

    /// Answers whether somebody asked it to stop.
    boolean progress(JobId id, long done, long total, String key, List<Object> arguments, Instant at) {
        return jdbc.sql("""
                update platform.job
                set done = :done, total = :total, message_key = :key, arguments = :arguments, heartbeat_at = :at
                where id = :id and finished_at is null
                returning cancel_asked
                """)
                .param("id", id.value())
                .param("done", done)
                .param("total", total)
                .param("key", key)
                .param("arguments", Arguments.encode(arguments))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void finish(JobId id, JobState state, String key, List<Object> arguments, @Nullable String resultPath, Instant at) {
        jdbc.sql("""
                update platform.job
                set state = :state, message_key = :key, arguments = :arguments, result_path = :path,
                    finished_at = :at, actor = null
                where id = :id and finished_at is null
                """)
                .param("id", id.value())
                .param("state", state.name())
                .param("key", key)
                .param("arguments", Arguments.encode(arguments))
                .param("path", resultPath)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void requeue(JobId id) {
        jdbc.sql("update platform.job set state = 'QUEUED', message_key = 'job.interrupted', arguments = '' "
                        + "where id = :id and finished_at is null")
                .param("id", id.value())
                .update();
    }

    /// One that still waits ends at once; one that runs is told.
    void cancel(JobId id, Instant at) {
        jdbc.sql("""
                update platform.job
                set cancel_asked = true,
                    state = case when state = 'QUEUED' then 'CANCELLED' else state end,
                    message_key = case when state = 'QUEUED' then 'job.cancelled' else message_key end,
                    arguments = case when state = 'QUEUED' then '' else arguments end,
                    finished_at = case when state = 'QUEUED' then :at::timestamptz end
                where id = :id and finished_at is null
                """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Job> find(JobId id) {
        return jdbc.sql("select * from platform.job where id = :id")
                .param("id", id.value())
                .query(JobStore::job)
                .optional();
    }

    Slice<Job> ofOwner(PartyId owner, Paging paging) {
        long total = jdbc.sql("select count(*) from platform.job where owner_id = :owner")
                .param("owner", owner.value())
                .query(Long.class)
                .single();
        List<Job> rows = jdbc.sql("""
                select * from platform.job where owner_id = :owner
                order by queued_at desc, id desc limit :size offset :offset
                """)
                .param("owner", owner.value())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(JobStore::job)
                .list();
        return Slice.of(rows, paging, total);
    }

    private static Map<String, String> texts(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static Job job(ResultSet rs, int number) throws SQLException {
        return new Job(
                new JobId(rs.getObject("id", UUID.class)),
                new PartyId(rs.getObject("owner_id", UUID.class)),
                rs.getString("kind"),
                JobState.valueOf(rs.getString("state")),
                rs.getLong("done"),
                rs.getLong("total"),
                rs.getString("message_key"),
                Arguments.decode(rs.getString("arguments")),
                Optional.ofNullable(rs.getString("result_path")),
                rs.getBoolean("cancel_asked"),
                rs.getObject("queued_at", OffsetDateTime.class).toInstant(),
                instant(rs, "started_at"),
                instant(rs, "finished_at"));
    }

    private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
