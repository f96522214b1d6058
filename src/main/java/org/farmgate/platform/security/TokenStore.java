package org.farmgate.platform.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.security.ApiToken.TokenId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenStore {
    private final JdbcClient database;

    TokenStore(JdbcClient database) {
        this.database = database;
    }

    /// @param maker the person who made it
    record Found(ApiToken token, PartyId maker) {}

    void insert(ApiToken token, byte[] hash) {
        database.sql("""
                        insert into platform.token
                            (id, organisation, name, secret_hash, rights, created_by, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        token.id().value(),
                        token.organisation().value(),
                        token.name(),
                        hash,
                        token.rights().stream().map(Right::name).toArray(String[]::new),
                        token.createdBy().value(),
                        at(token.createdAt()),
                        at(token.expiresAt()))
                .update();
    }

    /// A disabled maker's tokens no longer open anything.
    Optional<Found> find(byte[] hash) {
        return database.sql("""
                        select t.*, a.person from platform.token t join platform.account a on a.id = t.created_by
                        where t.secret_hash = ? and a.disabled_at is null
                        """)
                .param(hash)
                .query((row, _) -> new Found(token(row), new PartyId(row.getObject("person", UUID.class))))
                .optional();
    }

    List<ApiToken> of(PartyId organisation) {
        return database.sql("select * from platform.token where organisation = ? order by created_at desc, id")
                .param(organisation.value())
                .query((row, _) -> token(row))
                .list();
    }

    /// False where it was revoked before.
    boolean revoke(TokenId id, Instant now) {
        return database.sql("update platform.token set revoked_at = ? where id = ? and revoked_at is null")
                        .params(at(now), id.value())
                        .update()
                == 1;
    }

    void used(TokenId id, Instant now, Instant before) {
        database.sql("""
                        update platform.token set last_used_at = ?
                        where id = ? and (last_used_at is null or last_used_at < ?)
                        """).params(at(now), id.value(), at(before)).update();
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        Array rights = row.getArray("rights");
        return new ApiToken(
                new TokenId(row.getObject("id", UUID.class)),
                new PartyId(row.getObject("organisation", UUID.class)),
                row.getString("name"),
                rightsOf((String[]) rights.getArray()),
                new AccountId(row.getObject("created_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    /// A right that a later release dropped is no right any more.
    private static Set<Right> rightsOf(String[] names) {
        Set<String> kept = Set.of(names);
        return Arrays.stream(Right.values())
                .filter(right -> kept.contains(right.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
