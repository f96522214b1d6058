package org.farmgate.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was ordered of a show's listings: for `live`, which knows who may see it. Found by the intake's batches, so
/// no index is kept for it on the lines of all orders.
@Service
@Transactional(readOnly = true)
public class ShowSales {
    private static final String LINES = """
            from shop.batch_sale s
            join shop.orders o on o.origin_id = s.origin_id and o.batch_id = s.batch_id
            join shop.order_line l
              on l.origin_id = o.origin_id and l.order_id = o.id and l.listing_id = s.listing_id
            where s.origin_id = :origin and s.listing_id = any(:listings::uuid[])
            """;

    /// The money came or comes at the door, and the order was not undone.
    private static final String STANDS = "o.state in ('CONFIRMED', 'PICKED', 'SHIPPED', 'DELIVERED', 'SETTLED')";

    private final JdbcClient jdbc;

    ShowSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was ordered of one listing in one minute, by one version of its terms.
    ///
    /// @param orders all that were taken in
    /// @param paid of them, those whose money came or that are paid at the door, and that still stand
    /// @param packs of those, as the next two
    public record Minute(
            ListingId listing,
            int version,
            Instant minute,
            long orders,
            long paid,
            long packs,
            Mass mass,
            Money worth) {}

    /// In the order of time.
    public List<Minute> minutes(Collection<Listing> listings) {
        List<Minute> all = new ArrayList<>();
        listings.stream()
                .collect(Collectors.groupingBy(Listing::origin))
                .forEach((origin, here) -> all.addAll(jdbc.sql(
                                """
                        select l.listing_id, l.version, date_trunc('minute', o.placed_at) as minute, count(*) as orders,
                               count(*) filter (where %1$s) as paid,
                               coalesce(sum(l.packs) filter (where %1$s), 0) as packs,
                               coalesce(sum(l.packs * l.pack_grams) filter (where %1$s), 0)::bigint as grams,
                               coalesce(sum(l.amount_fen) filter (where %1$s), 0)::bigint as fen
                        """.formatted(STANDS) + LINES + " group by l.listing_id, l.version, minute")
                        .param("origin", origin.value())
                        .param(
                                "listings",
                                Batch.array(here.stream().map(Listing::id).toList()))
                        .query(ShowSales::minute)
                        .list()));
        all.sort(Comparator.comparing(Minute::minute)
                .thenComparing(one -> one.listing().value()));
        return all;
    }

    private static Minute minute(ResultSet row, int number) throws SQLException {
        return new Minute(
                new ListingId(row.getObject("listing_id", UUID.class)),
                row.getInt("version"),
                row.getObject("minute", OffsetDateTime.class).toInstant(),
                row.getLong("orders"),
                row.getLong("paid"),
                row.getLong("packs"),
                new Mass(row.getLong("grams")),
                new Money(row.getLong("fen")));
    }

    /// One line of an order, as the host sees it arrive: no name, no address.
    public record Latest(
            OrderId order, ListingId listing, int packs, Money amount, OrderState state, Instant placedAt) {}

    /// The newest first.
    public List<Latest> latest(Collection<Listing> listings, int most) {
        List<Latest> all = new ArrayList<>();
        listings.stream()
                .collect(Collectors.groupingBy(Listing::origin))
                .forEach((origin, here) -> all.addAll(jdbc.sql("""
                        with newest as (
                          select origin_id, batch_id, listing_id from shop.batch_sale s
                          where s.origin_id = :origin and s.listing_id = any(:listings::uuid[])
                          order by s.batch_id desc limit :most)
                        select l.order_id, l.listing_id, l.packs, l.amount_fen, o.state, o.placed_at
                        """ + LINES.replace("shop.batch_sale s", "newest s")
                                + " order by o.placed_at desc, l.order_id limit :most")
                        .param("origin", origin.value())
                        .param(
                                "listings",
                                Batch.array(here.stream().map(Listing::id).toList()))
                        .param("most", most)
                        .query((row, number) -> new Latest(
                                new OrderId(row.getObject("order_id", UUID.class)),
                                new ListingId(row.getObject("listing_id", UUID.class)),
                                row.getInt("packs"),
                                new Money(row.getLong("amount_fen")),
                                OrderState.valueOf(row.getString("state")),
                                row.getObject("placed_at", OffsetDateTime.class).toInstant()))
                        .list()));
        all.sort(Comparator.comparing(Latest::placedAt).reversed());
        return all.subList(0, Math.min(most, all.size()));
    }
}
