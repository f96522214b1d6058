package org.farmgate.shop;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Id;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StepStore {
    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            RegionId origin,
            Collection<OrderId> orders,
            OrderState state,
            Optional<Actor> by,
            String note,
            Instant at) {
        if (orders.isEmpty()) return;
        jdbc.sql("""
                insert into shop.order_step (origin_id, order_id, at, id, state, by_person, note)
                select :origin, o, :at, step, :state, :by::uuid, :note
                from unnest(:order::uuid[], :step::uuid[]) as s (o, step)
                """)
                .params(Batch.of(orders)
                        .ids("order", order -> order)
                        .texts("step", _ -> Id.next().toString())
                        .params())
                .param("origin", origin.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("state", state.name())
                .param("by", by.map(actor -> actor.person().toString()).orElse(null))
                .param("note", note)
                .update();
    }

    List<OrderStep> of(RegionId origin, OrderId order) {
        return jdbc.sql("""
                select at, state, by_person, note from shop.order_step
                where origin_id = :origin and order_id = :order order by at, id
                """)
                .param("origin", origin.value())
                .param("order", order.value())
                .query((rs, number) -> new OrderStep(
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        OrderState.valueOf(rs.getString("state")),
                        Optional.ofNullable(rs.getObject("by_person", UUID.class))
                                .map(PartyId::new),
                        rs.getString("note")))
                .list();
    }
}
