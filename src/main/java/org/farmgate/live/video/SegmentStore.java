package org.farmgate.live.video;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.platform.blobs.Blob;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SegmentStore {
    private static final RowMapper<Segment> SEGMENT = (row, number) -> new Segment(
            row.getInt("position"),
            new StreamId(row.getObject("stream_id", UUID.class)),
            row.getInt("n"),
            row.getInt("discontinuity"),
            row.getLong("start_ms"),
            row.getInt("duration_ms"),
            row.getObject("begins_at", OffsetDateTime.class).toInstant(),
            row.getInt("bytes"));

    private final JdbcClient jdbc;

    SegmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False where its position is taken: two cameras sent at the same moment.
    boolean insert(ShowId show, Rendition rendition, Segment segment, Blob blob, Instant at) {
        return jdbc.sql("""
                insert into live.segment (show_id, rendition, position, stream_id, n, discontinuity, start_ms, duration_ms,
                                          begins_at, bytes, sha256, blob_key, received_at)
                values (:show, :rendition, :position, :stream, :n, :discontinuity, :start, :duration, :begins, :bytes, :sha,
                        :key, :at)
                on conflict do nothing
                """)
                        .param("show", show.value())
                        .param("rendition", rendition.name())
                        .param("position", segment.position())
                        .param("stream", segment.stream().value())
                        .param("n", segment.n())
                        .param("discontinuity", segment.discontinuity())
                        .param("start", segment.startMillis())
                        .param("duration", segment.durationMillis())
                        .param("begins", segment.beginsAt().atOffset(ZoneOffset.UTC))
                        .param("bytes", segment.bytes())
                        .param("sha", blob.sha256())
                        .param("key", blob.key())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// A stored piece's file.
    record Stored(String key, String sha256) {}

    Optional<Stored> find(ShowId show, Rendition rendition, StreamId stream, int n) {
        return jdbc.sql("""
                select blob_key, sha256 from live.segment
                where show_id = :show and rendition = :rendition and stream_id = :stream and n = :n
                """)
                .param("show", show.value())
                .param("rendition", rendition.name())
                .param("stream", stream.value())
                .param("n", n)
                .query((row, number) -> new Stored(row.getString("blob_key"), row.getString("sha256")))
                .optional();
    }

    /// The last ones, in order.
    List<Segment> last(ShowId show, Rendition rendition, int most) {
        return jdbc.sql("""
                select * from (select * from live.segment where show_id = :show and rendition = :rendition
                               order by position desc limit :most) s
                order by position
                """)
                .param("show", show.value())
                .param("rendition", rendition.name())
                .param("most", most)
                .query(SEGMENT)
                .list();
    }

    /// Takes the files of up to so many pieces off the list; those are to be deleted next.
    List<String> remove(ShowId show, int most) {
        return jdbc.sql("""
                delete from live.segment s using (
                  select rendition, position from live.segment where show_id = :show order by rendition, position limit :most) d
                where s.show_id = :show and s.rendition = d.rendition and s.position = d.position
                returning s.blob_key
                """)
                .param("show", show.value())
                .param("most", most)
                .query((row, number) -> Objects.requireNonNull(row.getString("blob_key")))
                .list();
    }

    /// How long and how large the recording is.
    record Size(long seconds, long bytes, int pieces) {}

    Size size(ShowId show) {
        return jdbc.sql("""
                select coalesce(sum(duration_ms) filter (where rendition = 'MAIN'), 0) / 1000 as seconds,
                       coalesce(sum(bytes), 0) as bytes, count(*) as pieces
                from live.segment where show_id = :show
                """)
                .param("show", show.value())
                .query((row, number) -> new Size(row.getLong("seconds"), row.getLong("bytes"), row.getInt("pieces")))
                .single();
    }
}
