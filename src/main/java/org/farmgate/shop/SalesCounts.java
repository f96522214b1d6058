package org.farmgate.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How much of each listing was ordered on which day, counted batch by batch as orders come in. Orders
/// that later came to nothing are in it: it tells what people wanted.
@Service
@Transactional
public class SalesCounts {
    private final JdbcClient jdbc;
    private final Clock clock;

    SalesCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What was ordered of one listing on one day.
    public record Day(ListingId listing, LocalDate day, long orders, long packs, Money worth) {}

    /// A batch is counted once, however often it is told.
    void count(OrdersPlaced placed) {
        jdbc.sql("""
                with fresh as (
                  insert into shop.batch_counted (origin_id, batch_id, counted_at) values (:origin, :batch, :at)
                  on conflict do nothing
                  returning batch_id)
                insert into shop.listing_day as d (origin_id, listing_id, day, orders, packs, fen)
                select :origin, l.listing_id, :day, count(*), sum(l.packs), sum(l.amount_fen)
                from shop.orders o join shop.order_line l on l.origin_id = o.origin_id and l.order_id = o.id
                where o.origin_id = :origin and o.batch_id = (select batch_id from fresh) and l.origin_id = :origin
                group by l.listing_id
                order by l.listing_id
                on conflict (origin_id, listing_id, day) do update
                  set orders = d.orders + excluded.orders, packs = d.packs + excluded.packs, fen = d.fen + excluded.fen
                """)
                .param("origin", placed.origin().value())
                .param("batch", placed.batch().value())
                .param("at", OffsetDateTime.now(clock))
                .param("day", placed.at().atZone(clock.getZone()).toLocalDate())
                .update();
    }

    /// Of one's own listings, the latest days first.
    @Transactional(readOnly = true)
    public List<Day> ofSeller(Actor actor, int days) {
        actor.require(Right.SELL);
        return jdbc.sql("""
                select d.listing_id, d.day, d.orders, d.packs, d.fen
                from shop.listing_day d join shop.listing l on l.origin_id = d.origin_id and l.id = d.listing_id
                where l.seller_id = :seller and d.day > :from
                order by d.day desc, d.fen desc
                """)
                .param("seller", actor.organisation().value())
                .param("from", LocalDate.now(clock).minusDays(days))
                .query((rs, number) -> new Day(
                        new ListingId(rs.getObject("listing_id", UUID.class)),
                        rs.getObject("day", LocalDate.class),
                        rs.getLong("orders"),
                        rs.getLong("packs"),
                        new Money(rs.getLong("fen"))))
                .list();
    }
}
