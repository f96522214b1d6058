package org.farmgate.live.video;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RecordingStore {
    private final JdbcClient jdbc;

    RecordingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isDeleted(ShowId show) {
        return jdbc.sql("select exists (select from live.recording_deletion where show_id = :show)")
                .param("show", show.value())
                .query(Boolean.class)
                .single();
    }

    /// False where it was deleted before.
    boolean delete(ShowId show, PartyId by, Instant at) {
        return jdbc.sql("""
                insert into live.recording_deletion (show_id, deleted_at, deleted_by) values (:show, :at, :by)
                on conflict do nothing
                """)
                        .param("show", show.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    void done(ShowId show, Instant at) {
        jdbc.sql("update live.recording_deletion set done_at = :at where show_id = :show")
                .param("show", show.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whose files are still there.
    List<ShowId> unfinished(int most) {
        return jdbc.sql("""
                select show_id from live.recording_deletion where done_at is null order by deleted_at limit :most
                """)
                .param("most", most)
                .query((row, number) -> new ShowId(row.getObject("show_id", UUID.class)))
                .list();
    }

    /// Shows of that organisation or with that host that ended before then and of which something is kept, the oldest
    /// first; of everybody for whoever looks after all.
    List<ShowId> endedBefore(Instant end, Actor actor, int most) {
        return jdbc.sql("""
                select s.id from live.show s
                where s.state = 'ENDED' and s.ended_at < :end
                  and (:everywhere or s.organiser_id = :organisation or s.host_id = :person)
                  and s.id in (select show_id from live.stream)
                  and s.id not in (select show_id from live.recording_deletion)
                order by s.ended_at, s.id limit :most
                """)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("everywhere", actor.everywhere())
                .param("organisation", actor.organisation().value())
                .param("person", actor.person().value())
                .param("most", most)
                .query((row, number) -> new ShowId(row.getObject("id", UUID.class)))
                .list();
    }
}
