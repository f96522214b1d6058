package org.farmgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Adds transfers and reads them. Nothing here, or anywhere, changes or removes one.
@Repository
class TransferStore {
    /// A transfer with both its accounts.
    static final String COLUMNS = """
            t.*, d.kind as debit_kind, d.holder_id as debit_holder_id, d.counterparty_id as debit_counterparty_id,
            d.subject as debit_subject, c.kind as credit_kind, c.holder_id as credit_holder_id,
            c.counterparty_id as credit_counterparty_id, c.subject as credit_subject
            """;

    static final String ACCOUNTS = """
            join ledger.account d on d.origin_id = t.origin_id and d.id = t.debit_id
            join ledger.account c on c.origin_id = t.origin_id and c.id = t.credit_id
            """;

    private final JdbcClient jdbc;

    TransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Answers which were added; the ids of the others are taken. Waits for whoever is adding the same ids now.
    ///
    /// @param sorted by origin and id
    Set<TransferId> add(List<Transfer> sorted, Instant at) {
        return new HashSet<>(jdbc.sql("""
                insert into ledger.transfer (origin_id, id, debit_id, credit_id, amount_fen, on_day, cause_kind,
                                             cause_id, product_id, mass_grams, fen_per_tonne, rule, document_kind,
                                             document_id, deductions, posted_at)
                select t.*, :at
                from unnest(:origin::uuid[], :id::uuid[], :debit::uuid[], :credit::uuid[], :amount::bigint[],
                            :on::date[], :causeKind::text[], :cause::uuid[], :product::uuid[], :mass::bigint[],
                            :price::bigint[], :rule::text[], :documentKind::text[], :document::uuid[],
                            :deductions::text[]) as t
                on conflict do nothing
                returning id
                """)
                .params(batch(sorted))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new TransferId(rs.getObject("id", UUID.class)))
                .list());
    }

    private static Map<String, Object> batch(List<Transfer> transfers) {
        Map<String, Object> columns = Batch.of(transfers)
                .ids("origin", transfer -> transfer.debit().origin())
                .ids("id", Transfer::id)
                .ids("debit", transfer -> transfer.debit().id())
                .ids("credit", transfer -> transfer.credit().id())
                .longs("amount", transfer -> transfer.amount().fen())
                .dates("on", Transfer::on)
                .texts("causeKind", Transfer::causeKind)
                .texts("cause", transfer -> transfer.cause().toString())
                .optionalIds("product", transfer -> transfer.particulars().product())
                .texts("rule", transfer -> transfer.particulars().rule())
                .texts("documentKind", transfer -> transfer.particulars().documentKind())
                .texts("deductions", transfer -> transfer.particulars().deductionsText())
                .params();
        columns.put(
                "mass",
                transfers.stream()
                        .map(t -> t.particulars().mass().map(Mass::grams).orElse(null))
                        .toArray(Long[]::new));
        columns.put(
                "price",
                transfers.stream()
                        .map(t ->
                                t.particulars().price().map(Price::fenPerTonne).orElse(null))
                        .toArray(Long[]::new));
        columns.put(
                "document",
                transfers.stream()
                        .map(t -> t.particulars().document().map(UUID::toString).orElse(null))
                        .toArray(String[]::new));
        return columns;
    }

    List<Posting> byIds(RegionId origin, Collection<TransferId> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select " + COLUMNS + " from ledger.transfer t " + ACCOUNTS
                        + " where t.origin_id = :origin and t.id = any(:ids::uuid[])")
                .param("origin", origin.value())
                .param("ids", Batch.array(ids))
                .query(TransferStore::posting)
                .list();
    }

    static Posting posting(ResultSet rs, int number) throws SQLException {
        AccountKey debit = LedgerAccountStore.account(rs, "debit_");
        AccountKey credit = LedgerAccountStore.account(rs, "credit_");
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
        return new Posting(
                new Transfer(
                        new TransferId(rs.getObject("id", UUID.class)),
                        debit,
                        credit,
                        new Money(rs.getLong("amount_fen")),
                        rs.getObject("on_day", LocalDate.class),
                        rs.getString("cause_kind"),
                        rs.getObject("cause_id", UUID.class),
                        particulars),
                rs.getObject("posted_at", OffsetDateTime.class).toInstant());
    }
}
