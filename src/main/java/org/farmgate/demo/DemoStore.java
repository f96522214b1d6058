package org.farmgate.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DemoStore {
    /// Any number, as long as nobody else locks it.
    private static final long LOADING = 0x6661726d67617465L;

    private final JdbcClient jdbc;

    DemoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Two servers that start on one empty database load it one after the other: the second finds it loaded.
    void waitForTurn() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(?)")
                .param(LOADING)
                .query()
                .singleRow();
    }

    boolean isLoaded() {
        return jdbc.sql("select exists (select from demo.county)")
                .query(Boolean.class)
                .single();
    }

    void noteLoaded(int seasonYear, Instant at) {
        jdbc.sql("insert into demo.county (season_year, loaded_at) values (?, ?)")
                .params(seasonYear, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// One of the sign-ins that came with the demo.
    record SignIn(AccountId account, PartyId person, String username, String duty, boolean closed) {}

    void add(SignIn signIn, int ordinal) {
        jdbc.sql("insert into demo.sign_in (account_id, person_id, username, duty, ordinal) values (?, ?, ?, ?, ?)")
                .params(signIn.account.value(), signIn.person.value(), signIn.username, signIn.duty, ordinal)
                .update();
    }

    List<SignIn> signIns() {
        return jdbc.sql("select * from demo.sign_in order by ordinal")
                .query(DemoStore::signIn)
                .list();
    }

    void setClosed(Collection<AccountId> accounts, boolean closed) {
        jdbc.sql("update demo.sign_in set closed = :closed where account_id = any(:accounts::uuid[])")
                .param("closed", closed)
                .param("accounts", accounts.stream().map(AccountId::toString).toArray(String[]::new))
                .update();
    }

    private static SignIn signIn(ResultSet row, int number) throws SQLException {
        return new SignIn(
                new AccountId(row.getObject("account_id", UUID.class)),
                new PartyId(row.getObject("person_id", UUID.class)),
                row.getString("username"),
                row.getString("duty"),
                row.getBoolean("closed"));
    }
}
