package org.farmgate.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.payment.PaymentId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Sealing;
import org.farmgate.stock.SellableId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Orders, read whole, and their steps, each one guarded update.
@Repository
class OrderStore {
    private static final String COLUMNS = """
            select o.id, o.key, o.origin_id, o.seller_id, o.buyer_id, o.channel, o.provider, o.region_id, o.total_fen,
                   o.refunded_fen, o.state, o.state_at, o.placed_at, o.expires_at, o.payment_id, o.paid_at,
                   l.ordinal, l.listing_id, l.version, l.sellable_id, l.packs, l.price_fen, l.pack_grams
            from shop.orders o join shop.order_line l on l.origin_id = o.origin_id and l.order_id = o.id
            """;

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Order> find(OrderId id) {
        return whole(jdbc.sql(COLUMNS + " where o.id = :id order by l.ordinal").param("id", id.value())).stream()
                .findFirst();
    }

    List<Order> ofKey(OrderKey key) {
        return whole(jdbc.sql(COLUMNS + " where o.key = :key order by o.id, l.ordinal")
                .param("key", key.value()));
    }

    List<Order> ofBatch(RegionId origin, BatchId batch) {
        return whole(jdbc.sql(COLUMNS + """
                 where o.origin_id = :origin and o.batch_id = :batch order by o.id, l.ordinal
                """).param("origin", origin.value()).param("batch", batch.value()));
    }

    List<Order> byIds(RegionId origin, Collection<OrderId> ids) {
        return whole(jdbc.sql(COLUMNS + """
                 where o.origin_id = :origin and o.id = any(:ids::uuid[]) order by o.id, l.ordinal
                """).param("origin", origin.value()).param("ids", Batch.array(ids)));
    }

