package org.farmgate.live.video;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeedStore {
    private static final RowMapper<Feed> FEED = (row, number) -> new Feed(
            new ShowId(row.getObject("show_id", UUID.class)),
            new StreamId(row.getObject("stream_id", UUID.class)),
            Optional.ofNullable(row.getObject("until", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
            Optional.ofNullable(row.getString("trouble")));

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param until when it stopped; its last pieces may still be fetched
    /// @param trouble the code of the rule that refused the last piece
    record Feed(ShowId show, StreamId stream, Optional<Instant> until, Optional<String> trouble) {}

    void putKey(ShowId show, byte[] hash, PartyId by, Instant at) {
        jdbc.sql("""
                insert into live.rtmp_key (show_id, key_hash, made_at, made_by) values (:show, :hash, :at, :by)
                on conflict (show_id) do update
                  set key_hash = excluded.key_hash, made_at = excluded.made_at, made_by = excluded.made_by
                """)
                .param("show", show.value())
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    Optional<byte[]> key(ShowId show) {
        return jdbc.sql("select key_hash from live.rtmp_key where show_id = :show")
                .param("show", show.value())
                .query(byte[].class)
                .optional();
    }

    void begin(ShowId show, StreamId stream, Instant at) {
        jdbc.sql("""
                insert into live.rtmp_feed (show_id, stream_id, since) values (:show, :stream, :at)
                on conflict (show_id) do update set stream_id = excluded.stream_id, since = excluded.since, until = null,
                                                        trouble = null
                """)
                .param("show", show.value())
                .param("stream", stream.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void trouble(ShowId show, Optional<String> code) {
        jdbc.sql("update live.rtmp_feed set trouble = :code where show_id = :show")
                .param("code", code.orElse(null), java.sql.Types.VARCHAR)
                .param("show", show.value())
                .update();
    }

    void stop(ShowId show, Instant at) {
        jdbc.sql("update live.rtmp_feed set until = :at where show_id = :show and until is null")
                .param("show", show.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(ShowId show, StreamId stream) {
        jdbc.sql("delete from live.rtmp_feed where show_id = :show and stream_id = :stream")
                .param("show", show.value())
                .param("stream", stream.value())
                .update();
    }

    Optional<Feed> find(ShowId show) {
        return jdbc.sql("select * from live.rtmp_feed where show_id = :show")
                .param("show", show.value())
                .query(FEED)
                .optional();
    }

    List<Feed> all(int most) {
        return jdbc.sql("select * from live.rtmp_feed order by since limit :most")
                .param("most", most)
                .query(FEED)
                .list();
    }
}
