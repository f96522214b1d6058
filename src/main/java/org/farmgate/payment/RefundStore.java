package org.farmgate.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/// Refunds, and the part's sum they are counted against.
@Repository
class RefundStore {
    private final JdbcClient jdbc;

    RefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is taken. Two at once wait for one another here.
    boolean insert(Refund refund, Optional<PartyId> seller) {
        return jdbc.sql("""
                        insert into payment.refund (origin_id, id, payment_id, subject_id, kind, seller_id, provider,
                          amount_fen, reason, state, asked_at, try_at)
                        values (:origin, :id, :payment, :subject, :kind, :seller, :provider, :amount, :reason, 'ASKED',
                          :at, :tryAt)
                        on conflict do nothing
                        """)
                        .param("origin", refund.origin().value())
                        .param("id", refund.id().value())
                        .param("payment", refund.payment().value())
                        .param("subject", refund.subject())
                        .param("kind", refund.kind())
                        .param("seller", PaymentStore.uuid(seller), java.sql.Types.OTHER)
                        .param("provider", refund.provider())
                        .param("amount", refund.amount().fen())
                        .param("reason", refund.reason())
                        .param("at", PaymentStore.time(refund.askedAt()))
                        .param("tryAt", PaymentStore.time(refund.askedAt().plus(Reconciling.pause(0))))
                        .update()
                == 1;
    }

    /// Counts the sum against its part. False when it is not paid, or less than that is left. The condition stands in
    /// the statement, so of two refunds at once the second sees the first.
    boolean take(Refund refund) {
        return jdbc.sql("""
                        update payment.part set refunded_fen = refunded_fen + :amount
                        where origin_id = :origin and payment_id = :payment and subject_id = :subject
                          and state = 'SUCCEEDED' and :amount <= amount_fen - refunded_fen
                        """)
                        .param("amount", refund.amount().fen())
                        .param("origin", refund.origin().value())
                        .param("payment", refund.payment().value())
                        .param("subject", refund.subject())
                        .update()
                == 1;
    }

    /// What could still go back.
    Money left(Refund refund) {
        return jdbc.sql("""
                select amount_fen - refunded_fen from payment.part
                where origin_id = :origin and payment_id = :payment and subject_id = :subject
                """)
                .param("origin", refund.origin().value())
                .param("payment", refund.payment().value())
                .param("subject", refund.subject())
                .query(Long.class)
                .optional()
                .map(Money::new)
                .orElse(Money.ZERO);
    }

    /// The provider has taken it on, or is to be told or asked again then. False when it has ended.
    boolean wait(Refund refund, RefundState state, Optional<String> reference, Optional<Instant> tryAt) {
        return jdbc.sql("""
                        update payment.refund
                        set state = :state, reference = coalesce(:reference, reference), try_at = :tryAt,
                          tries = tries + 1
                        where origin_id = :origin and id = :id and state in ('ASKED', 'UNDER_WAY')
                        """)
                        .param("state", state.name())
                        .param("reference", reference.orElse(null), java.sql.Types.VARCHAR)
                        .param(
                                "tryAt",
                                tryAt.map(PaymentStore::time).orElse(null),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("origin", refund.origin().value())
                        .param("id", refund.id().value())
                        .update()
                == 1;
    }

    /// False when it had ended before.
    boolean done(Refund refund, Optional<String> reference, Optional<PartyId> handedBy, Instant at) {
        return jdbc.sql("""
                        update payment.refund
                        set state = 'DONE', reference = coalesce(:reference, reference), handed_by = :by,
                          ended_at = :at, try_at = null
                        where origin_id = :origin and id = :id and state in ('ASKED', 'UNDER_WAY')
                        """)
                        .param("reference", reference.orElse(null), java.sql.Types.VARCHAR)
                        .param("by", PaymentStore.uuid(handedBy), java.sql.Types.OTHER)
                        .param("at", PaymentStore.time(at))
                        .param("origin", refund.origin().value())
                        .param("id", refund.id().value())
                        .update()
                == 1;
    }

    /// The sum counts as paid again. False when it had ended before.
    boolean fail(Refund refund, String failure, Instant at) {
        boolean failed = jdbc.sql("""
                        update payment.refund
                        set state = 'FAILED', failure = :failure, ended_at = :at, try_at = null
                        where origin_id = :origin and id = :id and state in ('ASKED', 'UNDER_WAY')
                        """)
                        .param("failure", failure)
                        .param("at", PaymentStore.time(at))
                        .param("origin", refund.origin().value())
                        .param("id", refund.id().value())
                        .update()
                == 1;
        if (failed)
            jdbc.sql("""
                    update payment.part set refunded_fen = refunded_fen - :amount
                    where origin_id = :origin and payment_id = :payment and subject_id = :subject
                    """)
                    .param("amount", refund.amount().fen())
                    .param("origin", refund.origin().value())
                    .param("payment", refund.payment().value())
                    .param("subject", refund.subject())
                    .update();
        return failed;
    }

    Optional<Refund> find(RefundId id) {
        return jdbc.sql("select * from payment.refund where id = :id")
                .param("id", id.value())
                .query(RefundStore::refund)
                .optional();
    }

    List<Refund> ofPayment(PaymentId payment) {
        return jdbc.sql("select * from payment.refund where payment_id = :payment order by asked_at, id")
                .param("payment", payment.value())
                .query(RefundStore::refund)
                .list();
    }

    List<Refund> toTry(Instant now, int most) {
        return jdbc.sql("select * from payment.refund where try_at <= :now order by try_at limit :most")
                .param("now", PaymentStore.time(now))
                .param("most", most)
                .query(RefundStore::refund)
                .list();
    }

    int tries(Refund refund) {
        return jdbc.sql("select tries from payment.refund where origin_id = :origin and id = :id")
                .param("origin", refund.origin().value())
                .param("id", refund.id().value())
                .query(Integer.class)
                .single();
    }

    /// Newest first.
    List<Refund> search(Sight sight, RefundQuery query) {
        return filtered("select *", sight, query, "order by asked_at desc, id desc limit :size offset :offset")
                .param("size", query.paging().size())
                .param("offset", query.paging().offset())
                .query(RefundStore::refund)
                .list();
    }

    long count(Sight sight, RefundQuery query) {
        return filtered("select count(*)", sight, query, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String select, Sight sight, RefundQuery query, String end) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder(sight.condition(values));
        query.state().ifPresent(state -> {
            where.append(" and state = :state");
            values.put("state", state.name());
        });
        if (!query.paging().search().isEmpty()) {
            where.append(" and (reason ilike :search or reference ilike :search or payment_id::text ilike :search)");
            values.put("search", query.paging().pattern());
        }
        return jdbc.sql(select + " from payment.refund where " + where + " " + end)
                .params(values);
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        return new Refund(
                new RefundId(row.getObject("id", UUID.class)),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                new RegionId(row.getObject("origin_id", UUID.class)),
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("provider"),
                new Money(row.getLong("amount_fen")),
                row.getString("reason"),
                RefundState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reference")),
                Optional.ofNullable(row.getString("failure")),
                PaymentReadStore.instant(row, "asked_at"),
                PaymentReadStore.optional(row, "ended_at"));
    }
}
