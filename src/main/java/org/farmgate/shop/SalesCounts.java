package org.farmgate.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
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

    public record Sum(long orders, long packs, Money worth) {}

    /// What was ever ordered of these together. For modules, which know who may see it.
    @Transactional(readOnly = true)
    public Sum of(Collection<Listing> listings) {
        return listings.stream().collect(Collectors.groupingBy(Listing::origin)).entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue()))
                .reduce(
                        new Sum(0, 0, Money.ZERO),
                        (a, b) -> new Sum(a.orders + b.orders, a.packs + b.packs, a.worth.plus(b.worth)));
    }

    private Sum of(RegionId origin, List<Listing> here) {
        return jdbc.sql("""
                select coalesce(sum(orders), 0)::bigint as orders, coalesce(sum(packs), 0)::bigint as packs,
                       coalesce(sum(fen), 0)::bigint as fen
                from shop.batch_sale where origin_id = :origin and listing_id = any(:listings::uuid[])
                """)
                .param("origin", origin.value())
                .param("listings", Batch.array(here.stream().map(Listing::id).toList()))
                .query((rs, number) -> new Sum(rs.getLong("orders"), rs.getLong("packs"), new Money(rs.getLong("fen"))))
                .single();
    }

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
