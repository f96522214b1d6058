package org.farmgate.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How much of each listing was ordered on which day, as the intake counts it batch by batch. Orders
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

    /// Of one's own listings, the latest days first.
    @Transactional(readOnly = true)
    public List<Day> ofSeller(Actor actor, int days) {
        actor.require(Right.SELL);
        return jdbc.sql("""
                select d.listing_id, d.day, sum(d.orders) as orders, sum(d.packs) as packs, sum(d.fen) as fen
                from shop.listing l join shop.batch_sale d on d.origin_id = l.origin_id and d.listing_id = l.id
                where l.seller_id = :seller and d.day > :from
                group by d.listing_id, d.day
                order by d.day desc, fen desc
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
