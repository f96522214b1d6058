package org.farmgate.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the books as a whole.
@Repository
class BookStore {
    private final JdbcClient jdbc;

    BookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In whose books anything stands: of these counties, of one holder, or all.
    List<RegionId> origins(Optional<PartyId> holder, Optional<Collection<RegionId>> counties) {
        Map<String, Object> params = new HashMap<>();
        List<String> where = new ArrayList<>(List.of("true"));
        holder.ifPresent(party -> {
            where.add("holder_id = :holder");
            params.put("holder", party.value());
        });
        counties.ifPresent(some -> {
            where.add("origin_id = any(:counties::uuid[])");
            params.put("counties", Batch.array(some));
        });
        return jdbc.sql("select distinct origin_id from ledger.day_total where " + String.join(" and ", where)
                        + " order by origin_id")
                .params(params)
                .query((rs, _) -> new RegionId(rs.getObject("origin_id", UUID.class)))
                .list();
    }

    List<TrialBalance.Line> trialBalance(RegionId origin, Optional<PartyId> holder, LocalDate on) {
        return jdbc.sql("""
                select kind, sum(debit_fen) as debited, sum(credit_fen) as credited
                from ledger.day_total
                where origin_id = :origin and on_day <= :on and (:everybody or holder_id = :holder)
                group by kind
                """)
                .param("origin", origin.value())
                .param("on", on)
                .param("everybody", holder.isEmpty())
                .param("holder", holder.map(PartyId::value).orElse(DayTotalStore.NOBODY))
                .query((rs, _) -> new TrialBalance.Line(
                        AccountKind.valueOf(rs.getString("kind")),
                        new Money(rs.getLong("debited")),
                        new Money(rs.getLong("credited"))))
                .list();
    }

    /// A page of the accounts of one kind, in no order but a steady one.
    List<AccountKey> accounts(
            Sight sight, RegionId origin, AccountKind kind, Optional<Collection<PartyId>> named, Paging paging) {
        Map<String, Object> params = new HashMap<>(sight.params());
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        return jdbc.sql("select a.* from ledger.account a where "
                        + where(sight, origin, kind, named, paging, params)
                        + " order by a.id limit :size offset :offset")
                .params(params)
                .query(LedgerAccountStore::account)
                .list();
    }

    /// Counted up to [PostingStore#MOST_COUNTED].
    long count(Sight sight, RegionId origin, AccountKind kind, Optional<Collection<PartyId>> named, Paging paging) {
        Map<String, Object> params = new HashMap<>(sight.params());
        params.put("most", PostingStore.MOST_COUNTED);
        return jdbc.sql("select count(*) from (select 1 from ledger.account a where "
                        + where(sight, origin, kind, named, paging, params) + " limit :most) c")
                .params(params)
                .query(Long.class)
                .single();
    }

    private static String where(
            Sight sight,
            RegionId origin,
            AccountKind kind,
            Optional<Collection<PartyId>> named,
            Paging paging,
            Map<String, Object> params) {
        params.put("origin", origin.value());
        params.put("kind", kind.name());
        String where = "a.origin_id = :origin and a.kind = :kind and " + sight.on("a");
        if (named.isEmpty()) return where;
        params.put("named", Batch.array(named.get()));
        params.put("subject", paging.search());
        return where + " and (a.subject = :subject or a.holder_id = any(:named::uuid[])"
                + " or a.counterparty_id = any(:named::uuid[]))";
    }

    /// What was debited less what was credited after that day, by account; nothing for those without an entry
    /// since.
    Map<AccountId, Long> after(RegionId origin, Collection<AccountId> accounts, LocalDate day) {
        Map<AccountId, Long> after = new HashMap<>();
        if (accounts.isEmpty()) return after;
        jdbc.sql("""
                select account_id, sum(fen) as fen from (
                  select debit_id as account_id, amount_fen as fen from ledger.transfer
                  where origin_id = :origin and debit_id = any(:accounts::uuid[]) and on_day > :day
                  union all
                  select credit_id, -amount_fen from ledger.transfer
                  where origin_id = :origin and credit_id = any(:accounts::uuid[]) and on_day > :day) e
                group by account_id
                """)
                .param("origin", origin.value())
                .param("accounts", Batch.array(accounts))
                .param("day", day)
                .query((rs, _) -> Map.entry(new AccountId(rs.getObject("account_id", UUID.class)), rs.getLong("fen")))
                .list()
                .forEach(entry -> after.put(entry.getKey(), entry.getValue()));
        return after;
    }
}
