package org.farmgate.platform.security;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SetUpStore {
    private final JdbcClient database;

    SetUpStore(JdbcClient database) {
        this.database = database;
    }

    void replace(byte[] hash, Instant now, Instant expiresAt) {
        database.sql("""
                        insert into platform.set_up (id, secret_hash, made_at, expires_at) values (1, ?, ?, ?)
                        on conflict (id) do update set secret_hash = excluded.secret_hash,
                            made_at = excluded.made_at, expires_at = excluded.expires_at, used_at = null
                        """)
                .params(hash, now.atOffset(ZoneOffset.UTC), expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isOpen(byte[] hash, Instant now) {
        return database.sql("""
                        select exists (select from platform.set_up
                                       where secret_hash = ? and used_at is null and expires_at > ?)
                        """)
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /// True for the first who asks: the second waits for the row and then finds it used.
    boolean use(byte[] hash, Instant now) {
        return database.sql("""
                        update platform.set_up set used_at = ?
                        where id = 1 and secret_hash = ? and used_at is null and expires_at > ?
                        """)
                        .params(now.atOffset(ZoneOffset.UTC), hash, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
