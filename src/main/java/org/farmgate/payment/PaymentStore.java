package org.farmgate.payment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Id;
import org.farmgate.platform.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes payments. Every step is one guarded statement: whoever comes second changes nothing and is told so.
@Repository
class PaymentStore {
    private final JdbcClient jdbc;

    PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is taken.
    boolean insert(NewPayment payment, Optional<Instant> expiresAt, Instant at) {
        int written = jdbc.sql("""
                insert into payment.payment (id, pay_key, provider, title, total_fen, state, return_path, opened_at, expires_at)
                values (:id, :key, :provider, :title, :total, 'OPEN', :returnPath, :at, :expiresAt)
                on conflict do nothing
                """)
                .param("id", payment.id().value())
                .param("key", PayKey.next().value())
                .param("provider", payment.provider())
                .param("title", payment.title())
                .param("total", payment.total().fen())
                .param("returnPath", payment.returnPath())
                .param("at", time(at))
                .param(
                        "expiresAt",
                        expiresAt.map(PaymentStore::time).orElse(null),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (written == 0) return false;
        Map<String, Object> parts = Batch.of(payment.parts())
                .ids("origins", PaymentPart::origin)
                .texts("subjects", part -> part.subject().toString())
                .texts("kinds", PaymentPart::kind)
                .optionalIds("sellers", PaymentPart::seller)
                .longs("amounts", part -> part.amount().fen())
                .params();
        jdbc.sql("""
                insert into payment.part (origin_id, payment_id, subject_id, kind, seller_id, amount_fen, provider,
                  title, state, opened_at)
                select origin, :id, subject, kind, seller, amount, :provider, :title, 'OPEN', :at
                from unnest(:origins::uuid[], :subjects::uuid[], :kinds::text[], :sellers::uuid[], :amounts::bigint[])
                  as part (origin, subject, kind, seller, amount)
                """)
                .params(parts)
                .param("id", payment.id().value())
                .param("provider", payment.provider())
                .param("title", payment.title())
                .param("at", time(at))
                .update();
        return true;
    }

    /// False when it is not open any more.
    boolean begin(PaymentId id, Way way, Instant at, Instant askAt) {
        return jdbc.sql("""
                        update payment.payment set way_kind = :kind, way_text = :text, begun_at = :at, ask_at = :askAt
                        where id = :id and state = 'OPEN'
                        """)
                        .param("kind", WayText.kind(way))
                        .param("text", WayText.text(way))
                        .param("at", time(at))
                        .param(
                                "askAt",
                                WayText.isOurs(way) ? null : time(askAt),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// From any other state, once. False when there is no such payment of that provider and amount, or it had
    /// succeeded before.
    boolean succeed(
            PaymentId id,
            String provider,
            Money amount,
            String transaction,
            Instant paidAt,
            Instant at,
            Optional<PartyId> collectedBy) {
        boolean changed = jdbc.sql("""
                        update payment.payment
                        set state = 'SUCCEEDED', transaction = :transaction, paid_at = :paidAt, ended_at = :at,
                          failure = null, collected_by = :by, ask_at = null
                        where id = :id and provider = :provider and total_fen = :amount and state <> 'SUCCEEDED'
                        """)
                        .param("transaction", transaction)
                        .param("paidAt", time(paidAt))
                        .param("at", time(at))
                        .param("by", uuid(collectedBy), java.sql.Types.OTHER)
                        .param("id", id.value())
                        .param("provider", provider)
                        .param("amount", amount.fen())
                        .update()
                == 1;
        if (changed) copyToParts(id, PaymentState.SUCCEEDED, transaction, at);
        return changed;
    }

    /// From OPEN to an end without money. False when it was not open.
    boolean end(PaymentId id, PaymentState state, Optional<String> failure, Instant at) {
        boolean changed = jdbc.sql("""
                        update payment.payment set state = :state, failure = :failure, ended_at = :at
                        where id = :id and state = 'OPEN'
                        """)
                        .param("state", state.name())
                        .param("failure", failure.orElse(null), java.sql.Types.VARCHAR)
                        .param("at", time(at))
                        .param("id", id.value())
                        .update()
                == 1;
        if (changed) copyToParts(id, state, null, at);
        return changed;
    }

    private void copyToParts(PaymentId id, PaymentState state, @Nullable String transaction, Instant at) {
        jdbc.sql("""
                update payment.part set state = :state, transaction = :transaction, ended_at = :at
                where payment_id = :id
                """)
                .param("state", state.name())
                .param("transaction", transaction, java.sql.Types.VARCHAR)
                .param("at", time(at))
                .param("id", id.value())
                .update();
    }

    /// Payments whose provider is to be asked now, those waiting longest first.
    List<PaymentId> toAsk(Instant now, int most) {
        return jdbc.sql("""
                select id from payment.payment where ask_at <= :now order by ask_at limit :most
                """)
                .param("now", time(now))
                .param("most", most)
                .query((row, number) -> new PaymentId(row.getObject("id", java.util.UUID.class)))
                .list();
    }

    int asked(PaymentId id) {
        return jdbc.sql("select asked from payment.payment where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /// Empty: never again.
    void askNext(PaymentId id, Optional<Instant> at) {
        jdbc.sql("""
                update payment.payment set ask_at = :at, asked = asked + 1 where id = :id and state <> 'SUCCEEDED'
                """)
                .param("at", at.map(PaymentStore::time).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id.value())
                .update();
    }

    List<PaymentId> toExpire(Instant now, int most) {
        return jdbc.sql("""
                select id from payment.payment where state = 'OPEN' and expires_at <= :now
                order by expires_at limit :most
                """)
                .param("now", time(now))
                .param("most", most)
                .query((row, number) -> new PaymentId(row.getObject("id", java.util.UUID.class)))
                .list();
    }

    void note(
            String provider,
            Optional<PaymentId> payment,
            String word,
            String outcome,
            Optional<Money> amount,
            Optional<String> transaction,
            Instant at) {
        jdbc.sql("""
                insert into payment.notice (id, provider, payment_id, word, outcome, amount_fen, transaction,
                  received_at)
                values (:id, :provider, :payment, :word, :outcome, :amount, :transaction, :at)
                """)
                .param("id", Id.next())
                .param("provider", provider)
                .param("payment", uuid(payment), java.sql.Types.OTHER)
                .param("word", word)
                .param("outcome", outcome)
                .param("amount", amount.map(Money::fen).orElse(null), java.sql.Types.BIGINT)
                .param("transaction", transaction.orElse(null), java.sql.Types.VARCHAR)
                .param("at", time(at))
                .update();
    }

    static java.util.@Nullable UUID uuid(Optional<? extends Id> id) {
        return id.map(Id::value).orElse(null);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
