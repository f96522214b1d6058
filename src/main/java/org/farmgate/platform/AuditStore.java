package org.farmgate.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditStore {
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    AuditStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(
            Instant at,
            Optional<Actor> actor,
            String what,
            String subjectType,
            String subjectId,
            Map<String, String> details) {
        List<@Nullable Object> values = Arrays.asList(
                Id.next(),
                at.atOffset(ZoneOffset.UTC),
                actor.map(a -> a.account().value()).orElse(null),
                actor.map(a -> a.person().value()).orElse(null),
                actor.map(Actor::personName).orElse(""),
                actor.map(a -> a.organisation().value()).orElse(null),
                actor.map(Actor::organisationName).orElse(""),
                what,
                subjectType,
                subjectId,
                json.writeValueAsString(details));
        database.sql("""
                        insert into platform.audit (id, at, account, person, person_name, organisation,
                            organisation_name, what, subject_type, subject_id, details)
                        values (?, ?, cast(? as uuid), cast(? as uuid), ?, cast(? as uuid), ?, ?, ?, ?, cast(? as jsonb))
                        """).params(values).update();
    }

    /// Newest first.
    Slice<AuditEntry> search(Optional<PartyId> organisation, Paging paging) {
        String where = """
                where (cast(:organisation as uuid) is null or organisation = cast(:organisation as uuid))
                  and (:all or what ilike :pattern escape '\\' or person_name ilike :pattern escape '\\'
                       or organisation_name ilike :pattern escape '\\' or subject_id = :search
                       or details::text ilike :pattern escape '\\')
                """;
        List<AuditEntry> rows = asked(
                        "select * from platform.audit " + where
                                + " order by at desc, id desc limit :size offset :offset",
                        organisation,
                        paging)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person_name"),
                        row.getString("organisation_name"),
                        row.getString("what"),
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
        long total = asked("select count(*) from platform.audit " + where, organisation, paging)
                .query(Long.class)
                .single();
        return Slice.of(rows, paging, total);
    }

    private JdbcClient.StatementSpec asked(String sql, Optional<PartyId> organisation, Paging paging) {
        return database.sql(sql)
                .param("organisation", organisation.map(PartyId::value).orElse(null))
                .param("all", paging.search().isEmpty())
                .param("pattern", paging.pattern())
                .param("search", paging.search());
    }
}
