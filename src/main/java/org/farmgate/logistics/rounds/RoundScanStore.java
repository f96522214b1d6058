package org.farmgate.logistics.rounds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.rounds.DriverScan.DriverScanId;
import org.farmgate.logistics.rounds.DriverScan.PictureId;
import org.farmgate.logistics.rounds.Task.TaskId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Arguments;
import org.farmgate.platform.Sealing.Sealed;
import org.farmgate.platform.blobs.Blob;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps what drivers' phones sent, and the proofs.
@Repository
class RoundScanStore {
    private final JdbcClient jdbc;

    RoundScanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param round that it was sent for
    /// @param content its digest
    record Known(RoundId round, UUID content, ScanResult result) {}

    Optional<Known> find(Round round, DriverScanId id) {
        return jdbc.sql("""
                select round_id, content, refused_by, arguments from logistics.round_scan
                where origin_id = :origin and id = :id
                """)
                .param("origin", round.origin().value())
                .param("id", id.value())
                .query((row, number) -> new Known(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        UUID.fromString(row.getString("content")),
                        new ScanResult(id, refusal(row.getString("refused_by"), row.getString("arguments")))))
                .optional();
    }

    private static Optional<ScanResult.Refusal> refusal(@Nullable String rule, String arguments) {
        return rule == null ? Optional.empty() : Optional.of(new ScanResult.Refusal(rule, Arguments.decode(arguments)));
    }

    /// False where the id is taken.
    boolean insert(Round round, Actor by, DriverScan scan, UUID content, ScanResult result, Instant now) {
        return jdbc.sql("""
                        insert into logistics.round_scan (origin_id, id, round_id, person_id, kind, stop_id, code, at,
                          received_at, content, refused_by, arguments)
                        values (:origin, :id, :round, :person, :kind, :stop::uuid, :code, :at, :now, :content, :rule, :arguments)
                        on conflict do nothing
                        """)
                        .param("origin", round.origin().value())
                        .param("id", scan.id().value())
                        .param("round", round.id().value())
                        .param("person", by.person().value())
                        .param("kind", scan.kind().name())
                        .param("stop", text(scan.stop()))
                        .param("code", scan.code())
                        .param("at", scan.at().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("content", content.toString())
                        .param(
                                "rule",
                                result.refusal().map(ScanResult.Refusal::rule).orElse(null))
                        .param(
                                "arguments",
                                result.refusal()
                                        .map(refusal -> Arguments.encode(refusal.arguments()))
                                        .orElse(""))
                        .update()
                == 1;
    }

    private static @Nullable String text(Optional<?> id) {
        return id.map(Object::toString).orElse(null);
    }

    void proof(Round round, TaskId task, DriverScan scan, Sealed name) {
        jdbc.sql("""
                insert into logistics.round_proof (origin_id, id, round_id, task_id, name_key, name_sealed, picture_id, code, at)
                values (:origin, :id, :round, :task, :key, :sealed, :picture::uuid, :code, :at)
                """)
                .param("origin", round.origin().value())
                .param("id", scan.id().value())
                .param("round", round.id().value())
                .param("task", task.value())
                .param("key", name.keyId())
                .param("sealed", name.bytes())
                .param("picture", text(scan.picture()))
                .param("code", scan.proof())
                .param("at", scan.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// A proof as it lies.
    record Kept(DriverScanId id, TaskId task, Sealed name, Optional<PictureId> picture, String code, Instant at) {}

    List<Kept> proofs(Round round) {
        return jdbc.sql("""
                select * from logistics.round_proof where origin_id = :origin and round_id = :round order by at, id
                """)
                .param("origin", round.origin().value())
                .param("round", round.id().value())
                .query((row, number) -> new Kept(
                        new DriverScanId(row.getObject("id", UUID.class)),
                        new TaskId(row.getObject("task_id", UUID.class)),
                        new Sealed(row.getString("name_key"), row.getBytes("name_sealed")),
                        Optional.ofNullable(row.getObject("picture_id", UUID.class))
                                .map(PictureId::new),
                        row.getString("code"),
                        RoundReadStore.instant(row, "at").orElseThrow()))
                .list();
    }

    /// False where the id is taken.
    boolean insertPicture(Round round, Actor by, PictureId id, Blob blob, Instant now) {
        return jdbc.sql("""
                        insert into logistics.round_picture (origin_id, id, round_id, person_id, blob, bytes, sha256, received_at)
                        values (:origin, :id, :round, :person, :blob, :bytes, :sha, :now)
                        on conflict do nothing
                        """)
                        .param("origin", round.origin().value())
                        .param("id", id.value())
                        .param("round", round.id().value())
                        .param("person", by.person().value())
                        .param("blob", blob.key())
                        .param("bytes", blob.bytes())
                        .param("sha", blob.sha256())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Blob> picture(Round round, PictureId id) {
        return jdbc.sql("""
                select blob, bytes, sha256 from logistics.round_picture
                where origin_id = :origin and id = :id and round_id = :round
                """)
                .param("origin", round.origin().value())
                .param("id", id.value())
                .param("round", round.id().value())
                .query((row, number) -> new Blob(row.getString("blob"), row.getLong("bytes"), row.getString("sha256")))
                .optional();
    }

    /// How many of a round's scans count, and how many were refused.
    record Counts(long counted, long refused) {}

    Counts counts(Round round) {
        return jdbc.sql("""
                select count(*) filter (where refused_by is null) as counted,
                  count(*) filter (where refused_by is not null) as refused
                from logistics.round_scan where origin_id = :origin and round_id = :round
                """)
                .param("origin", round.origin().value())
                .param("round", round.id().value())
                .query((row, number) -> new Counts(row.getLong("counted"), row.getLong("refused")))
                .single();
    }
}