    /// Those whose time to pay is over, the oldest first.
    List<Order> toExpire(Instant now, int most) {
        return whole(jdbc.sql(COLUMNS + """
                 where (o.origin_id, o.id) in (
                   select origin_id, id from shop.orders where state = 'PLACED' and expires_at < :now
                   order by expires_at limit :most)
                 order by o.id, l.ordinal
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most));
    }

    private static List<Order> whole(JdbcClient.StatementSpec statement) {
        Map<OrderId, Order> heads = new LinkedHashMap<>();
        Map<OrderId, List<OrderLine>> lines = new LinkedHashMap<>();
        statement.query(rs -> {
            var id = new OrderId(rs.getObject("id", UUID.class));
            if (!heads.containsKey(id)) heads.put(id, head(id, rs));
            lines.computeIfAbsent(id, _ -> new ArrayList<>()).add(line(rs));
        });
        return heads.values().stream()
                .map(head -> with(head, lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static OrderLine line(ResultSet rs) throws SQLException {
        return new OrderLine(
                new ListingId(rs.getObject("listing_id", UUID.class)),
                rs.getInt("version"),
                new SellableId(rs.getObject("sellable_id", UUID.class)),
                rs.getInt("packs"),
                new Money(rs.getLong("price_fen")),
                new Mass(rs.getLong("pack_grams")));
    }

    private static Order head(OrderId id, ResultSet rs) throws SQLException {
        return new Order(
                id,
                new OrderKey(rs.getObject("key", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new PartyId(rs.getObject("seller_id", UUID.class)),
                Optional.ofNullable(rs.getObject("buyer_id", UUID.class)).map(PartyId::new),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("provider"),
                new RegionId(rs.getObject("region_id", UUID.class)),
                new Money(rs.getLong("total_fen")),
                new Money(rs.getLong("refunded_fen")),
                OrderState.valueOf(rs.getString("state")),
                rs.getObject("state_at", OffsetDateTime.class).toInstant(),
                rs.getObject("placed_at", OffsetDateTime.class).toInstant(),
                instant(rs, "expires_at"),
                Optional.ofNullable(rs.getObject("payment_id", UUID.class)).map(PaymentId::new),
                instant(rs, "paid_at"),
                List.of());
    }

    static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Order with(Order head, List<OrderLine> lines) {
        return new Order(
                head.id(),
                head.key(),
                head.origin(),
                head.seller(),
                head.buyer(),
                head.channel(),
                head.provider(),
                head.region(),
                head.total(),
                head.refunded(),
                head.state(),
                head.stateAt(),
                head.placedAt(),
                head.expiresAt(),
                head.payment(),
                head.paidAt(),
                List.copyOf(lines));
    }

    /// One step for any number of orders of one origin; those that were in none of the states before
    /// are left out of the answer: somebody was faster.
    Set<OrderId> turn(RegionId origin, Collection<OrderId> ids, Set<OrderState> from, OrderState to, Instant at) {
        return Set.copyOf(jdbc.sql("""
                update shop.orders set state = :to, state_at = :at
                where origin_id = :origin and id = any(:ids::uuid[]) and state = any(:from::text[])
                returning id
                """)
                .param("to", to.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("origin", origin.value())
                .param("ids", Batch.array(ids))
                .param("from", from.stream().map(OrderState::name).toArray(String[]::new))
                .query(ID)
                .list());
    }

    private static final RowMapper<OrderId> ID = (rs, number) -> new OrderId(rs.getObject("id", UUID.class));

    /// The payment that is to pay them, where none is yet.
    /// In place of an earlier payment; not where the money has come.
    void payBy(RegionId origin, Collection<OrderId> ids, PaymentId payment) {
        jdbc.sql("""
                update shop.orders set payment_id = :payment
                where origin_id = :origin and id = any(:ids::uuid[]) and paid_at is null
                """)
                .param("payment", payment.value())
                .param("origin", origin.value())
                .param("ids", Batch.array(ids))
                .update();
    }

    /// The money came. False when it had come before, by this payment or another; that one stays.
    boolean paid(RegionId origin, OrderId id, PaymentId payment, Instant at) {
        return jdbc.sql("""
                update shop.orders set payment_id = :payment, paid_at = :at
                where origin_id = :origin and id = :id and paid_at is null
                """)
                        .param("payment", payment.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// False when that would be more than is left of the total.
    boolean refund(RegionId origin, OrderId id, Money amount) {
        return jdbc.sql("""
                update shop.orders set refunded_fen = refunded_fen + :fen
                where origin_id = :origin and id = :id and refunded_fen + :fen <= total_fen
                """)
                        .param("fen", amount.fen())
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// A refund came to nothing. Locks the order's row until the transaction ends.
    void refundFailed(RegionId origin, OrderId id, Money amount) {
        jdbc.sql("""
                update shop.orders set refunded_fen = refunded_fen - :fen where origin_id = :origin and id = :id
                """)
                .param("fen", amount.fen())
                .param("origin", origin.value())
                .param("id", id.value())
                .update();
    }

    /// The contact as it lies there, sealed.
    Sealing.Sealed contact(RegionId origin, OrderId id) {
        return jdbc.sql("select contact_key, contact from shop.orders where origin_id = :origin and id = :id")
                .param("origin", origin.value())
                .param("id", id.value())
                .query((rs, number) -> new Sealing.Sealed(rs.getString("contact_key"), rs.getBytes("contact")))
                .single();
    }

    /// Counts what an order takes towards the limits per buyer again. False when a buyer would have more
    /// than the terms allow by which they ordered; the caller then rolls back.
    boolean takeAgain(RegionId origin, OrderId id) {
        return jdbc.sql("""
                with again as (
                  select l.listing_id, o.buyer_ref, sum(l.packs) as packs, min(t.limit_per_buyer) as most
                  from shop.orders o join shop.order_line l on l.origin_id = o.origin_id and l.order_id = o.id
                  join shop.listing_terms t
                    on t.origin_id = l.origin_id and t.listing_id = l.listing_id and t.version = l.version
                  where o.origin_id = :origin and o.id = :id and t.limit_per_buyer is not null
                  group by l.listing_id, o.buyer_ref),
                taken as (
                  update shop.buyer_taking t set packs = t.packs + again.packs
                  from again
                  where t.origin_id = :origin and t.listing_id = again.listing_id and t.buyer_ref = again.buyer_ref
                    and t.packs + again.packs <= again.most
                  returning 1)
                select (select count(*) from again) = (select count(*) from taken)
                """)
                .param("origin", origin.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /// Limits per buyer count only what was really bought.
    void giveTakingsBack(RegionId origin, Collection<OrderId> ids) {
        jdbc.sql("""
                update shop.buyer_taking t set packs = t.packs - least(t.packs, back.packs)
                from (select l.listing_id, o.buyer_ref, sum(l.packs) as packs
                      from shop.orders o join shop.order_line l on l.origin_id = o.origin_id and l.order_id = o.id
                      join shop.listing_terms t
                        on t.origin_id = l.origin_id and t.listing_id = l.listing_id and t.version = l.version
                      where o.origin_id = :origin and o.id = any(:ids::uuid[]) and t.limit_per_buyer is not null
                      group by l.listing_id, o.buyer_ref) back
                where t.origin_id = :origin and t.listing_id = back.listing_id and t.buyer_ref = back.buyer_ref
                """)
                .param("origin", origin.value())
                .param("ids", Batch.array(ids))
                .update();
    }
}
