package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.instant;
import static org.farmgate.trade.DemandReadStore.uuid;
import static org.farmgate.trade.DemandStore.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Invoices. Whoever writes one holds the contract's lock, so that numbers run on and the tolerance is seen
/// whole.
@Repository
class InvoiceStore {
    private final JdbcClient jdbc;

    InvoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a contract has come to so far; voided invoices count for the number alone.
    record Sums(int invoices, Mass accepted, Mass invoiced, Money amount, Money paid) {}

    Sums sums(RegionId origin, ContractId contract) {
        return jdbc.sql("""
                select count(*) as invoices,
                  coalesce(sum(accepted_grams) filter (where voided_at is null), 0) as accepted,
                  coalesce(sum(invoiced_grams) filter (where voided_at is null), 0) as invoiced,
                  coalesce(sum(amount_fen) filter (where voided_at is null), 0) as amount,
                  coalesce(sum(paid_fen), 0) as paid
                from trade.invoice where origin_id = :origin and contract_id = :contract
                """)
                .param("origin", origin.value())
                .param("contract", contract.value())
                .query((row, _) -> new Sums(
                        row.getInt("invoices"),
                        new Mass(row.getLong("accepted")),
                        new Mass(row.getLong("invoiced")),
                        new Money(row.getLong("amount")),
                        new Money(row.getLong("paid"))))
                .single();
    }

    void insert(Invoice invoice, int ordinal, Instant at) {
        jdbc.sql("""
                insert into trade.invoice (origin_id, id, contract_id, ordinal, number, seller_id, buyer_id, product_id,
                  source, call_off_id, site_id, delivered_at, week, accepted_grams, invoiced_grams, fen_per_tonne,
                  quote_index, quote_source, quote_fen_per_tonne, quoted_on, amount_fen, due_on, made_at)
                values (:origin, :id, :contract, :ordinal, :number, :seller, :buyer, :product, :source, :callOff, :site,
                  :delivered, :week, :accepted, :invoiced, :price, :index, :indexSource, :indexPrice, :quotedOn, :amount,
                  :due, :at)
                """)
                .param("origin", invoice.origin().value())
                .param("id", invoice.id().value())
                .param("contract", invoice.contract().value())
                .param("ordinal", ordinal)
                .param("number", invoice.number())
                .param("seller", invoice.seller().value())
                .param("buyer", invoice.buyer().value())
                .param("product", invoice.product().value())
                .param("source", invoice.source().name())
                .param("callOff", invoice.callOff().map(CallOffId::value).orElse(null), Types.OTHER)
                .param("site", invoice.site().map(SiteId::value).orElse(null), Types.OTHER)
                .param("delivered", time(invoice.deliveredAt()))
                .param("week", invoice.week().number())
                .param("accepted", invoice.accepted().grams())
                .param("invoiced", invoice.invoiced().grams())
                .param("price", invoice.price().fenPerTonne())
                .param(
                        "index",
                        invoice.quote().map(quote -> quote.index().name()).orElse(null),
                        Types.VARCHAR)
                .param(
                        "indexSource",
                        invoice.quote().map(quote -> quote.index().source()).orElse(null),
                        Types.VARCHAR)
                .param(
                        "indexPrice",
                        invoice.quote()
                                .map(quote -> quote.price().fenPerTonne())
                                .orElse(null),
                        Types.BIGINT)
                .param("quotedOn", invoice.quote().map(IndexQuote::quotedOn).orElse(null), Types.DATE)
                .param("amount", invoice.amount().fen())
                .param("due", invoice.dueOn())
                .param("at", time(at))
                .update();
    }

    /// False when that would be more than the invoice.
    boolean pay(Invoice invoice, Money amount) {
        return jdbc.sql("""
                        update trade.invoice set paid_fen = paid_fen + :amount
                        where origin_id = :origin and id = :id and paid_fen + :amount <= amount_fen
                          and source = 'CONSIGNMENT' and voided_at is null
                        """)
                        .param("amount", amount.fen())
                        .param("origin", invoice.origin().value())
                        .param("id", invoice.id().value())
                        .update()
                == 1;
    }

    /// By which fee growers were settled; empty while they were not.
    Optional<Integer> fee(Invoice invoice) {
        return jdbc.sql("select settled_fee from trade.invoice where origin_id = :origin and id = :id")
                .param("origin", invoice.origin().value())
                .param("id", invoice.id().value())
                .query((row, _) -> Optional.ofNullable(row.getObject("settled_fee", Integer.class)))
                .single();
    }

    /// False when somebody else was faster.
    boolean settle(Invoice invoice, int feeBasisPoints, Instant at) {
        return jdbc.sql("""
                        update trade.invoice set settled_fee = :fee, settled_at = :at
                        where origin_id = :origin and id = :id and settled_at is null
                        """)
                        .param("fee", feeBasisPoints)
                        .param("at", time(at))
                        .param("origin", invoice.origin().value())
                        .param("id", invoice.id().value())
                        .update()
                == 1;
    }

    void voidIt(Invoice invoice, Instant at) {
        jdbc.sql("""
                update trade.invoice set voided_at = :at
                where origin_id = :origin and id = :id and voided_at is null and source = 'TICKET'
                """)
                .param("at", time(at))
                .param("origin", invoice.origin().value())
                .param("id", invoice.id().value())
                .update();
    }

