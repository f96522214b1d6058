package org.farmgate.live.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.live.ViewerId;
import org.farmgate.platform.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChatStore {
    private static final String SEEN = " where show_id = :show and deleted_at is null and shown_at <= :now ";

    private final JdbcClient jdbc;

    ChatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is there already.
    boolean insert(ChatMessage message, UUID addressMark) {
        return jdbc.sql("""
                insert into live.chat_message (show_id, id, viewer_id, person_id, address_mark, name, text, question, host,
                       written_at, shown_at)
                values (:show, :id, :viewer, :person, :mark, :name, :text, :question, :host, :written, :shown)
                on conflict (show_id, id) do nothing
                """)
                        .param("show", message.show().value())
                        .param("id", message.id().value())
                        .param("viewer", message.viewer().value())
                        .param("person", message.person().map(PartyId::value).orElse(null))
                        .param("mark", addressMark)
                        .param("name", message.name())
                        .param("text", message.text())
                        .param("question", message.question())
                        .param("host", message.host())
                        .param("written", time(message.writtenAt()))
                        .param("shown", time(message.shownAt()))
                        .update()
                == 1;
    }

    Optional<ChatMessage> find(ShowId show, ChatId id) {
        return jdbc.sql("select * from live.chat_message where show_id = :show and id = :id")
                .param("show", show.value())
                .param("id", id.value())
                .query(ChatStore::message)
                .optional();
    }

    Optional<Instant> lastOf(ShowId show, ViewerId viewer) {
        return jdbc.sql("""
                select written_at from live.chat_message where show_id = :show and viewer_id = :viewer
                order by written_at desc limit 1
                """)
                .param("show", show.value())
                .param("viewer", viewer.value())
                .query((row, number) ->
                        row.getObject("written_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /// The latest that were written, deleted or answered, the last first.
    List<ChatMessage> changes(ShowId show, int most) {
        return jdbc.sql("select * from live.chat_message where show_id = :show order by changed_at desc limit :most")
                .param("show", show.value())
                .param("most", most)
                .query(ChatStore::message)
                .list();
    }

    /// What everybody sees, the last ones, in the order of time.
    List<ChatMessage> last(ShowId show, Instant now, int most) {
        return jdbc.sql("select * from (select * from live.chat_message" + SEEN
                        + "order by shown_at desc, id desc limit :most) last order by shown_at, id")
                .param("show", show.value())
                .param("now", time(now))
                .param("most", most)
                .query(ChatStore::message)
                .list();
    }

    List<ChatMessage> all(ShowId show, Instant now, int most) {
        return jdbc.sql("select * from live.chat_message" + SEEN + "order by shown_at, id limit :most")
                .param("show", show.value())
                .param("now", time(now))
                .param("most", most)
                .query(ChatStore::message)
                .list();
    }

    boolean delete(ShowId show, ChatId id, PartyId by, Instant at) {
        return jdbc.sql("""
                update live.chat_message set deleted_at = :at, deleted_by = :by, changed_at = now()
                where show_id = :show and id = :id and deleted_at is null
                """).params(of(show, id, at)).param("by", by.value()).update() == 1;
    }

    boolean answer(ShowId show, ChatId id, Instant at) {
        return jdbc.sql("""
                update live.chat_message set answered_at = :at, changed_at = now()
                where show_id = :show and id = :id and answered_at is null
                """).params(of(show, id, at)).update() == 1;
    }

    private static Map<String, Object> of(ShowId show, ChatId id, Instant at) {
        return Map.of("show", show.value(), "id", id.value(), "at", time(at));
    }

    /// Addresses are of use while a show runs and shortly after.
    int forgetAddresses(Instant before) {
        return jdbc.sql("""
                update live.chat_message set address_mark = null where written_at < :before and address_mark is not null
                """).param("before", time(before)).update()
                + jdbc.sql("""
                update live.chat_mute set address_mark = null where muted_at < :before and address_mark is not null
                """).param("before", time(before)).update();
    }

    List<ChatMessage> ofPerson(PartyId person) {
        return jdbc.sql("select * from live.chat_message where person_id = :person order by written_at")
                .param("person", person.value())
                .query(ChatStore::message)
                .list();
    }

    /// What was said stays, as a nameless guest's.
    void forget(PartyId person, ViewerId nobody) {
        jdbc.sql("""
                update live.chat_message set person_id = null, name = '', viewer_id = :nobody, address_mark = null,
                  changed_at = now()
                where person_id = :person
                """)
                .param("person", person.value())
                .param("nobody", nobody.value())
                .update();
        jdbc.sql("update live.chat_mute set person_id = null, address_mark = null where person_id = :person")
                .param("person", person.value())
                .update();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static ChatMessage message(ResultSet row, int number) throws SQLException {
        return new ChatMessage(
                new ShowId(row.getObject("show_id", UUID.class)),
                new ChatId(row.getObject("id", UUID.class)),
                new ViewerId(row.getObject("viewer_id", UUID.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PartyId::new),
                row.getString("name"),
                row.getString("text"),
                row.getBoolean("question"),
                row.getBoolean("host"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getObject("shown_at", OffsetDateTime.class).toInstant(),
                instant(row, "deleted_at"),
                instant(row, "answered_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
