package org.farmgate.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.party.Consent.ConsentId;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConsentStore {
    private final JdbcClient database;

    ConsentStore(JdbcClient database) {
        this.database = database;
    }

    /// How many were new; an id, or a consent in force, that is there already is passed over.
    int insert(List<Consent> consents) {
        return database.sql("""
                        insert into party.consent (id, person, given_to, purpose, recorded_how, recorded_by, given_at)
                        select row.id, row.person, row.given_to, row.purpose, row.how, row.recorder, :at
                        from unnest(:ids, :persons, :givenTo, :purposes, :hows, :recorders)
                             as row (id, person, given_to, purpose, how, recorder)
                        on conflict do nothing
                        """)
                .param("at", consents.getFirst().givenAt().atOffset(ZoneOffset.UTC))
                .param("ids", consents.stream().map(c -> c.id().value()).toArray(UUID[]::new))
                .param("persons", consents.stream().map(c -> c.person().value()).toArray(UUID[]::new))
                .param(
                        "givenTo",
                        consents.stream().map(c -> c.givenTo().value()).toArray(UUID[]::new))
                .param(
                        "purposes",
                        consents.stream().map(c -> c.purpose().name()).toArray(String[]::new))
                .param(
                        "hows",
                        consents.stream().map(c -> c.recordedHow().name()).toArray(String[]::new))
                .param(
                        "recorders",
                        consents.stream().map(c -> c.recordedBy().value()).toArray(UUID[]::new))
                .update();
    }

    Optional<Consent> find(ConsentId id) {
        return database.sql("select * from party.consent where id = ?")
                .param(id.value())
                .query(ConsentStore::consent)
                .optional();
    }

    List<Consent> of(PartyId person) {
        return database.sql("select * from party.consent where person = ? order by given_at desc, id")
                .param(person.value())
                .query(ConsentStore::consent)
                .list();
    }

    Set<PartyId> givenBy(Collection<PartyId> people, PartyId to, ConsentPurpose purpose) {
        return new HashSet<>(database.sql("""
                        select person from party.consent
                        where person = any(:people) and given_to = :to and purpose = :purpose and withdrawn_at is null
                        """)
                .param("people", Rows.uuids(people))
                .param("to", to.value())
                .param("purpose", purpose.name())
                .query((row, _) -> new PartyId(row.getObject("person", UUID.class)))
                .list());
    }

    /// False where it was withdrawn before.
    boolean withdraw(ConsentId id, PartyId by, Instant now) {
        return database.sql("""
                        update party.consent set withdrawn_at = ?, withdrawn_by = ? where id = ? and withdrawn_at is null
                        """)
                        .params(now.atOffset(ZoneOffset.UTC), by.value(), id.value())
                        .update()
                == 1;
    }

    void withdrawAll(PartyId person, PartyId by, Instant now) {
        database.sql("""
                        update party.consent set withdrawn_at = ?, withdrawn_by = ?
                        where person = ? and withdrawn_at is null
                        """)
                .params(now.atOffset(ZoneOffset.UTC), by.value(), person.value())
                .update();
    }

    private static Consent consent(ResultSet row, int number) throws SQLException {
        return new Consent(
                new ConsentId(row.getObject("id", UUID.class)),
                new PartyId(row.getObject("person", UUID.class)),
                new PartyId(row.getObject("given_to", UUID.class)),
                ConsentPurpose.valueOf(row.getString("purpose")),
                RecordedHow.valueOf(row.getString("recorded_how")),
                new PartyId(row.getObject("recorded_by", UUID.class)),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                Rows.instant(row, "withdrawn_at"));
    }
}
