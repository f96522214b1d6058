package org.farmgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LedgerAccountStore {
    private final JdbcClient jdbc;

    LedgerAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that are there already are left as they are. Written in one order by everybody, so that two who
    /// open the same accounts wait for each other instead of dying.
    void open(Collection<AccountKey> accounts, Instant at) {
        List<AccountKey> sorted = accounts.stream()
                .distinct()
                .sorted(Comparator.comparing((AccountKey key) -> key.origin().toString())
                        .thenComparing(key -> key.id().toString()))
                .toList();
        jdbc.sql("""
                insert into ledger.account (origin_id, id, kind, holder_id, counterparty_id, subject, opened_at)
                select origin, id, kind, holder, counterparty, subject, :at
                from unnest(:origin::uuid[], :id::uuid[], :kind::text[], :holder::uuid[], :counterparty::uuid[],
                            :subject::text[]) as a (origin, id, kind, holder, counterparty, subject)
                on conflict do nothing
                """)
                .params(Batch.of(sorted)
                        .ids("origin", AccountKey::origin)
                        .ids("id", AccountKey::id)
                        .texts("kind", key -> key.kind().name())
                        .optionalIds("holder", AccountKey::holder)
                        .optionalIds("counterparty", AccountKey::counterparty)
                        .texts("subject", AccountKey::subject)
                        .params())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<AccountKey> find(RegionId origin, AccountId id) {
        return Optional.ofNullable(byIds(origin, List.of(id)).get(id));
    }

    Map<AccountId, AccountKey> byIds(RegionId origin, Collection<AccountId> ids) {
        Map<AccountId, AccountKey> accounts = new HashMap<>();
        if (ids.isEmpty()) return accounts;
        jdbc.sql("select * from ledger.account where origin_id = :origin and id = any(:ids::uuid[])")
                .param("origin", origin.value())
                .param("ids", Batch.array(ids))
                .query(LedgerAccountStore::account)
                .list()
                .forEach(account -> accounts.put(account.id(), account));
        return accounts;
    }

    /// The columns of ledger.account, which may stand under a prefix such as `debit_`.
    static AccountKey account(ResultSet rs, int number) throws SQLException {
        return account(rs, "");
    }

    static AccountKey account(ResultSet rs, String prefix) throws SQLException {
        return new AccountKey(
                new RegionId(rs.getObject("origin_id", UUID.class)),
                AccountKind.valueOf(rs.getString(prefix + "kind")),
                Optional.ofNullable(rs.getObject(prefix + "holder_id", UUID.class))
                        .map(PartyId::new),
                Optional.ofNullable(rs.getObject(prefix + "counterparty_id", UUID.class))
                        .map(PartyId::new),
                rs.getString(prefix + "subject"));
    }
}
