package org.farmgate.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {
    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    record Kept(Account account, String passwordHash) {}

    /// False where the user name is taken.
    boolean insert(Account account, String passwordHash) {
        return database.sql("""
                        insert into platform.account (id, person, username, password_hash, created_at, password_changed_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (username) do nothing
                        """)
                        .params(
                                account.id().value(),
                                account.person().value(),
                                account.username(),
                                passwordHash,
                                at(account.createdAt()),
                                at(account.createdAt()))
                        .update()
                == 1;
    }

    Optional<Kept> find(String username) {
        return database.sql("select * from platform.account where username = ?")
                .param(username)
                .query(AccountStore::kept)
                .optional();
    }

    Optional<Kept> find(AccountId id) {
        return database.sql("select * from platform.account where id = ?")
                .param(id.value())
                .query(AccountStore::kept)
                .optional();
    }

    List<Account> of(PartyId person) {
        return database.sql("select * from platform.account where person = ? order by created_at, id")
                .param(person.value())
                .query((row, number) -> kept(row, number).account())
                .list();
    }

    Slice<Account> search(Paging paging) {
        List<Account> rows = database.sql("""
                        select * from platform.account where username ilike ? escape '\\'
                        order by username limit ? offset ?
                        """)
                .params(paging.pattern(), paging.size(), paging.offset())
                .query((row, number) -> kept(row, number).account())
                .list();
        long total = database.sql("select count(*) from platform.account where username ilike ? escape '\\'")
                .param(paging.pattern())
                .query(Long.class)
                .single();
        return Slice.of(rows, paging, total);
    }

    boolean isEmpty() {
        return database.sql("select not exists (select from platform.account)")
                .query(Boolean.class)
                .single();
    }

    /// Only where nobody changed it meanwhile.
    void replaceHash(AccountId id, String before, String now) {
        database.sql("update platform.account set password_hash = ? where id = ? and password_hash = ?")
                .params(now, id.value(), before)
                .update();
    }

    void setPassword(AccountId id, String hash, Instant at) {
        database.sql("update platform.account set password_hash = ?, password_changed_at = ? where id = ?")
                .params(hash, at(at), id.value())
                .update();
    }

    void setDisabled(AccountId id, Optional<Instant> at) {
        database.sql("update platform.account set disabled_at = cast(? as timestamptz) where id = ?")
                .params(java.util.Arrays.asList(at.map(AccountStore::at).orElse(null), id.value()))
                .update();
    }

    void rename(AccountId id, String username) {
        database.sql("update platform.account set username = ? where id = ?")
                .params(username, id.value())
                .update();
    }

    void endSessions(AccountId id) {
        database.sql("delete from platform.session where account = ?")
                .param(id.value())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var disabledAt = row.getObject("disabled_at", OffsetDateTime.class);
        return new Kept(
                new Account(
                        new AccountId(row.getObject("id", UUID.class)),
                        new PartyId(row.getObject("person", UUID.class)),
                        row.getString("username"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(disabledAt).map(OffsetDateTime::toInstant)),
                row.getString("password_hash"));
    }
}
