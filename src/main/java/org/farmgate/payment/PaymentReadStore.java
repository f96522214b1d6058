package org.farmgate.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads payments; [PaymentStore] writes them.
@Repository
class PaymentReadStore {
    private final JdbcClient jdbc;

    PaymentReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Payment> find(PaymentId id) {
        List<PaymentPart> parts = jdbc.sql("""
                select * from payment.part where payment_id = :id
                """)
                .param("id", id.value())
                .query(PaymentReadStore::part)
                .list();
        return jdbc.sql("select * from payment.payment where id = :id")
                .param("id", id.value())
                .query((row, number) -> payment(row, NewPayment.sorted(parts)))
                .optional();
    }

    Optional<PaymentId> find(PayKey key) {
        return jdbc.sql("select id from payment.payment where pay_key = :key")
                .param("key", key.value())
                .query((row, number) -> new PaymentId(uuid(row, "id")))
                .optional();
    }

    /// Newest first; of that county, of that seller, or of either where both are named; all where none is.
    List<PaymentListing> search(Sight sight, PaymentQuery query) {
        return filtered("select *", sight, query, "order by opened_at desc, payment_id desc limit :size offset :offset")
                .param("size", query.paging().size())
                .param("offset", query.paging().offset())
                .query(PaymentReadStore::listing)
                .list();
    }

    long count(Sight sight, PaymentQuery query) {
        return filtered("select count(*)", sight, query, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String select, Sight sight, PaymentQuery query, String end) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder(sight.condition(values));
        query.state().ifPresent(state -> {
            where.append(" and state = :state");
            values.put("state", state.name());
        });
        if (!query.paging().search().isEmpty()) {
            where.append(" and (title ilike :search or transaction ilike :search or payment_id::text ilike :search)");
            values.put("search", query.paging().pattern());
        }
        return jdbc.sql(select + " from payment.part where " + where + " " + end)
                .params(values);
    }

    List<PaymentListing> parts(Sight sight, PaymentId id) {
        Map<String, Object> values = new HashMap<>();
        String where = sight.condition(values);
        return jdbc.sql("select * from payment.part where payment_id = :id and " + where
                        + " order by origin_id, subject_id")
                .params(values)
                .param("id", id.value())
                .query(PaymentReadStore::listing)
                .list();
    }

    List<Notice> notices(PaymentId id) {
        return jdbc.sql("""
                select * from payment.notice where payment_id = :id order by received_at desc, id desc limit 100
                """)
                .param("id", id.value())
                .query((row, number) -> new Notice(
                        instant(row, "received_at"),
                        row.getString("word"),
                        row.getString("outcome"),
                        Optional.ofNullable(row.getObject("amount_fen", Long.class))
                                .map(Money::new),
                        Optional.ofNullable(row.getString("transaction"))))
                .list();
    }

    private static Payment payment(ResultSet row, List<PaymentPart> parts) throws SQLException {
        return new Payment(
                new PaymentId(uuid(row, "id")),
                new PayKey(uuid(row, "pay_key")),
                parts,
                row.getString("provider"),
                row.getString("title"),
                PaymentState.valueOf(row.getString("state")),
                instant(row, "opened_at"),
                optional(row, "expires_at"),
                row.getString("return_path"),
                WayText.read(row.getString("way_kind"), row.getString("way_text")),
                Optional.ofNullable(row.getString("transaction")),
                optional(row, "paid_at"),
                optional(row, "ended_at"),
                Optional.ofNullable(row.getString("failure")));
    }

    private static PaymentPart part(ResultSet row, int number) throws SQLException {
        return new PaymentPart(
                new RegionId(uuid(row, "origin_id")),
                row.getString("kind"),
                uuid(row, "subject_id"),
                new Money(row.getLong("amount_fen")),
                Optional.ofNullable(row.getObject("seller_id", UUID.class)).map(PartyId::new));
    }

    private static PaymentListing listing(ResultSet row, int number) throws SQLException {
        return new PaymentListing(
                new PaymentId(uuid(row, "payment_id")),
                new RegionId(uuid(row, "origin_id")),
                row.getString("kind"),
                uuid(row, "subject_id"),
                row.getString("title"),
                row.getString("provider"),
                PaymentState.valueOf(row.getString("state")),
                new Money(row.getLong("amount_fen")),
                new Money(row.getLong("refunded_fen")),
                Optional.ofNullable(row.getString("transaction")),
                instant(row, "opened_at"),
                optional(row, "ended_at"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
