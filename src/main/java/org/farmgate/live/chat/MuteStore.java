package org.farmgate.live.chat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.live.ViewerId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MuteStore {
    static final int MOST = 2_000;

    private final JdbcClient jdbc;

    MuteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean mute(ShowId show, ChatId message, PartyId by, Instant at) {
        return jdbc.sql("""
                insert into live.chat_mute (show_id, viewer_id, person_id, address_mark, muted_at, muted_by)
                select show_id, viewer_id, person_id, address_mark, :at, :by from live.chat_message
                where show_id = :show and id = :id
                on conflict (show_id, viewer_id) do nothing
                """)
                        .param("at", ChatStore.time(at))
                        .param("by", by.value())
                        .param("show", show.value())
                        .param("id", message.value())
                        .update()
                == 1;
    }

    /// Also what was muted of the same person from another browser.
    boolean unmute(ShowId show, ChatMessage message) {
        return jdbc.sql("""
                delete from live.chat_mute where show_id = :show and (viewer_id = :viewer or person_id = :person)
                """)
                        .param("show", show.value())
                        .param("viewer", message.viewer().value())
                        .param("person", message.person().map(PartyId::value).orElse(null), java.sql.Types.OTHER)
                        .update()
                > 0;
    }

    /// The browser, the person, or a guest's browser that came to that address after somebody there was muted.
    boolean isMuted(ShowId show, Speaker speaker, UUID addressMark, Instant firstCame) {
        return jdbc.sql("""
                select exists (select 1 from live.chat_mute where show_id = :show and (viewer_id = :viewer
                  or person_id = :person or (:guest and address_mark = :mark and muted_at < :came)))
                """)
                .param("show", show.value())
                .param("viewer", speaker.viewer().value())
                .param(
                        "person",
                        speaker.actor().map(actor -> actor.person().value()).orElse(null),
                        java.sql.Types.OTHER)
                .param("guest", speaker.actor().isEmpty())
                .param("mark", addressMark)
                .param("came", ChatStore.time(firstCame))
                .query(Boolean.class)
                .single();
    }

    Set<ViewerId> of(ShowId show) {
        return Set.copyOf(jdbc.sql("""
                select viewer_id from live.chat_mute where show_id = :show order by muted_at desc limit :most
                """)
                .param("show", show.value())
                .param("most", MOST)
                .query((row, number) -> new ViewerId(row.getObject("viewer_id", UUID.class)))
                .list());
    }
}
