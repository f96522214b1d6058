package org.farmgate.live.video;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StreamStore {
    private static final RowMapper<Stream> STREAM = (row, number) -> new Stream(
            new StreamId(row.getObject("id", UUID.class)),
            Rendition.valueOf(row.getString("rendition")),
            row.getInt("ordinal"),
            row.getBytes("init"),
            row.getString("codecs"),
            row.getInt("width"),
            row.getInt("height"),
            row.getInt("next_n"));

    private final JdbcClient jdbc;

    StreamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// As the newest. False where it is there already, or another came at the same moment.
    boolean insert(ShowId show, Stream stream, Optional<PartyId> by, Instant at) {
        return jdbc.sql("""
                insert into live.stream (show_id, id, rendition, ordinal, init, codecs, width, height, opened_at, opened_by)
                select :show, :id, :rendition, coalesce(max(ordinal) + 1, 0), :init, :codecs, :width, :height, :at, :by
                from live.stream where show_id = :show and rendition = :rendition
                on conflict do nothing
                """)
                        .param("show", show.value())
                        .param("id", stream.id().value())
                        .param("rendition", stream.rendition().name())
                        .param("init", stream.init())
                        .param("codecs", stream.codecs())
                        .param("width", stream.width())
                        .param("height", stream.height())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.map(PartyId::value).orElse(null), java.sql.Types.OTHER)
                        .update()
                == 1;
    }

    Optional<Stream> find(ShowId show, StreamId id, Rendition rendition) {
        return jdbc.sql("select * from live.stream where show_id = :show and id = :id and rendition = :rendition")
                .param("show", show.value())
                .param("id", id.value())
                .param("rendition", rendition.name())
                .query(STREAM)
                .optional();
    }

    /// Others that add to the same stream wait.
    Optional<Stream> lock(ShowId show, StreamId id, Rendition rendition) {
        return jdbc.sql("""
                select * from live.stream where show_id = :show and id = :id and rendition = :rendition for update
                """)
                .param("show", show.value())
                .param("id", id.value())
                .param("rendition", rendition.name())
                .query(STREAM)
                .optional();
    }

    void expect(ShowId show, StreamId id, Rendition rendition, int nextN) {
        jdbc.sql("""
                update live.stream set next_n = :n where show_id = :show and id = :id and rendition = :rendition
                """)
                .param("n", nextN)
                .param("show", show.value())
                .param("id", id.value())
                .param("rendition", rendition.name())
                .update();
    }

    Optional<Stream> newest(ShowId show, Rendition rendition) {
        return jdbc.sql("""
                select * from live.stream where show_id = :show and rendition = :rendition order by ordinal desc limit 1
                """)
                .param("show", show.value())
                .param("rendition", rendition.name())
                .query(STREAM)
                .optional();
    }

    void deleteAll(ShowId show) {
        jdbc.sql("delete from live.stream where show_id = :show")
                .param("show", show.value())
                .update();
    }
}