    /// False when the id is taken.
    boolean insertPayment(RegionId origin, InvoicePayment payment, PartyId person) {
        return jdbc.sql("""
                        insert into trade.invoice_payment (origin_id, id, invoice_id, amount_fen, paid_on, means,
                          reference, person_id, person_name, entered_at)
                        values (:origin, :id, :invoice, :amount, :on, :means, :reference, :person, :name, :at)
                        on conflict do nothing
                        """)
                        .param("origin", origin.value())
                        .param("id", payment.id().value())
                        .param("invoice", payment.invoice().value())
                        .param("amount", payment.amount().fen())
                        .param("on", payment.on())
                        .param("means", payment.means().name())
                        .param("reference", payment.reference())
                        .param("person", person.value())
                        .param("name", payment.enteredBy())
                        .param("at", time(payment.enteredAt()))
                        .update()
                == 1;
    }

    Optional<InvoicePayment> findPayment(RegionId origin, InvoicePayment.PaymentId id) {
        return jdbc.sql("select * from trade.invoice_payment where origin_id = :origin and id = :id")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(InvoiceStore::payment)
                .optional();
    }

    List<InvoicePayment> payments(Invoice invoice) {
        return jdbc.sql("""
                select * from trade.invoice_payment where origin_id = :origin and invoice_id = :invoice
                order by entered_at, id
                """)
                .param("origin", invoice.origin().value())
                .param("invoice", invoice.id().value())
                .query(InvoiceStore::payment)
                .list();
    }

    List<Invoice> byIds(Collection<InvoiceId> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from trade.invoice where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(InvoiceStore::invoice)
                .list();
    }

    Optional<Invoice> find(InvoiceId id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /// The latest first.
    Slice<Invoice> search(Sight sight, InvoiceQuery query) {
        Paging paging = query.paging();
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder(" where true");
        if (!sight.everything()) {
            where.append("""
                     and (i.origin_id = any(:origins::uuid[]) or i.seller_id = any(:parties::uuid[])
                          or i.buyer_id = any(:parties::uuid[]))
                    """);
            params.put("origins", Batch.array(sight.origins()));
            params.put("parties", Batch.array(sight.parties()));
        }
        query.contract().ifPresent(contract -> {
            where.append(" and i.contract_id = :contract");
            params.put("contract", contract.value());
        });
        if (query.onlyOpen())
            where.append(" and i.paid_fen < i.amount_fen and i.source = 'CONSIGNMENT' and i.voided_at is null");
        if (!paging.search().isEmpty()) {
            where.append(" and i.number ilike :pattern escape '\\'");
            params.put("pattern", paging.pattern());
        }
        long total = jdbc.sql("select count(*) from trade.invoice i" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        List<Invoice> rows = jdbc.sql("select i.* from trade.invoice i" + where
                        + " order by i.delivered_at desc, i.id desc limit :size offset :offset")
                .params(params)
                .query(InvoiceStore::invoice)
                .list();
        return Slice.of(rows, paging, total);
    }

    private static Invoice invoice(ResultSet row, int number) throws SQLException {
        LocalDate quotedOn = row.getObject("quoted_on", LocalDate.class);
        Optional<IndexQuote> quote = quotedOn == null
                ? Optional.empty()
                : Optional.of(new IndexQuote(
                        new PriceIndex(row.getString("quote_index"), row.getString("quote_source")),
                        new Price(row.getLong("quote_fen_per_tonne")),
                        quotedOn));
        return new Invoice(
                new InvoiceId(uuid(row, "id")),
                new RegionId(uuid(row, "origin_id")),
                row.getString("number"),
                new ContractId(uuid(row, "contract_id")),
                new PartyId(uuid(row, "seller_id")),
                new PartyId(uuid(row, "buyer_id")),
                new ProductId(uuid(row, "product_id")),
                InvoiceSource.valueOf(row.getString("source")),
                Optional.ofNullable(row.getObject("call_off_id", UUID.class)).map(CallOffId::new),
                Optional.ofNullable(row.getObject("site_id", UUID.class)).map(SiteId::new),
                instant(row, "delivered_at"),
                IsoWeek.fromNumber(row.getInt("week")),
                new Mass(row.getLong("accepted_grams")),
                new Mass(row.getLong("invoiced_grams")),
                new Price(row.getLong("fen_per_tonne")),
                quote,
                new Money(row.getLong("amount_fen")),
                row.getObject("due_on", LocalDate.class),
                new Money(row.getLong("paid_fen")),
                Optional.ofNullable(row.getObject("voided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static InvoicePayment payment(ResultSet row, int number) throws SQLException {
        return new InvoicePayment(
                new InvoicePayment.PaymentId(uuid(row, "id")),
                new InvoiceId(uuid(row, "invoice_id")),
                new Money(row.getLong("amount_fen")),
                row.getObject("paid_on", LocalDate.class),
                InvoicePayment.Means.valueOf(row.getString("means")),
                row.getString("reference"),
                row.getString("person_name"),
                instant(row, "entered_at"));
    }
}
