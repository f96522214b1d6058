package org.farmgate.shop;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.payment.RefundId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefundStore {
    private final JdbcClient jdbc;

    RefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Money that was asked to be given back.
    record Asked(RefundId id, OrderId order, Money amount, String reason, Instant at) {}

    /// False when it had failed before, or is not of an order.
    boolean fail(RegionId origin, RefundId id, Instant at) {
        return jdbc.sql("""
                update shop.order_refund set failed_at = :at
                where origin_id = :origin and id = :id and failed_at is null
                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<FailedRefund> failed(RegionId origin, OrderId order) {
        return jdbc.sql("""
                select id, fen, failed_at from shop.order_refund
                where origin_id = :origin and order_id = :order and failed_at is not null
                order by failed_at, id
                """)
                .param("origin", origin.value())
                .param("order", order.value())
                .query((rs, number) -> new FailedRefund(
                        new RefundId(rs.getObject("id", UUID.class)),
                        new Money(rs.getLong("fen")),
                        rs.getObject("failed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// False when the id is there already.
    boolean insert(RegionId origin, Asked refund, Optional<Actor> by) {
        return jdbc.sql("""
                insert into shop.order_refund (origin_id, id, order_id, fen, reason, asked_at, asked_by)
                values (:origin, :id, :order, :fen, :reason, :at, :by::uuid)
                on conflict do nothing
                """)
                        .param("origin", origin.value())
                        .param("id", refund.id().value())
                        .param("order", refund.order().value())
                        .param("fen", refund.amount().fen())
                        .param("reason", refund.reason())
                        .param("at", refund.at().atOffset(ZoneOffset.UTC))
                        .param("by", by.map(actor -> actor.person().toString()).orElse(null))
                        .update()
                == 1;
    }

    List<Asked> of(RegionId origin, OrderId order) {
        return jdbc.sql("""
                select id, order_id, fen, reason, asked_at from shop.order_refund
                where origin_id = :origin and order_id = :order order by asked_at, id
                """)
                .param("origin", origin.value())
                .param("order", order.value())
                .query((rs, number) -> new Asked(
                        new RefundId(rs.getObject("id", UUID.class)),
                        new OrderId(rs.getObject("order_id", UUID.class)),
                        new Money(rs.getLong("fen")),
                        rs.getString("reason"),
                        rs.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
