package org.farmgate.ledger.slip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.ledger.AccountId;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SlipStore {
    private final JdbcClient jdbc;

    SlipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Account(RegionId origin, AccountId id) {}

    /// One for each origin in whose books something was owed.
    List<Account> accounts(PartyId holder, PartyId payee) {
        return jdbc.sql("""
                select origin_id, id from ledger.account
                where kind = 'PAYABLE' and holder_id = :holder and counterparty_id = :payee
                order by origin_id
                """)
                .param("holder", holder.value())
                .param("payee", payee.value())
                .query((rs, _) -> new Account(
                        new RegionId(rs.getObject("origin_id", UUID.class)),
                        new AccountId(rs.getObject("id", UUID.class))))
                .list();
    }

    /// What was owed before that day: what is owed now, less what came since. In one statement, so that both
    /// are of one moment.
    Money before(Account account, LocalDate day) {
        return jdbc.sql("""
                select (select coalesce(sum(credit_fen - debit_fen), 0) from ledger.total
                        where origin_id = :origin and account_id = :account)
                     + (select coalesce(sum(amount_fen), 0) from ledger.transfer
                        where origin_id = :origin and debit_id = :account and on_day >= :day)
                     - (select coalesce(sum(amount_fen), 0) from ledger.transfer
                        where origin_id = :origin and credit_id = :account and on_day >= :day)
                """)
                .param("origin", account.origin().value())
                .param("account", account.id().value())
                .param("day", day)
                .query((rs, _) -> new Money(rs.getLong(1)))
                .single();
    }

    /// At most `most`, in the order of days.
    List<SlipLine> lines(Account account, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("""
                select * from (
                  (select t.*, -amount_fen as fen from ledger.transfer t
                   where origin_id = :origin and debit_id = :account and on_day between :from and :to
                   order by on_day, id limit :most)
                  union all
                  (select t.*, amount_fen from ledger.transfer t
                   where origin_id = :origin and credit_id = :account and on_day between :from and :to
                   order by on_day, id limit :most)) both_sides
                order by on_day, posted_at, id limit :most
                """)
                .param("origin", account.origin().value())
                .param("account", account.id().value())
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(SlipStore::line)
                .list();
    }

    private static SlipLine line(ResultSet rs, int number) throws SQLException {
        long mass = rs.getLong("mass_grams");
        boolean weighed = !rs.wasNull();
        long price = rs.getLong("fen_per_tonne");
        boolean priced = !rs.wasNull();
        var particulars = new Particulars(
                Optional.ofNullable(rs.getObject("product_id", UUID.class)).map(ProductId::new),
                weighed ? Optional.of(new Mass(mass)) : Optional.empty(),
                priced ? Optional.of(new Price(price)) : Optional.empty(),
                rs.getString("rule"),
                rs.getString("document_kind"),
                Optional.ofNullable(rs.getObject("document_id", UUID.class)),
                Particulars.readDeductions(rs.getString("deductions")));
        Money amount = new Money(rs.getLong("fen"));
        String causeKind = rs.getString("cause_kind");
        return new SlipLine(
                new TransferId(rs.getObject("id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                rs.getObject("on_day", LocalDate.class),
                kind(amount, causeKind, particulars.rule()),
                amount,
                causeKind,
                rs.getObject("cause_id", UUID.class),
                particulars);
    }

    private static SlipLine.Kind kind(Money amount, String causeKind, String rule) {
        boolean payout = causeKind.equals("payout") && !rule.equals("set-off");
        if (amount.isNegative()) return payout ? SlipLine.Kind.PAID_OUT : SlipLine.Kind.TAKEN;
        return payout ? SlipLine.Kind.RETURNED : SlipLine.Kind.EARNED;
    }

    /// Whoever is owed most first.
    ///
    /// @param named only these payees or payers, where given
    Slice<SlipListing> search(Sight sight, Paging paging, Optional<Collection<PartyId>> named) {
        Map<String, Object> params = new HashMap<>(sight.params());
        List<String> where =
                new ArrayList<>(List.of("a.kind = 'PAYABLE'", "a.holder_id <> a.counterparty_id", sight.on("a")));
        named.ifPresent(parties -> {
            where.add("(a.counterparty_id = any(:named::uuid[]) or a.holder_id = any(:named::uuid[]))");
            params.put("named", Batch.array(parties));
        });
        String pairs = """
                select a.holder_id, a.counterparty_id, sum(t.credit_fen - t.debit_fen) as owed
                from ledger.account a
                join ledger.total t on t.origin_id = a.origin_id and t.account_id = a.id
                where %s
                group by a.holder_id, a.counterparty_id
                """.formatted(String.join(" and ", where));
        long total = jdbc.sql("select count(*) from (" + pairs + ") p")
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        List<SlipListing> rows = jdbc.sql(
                        pairs + " order by owed desc, a.counterparty_id, a.holder_id limit :size offset :offset")
                .params(params)
                .query((rs, _) -> new SlipListing(
                        new PartyId(rs.getObject("holder_id", UUID.class)),
                        new PartyId(rs.getObject("counterparty_id", UUID.class)),
                        new Money(rs.getLong("owed"))))
                .list();
        return Slice.of(rows, paging, total);
    }
}
