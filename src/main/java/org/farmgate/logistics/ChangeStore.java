package org.farmgate.logistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.TariffChange.Subject;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The line of changes.
@Repository
class ChangeStore {
    /// What rates are about: there is one set of them.
    static final UUID RATES = new UUID(0, 1);

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One change at a time, until this transaction ends: two at once would else see the same rows as current. The
    /// number of the lock means nothing; it only must be the same everywhere.
    void queueUp() {
        jdbc.sql("select pg_advisory_xact_lock(7305201)")
                .query((row, number) -> 0)
                .single();
    }

    /// The new version's number. Call [#queueUp] before.
    long add(Subject subject, UUID subjectId, Actor by, Instant at) {
        return jdbc.sql("""
                insert into logistics.tariff_change
                  (version, changed_at, account_id, person_id, person_name, organisation_id, subject, subject_id)
                select coalesce(max(version), 0) + 1, :at, :account, :person, :name, :organisation, :subject, :id
                from logistics.tariff_change
                returning version
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", by.account().value())
                .param("person", by.person().value())
                .param("name", by.personName())
                .param("organisation", by.organisation().value())
                .param("subject", subject.name())
                .param("id", subjectId)
                .query(Long.class)
                .single();
    }

    Optional<TariffChange> at(long version) {
        return jdbc.sql("select * from logistics.tariff_change where version = :version")
                .param("version", version)
                .query(ChangeStore::change)
                .optional();
    }

    Optional<TariffChange> latest() {
        return jdbc.sql("select * from logistics.tariff_change order by version desc limit 1")
                .query(ChangeStore::change)
                .optional();
    }

    /// The latest first.
    List<TariffChange> list(Paging paging) {
        return jdbc.sql("select * from logistics.tariff_change order by version desc limit :size offset :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ChangeStore::change)
                .list();
    }

    /// Of one truck kind or warehouse, the latest first.
    List<TariffChange> of(UUID subjectId) {
        return jdbc.sql("select * from logistics.tariff_change where subject_id = :id order by version desc limit 100")
                .param("id", subjectId)
                .query(ChangeStore::change)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from logistics.tariff_change")
                .query(Long.class)
                .single();
    }

    private static TariffChange change(ResultSet row, int number) throws SQLException {
        return new TariffChange(
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new PartyId(row.getObject("person_id", UUID.class)),
                row.getString("person_name"),
                new PartyId(row.getObject("organisation_id", UUID.class)),
                Subject.valueOf(row.getString("subject")),
                row.getObject("subject_id", UUID.class));
    }
}
