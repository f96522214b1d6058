package org.farmgate.platform.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {
    private final JdbcClient database;

    SessionStore(JdbcClient database) {
        this.database = database;
    }

    record Found(AccountId account, PartyId person, Optional<PartyId> organisation, Instant seenAt) {}

    void insert(byte[] hash, AccountId account, Instant now, Instant expiresAt) {
        database.sql("""
                        insert into platform.session (secret_hash, account, created_at, seen_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(hash, account.value(), at(now), at(now), at(expiresAt))
                .update();
    }

    Optional<Found> find(byte[] hash, Instant now, Instant idleSince) {
        return database.sql("""
                        select s.account, a.person, s.organisation, s.seen_at
                        from platform.session s join platform.account a on a.id = s.account
                        where s.secret_hash = ? and s.expires_at > ? and s.seen_at > ? and a.disabled_at is null
                        """)
                .params(hash, at(now), at(idleSince))
                .query((row, number) -> new Found(
                        new AccountId(row.getObject("account", UUID.class)),
                        new PartyId(row.getObject("person", UUID.class)),
                        Optional.ofNullable(row.getObject("organisation", UUID.class))
                                .map(PartyId::new),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// Of many requests at once only the first finds the row old enough.
    void touch(byte[] hash, Instant now, Instant before) {
        database.sql("update platform.session set seen_at = ? where secret_hash = ? and seen_at < ?")
                .params(at(now), hash, at(before))
                .update();
    }

    void setOrganisation(byte[] hash, PartyId organisation) {
        database.sql("update platform.session set organisation = ? where secret_hash = ?")
                .params(organisation.value(), hash)
                .update();
    }

    void end(byte[] hash) {
        database.sql("delete from platform.session where secret_hash = ?")
                .param(hash)
                .update();
    }

    int endOthers(AccountId account, byte[] hash) {
        return database.sql("delete from platform.session where account = ? and secret_hash <> ?")
                .params(account.value(), hash)
                .update();
    }

    int count(AccountId account, Instant now, Instant idleSince) {
        return database.sql(
                        "select count(*) from platform.session where account = ? and expires_at > ? and seen_at > ?")
                .params(account.value(), at(now), at(idleSince))
                .query(Integer.class)
                .single();
    }

    void sweep(Instant now, Instant idleSince) {
        database.sql("delete from platform.session where expires_at < ? or seen_at < ?")
                .params(at(now), at(idleSince))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
