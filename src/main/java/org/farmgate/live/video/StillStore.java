package org.farmgate.live.video;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.farmgate.live.ShowId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StillStore {
    private final JdbcClient jdbc;

    StillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stills.Still> find(ShowId show) {
        return jdbc.sql("select blob_key, taken_at from live.still where show_id = :show")
                .param("show", show.value())
                .query((row, number) -> new Stills.Still(
                        row.getString("blob_key"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void put(ShowId show, String key, Instant at) {
        jdbc.sql("""
                insert into live.still (show_id, blob_key, taken_at) values (:show, :key, :at)
                on conflict (show_id) do update set blob_key = excluded.blob_key, taken_at = excluded.taken_at
                """)
                .param("show", show.value())
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(ShowId show) {
        jdbc.sql("delete from live.still where show_id = :show")
                .param("show", show.value())
                .update();
    }
}
