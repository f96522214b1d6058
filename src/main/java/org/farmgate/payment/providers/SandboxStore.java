package org.farmgate.payment.providers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.payment.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sandbox's own books, as a provider keeps them.
@Repository
class SandboxStore {
    private final JdbcClient jdbc;

    SandboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param word WAITS, PAID or REFUSED
    /// @param dueAt from when on whoever asks gets to hear it
    record SandboxOrder(
            PaymentId payment,
            String word,
            Money amount,
            Optional<String> transaction,
            Optional<Instant> dueAt,
            boolean refusesRefunds) {}

    void open(PaymentId payment, Money amount) {
        jdbc.sql("""
                insert into payment.sandbox_order (payment_id, word, amount_fen) values (:id, 'WAITS', :amount)
                on conflict do nothing
                """).param("id", payment.value()).param("amount", amount.fen()).update();
    }

    Optional<SandboxOrder> find(PaymentId payment) {
        return jdbc.sql("select * from payment.sandbox_order where payment_id = :id")
                .param("id", payment.value())
                .query((row, number) -> new SandboxOrder(
                        payment,
                        row.getString("word"),
                        new Money(row.getLong("amount_fen")),
                        Optional.ofNullable(row.getString("transaction")),
                        Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getBoolean("refuses_refunds")))
                .optional();
    }

    /// What was paid stays paid.
    void say(PaymentId payment, String word, Optional<String> transaction, Instant dueAt) {
        jdbc.sql("""
                update payment.sandbox_order set word = :word, transaction = :transaction, due_at = :due
                where payment_id = :id and word <> 'PAID'
                """)
                .param("word", word)
                .param("transaction", transaction.orElse(null), java.sql.Types.VARCHAR)
                .param("due", dueAt.atOffset(ZoneOffset.UTC))
                .param("id", payment.value())
                .update();
    }

    void refuseRefunds(PaymentId payment, boolean refuse) {
        jdbc.sql("update payment.sandbox_order set refuses_refunds = :refuse where payment_id = :id")
                .param("refuse", refuse)
                .param("id", payment.value())
                .update();
    }
}
