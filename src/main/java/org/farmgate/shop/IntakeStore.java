package org.farmgate.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The statements of the order intake. Each names one origin and any number of rows, so it runs on one
/// shard and costs one round trip.
@Repository
class IntakeStore {
    private final JdbcClient jdbc;

    IntakeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which version of its terms stands, for each of these listings that is open.
    Map<ListingId, Integer> openVersions(RegionId origin, Collection<ListingId> listings) {
        Map<ListingId, Integer> open = new HashMap<>();
        jdbc.sql("""
                select id, version from shop.listing
                where origin_id = :origin and id = any(:ids::uuid[]) and state = 'OPEN'
                """)
                .param("origin", origin.value())
                .param("ids", Batch.array(listings))
                .query(rs -> {
                    open.put(new ListingId(rs.getObject("id", UUID.class)), rs.getInt("version"));
                });
        return open;
    }

    /// An order that came before.
    record Known(byte[] contentHash, OrderState state, Money total, Instant placedAt, Optional<Instant> expiresAt) {
        OrderAnswer answer(Arrival again) {
            return new OrderAnswer.Taken(again.id(), again.origin(), again.seller(), state, total, placedAt, expiresAt);
        }
    }

    Map<OrderId, Known> known(RegionId origin, Collection<Arrival> arrivals) {
        Map<OrderId, Known> known = new HashMap<>();
        jdbc.sql("""
                select id, content_hash, state, total_fen, placed_at, expires_at from shop.orders
                where origin_id = :origin and id = any(:ids::uuid[])
                """)
                .param("origin", origin.value())
                .param("ids", Batch.array(arrivals.stream().map(Arrival::id).toList()))
                .query(rs -> {
                    known.put(new OrderId(rs.getObject("id", UUID.class)), known(rs));
                });
        return known;
    }

    private static Known known(ResultSet rs) throws SQLException {
        OffsetDateTime until = rs.getObject("expires_at", OffsetDateTime.class);
        return new Known(
                rs.getBytes("content_hash"),
                OrderState.valueOf(rs.getString("state")),
                new Money(rs.getLong("total_fen")),
                rs.getObject("placed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(until).map(OffsetDateTime::toInstant));
    }

    /// How many packs each has taken before; none is zero.
    Map<BatchDraft.Taker, Long> takings(RegionId origin, Collection<BatchDraft.Taker> takers) {
        Map<BatchDraft.Taker, Long> takings = new HashMap<>();
        if (takers.isEmpty()) return takings;
        jdbc.sql("""
                select t.listing_id, t.buyer_ref, t.packs
                from unnest(:listing::uuid[], :buyer::uuid[]) as wanted (listing, buyer)
                join shop.buyer_taking t
                  on t.origin_id = :origin and t.listing_id = wanted.listing and t.buyer_ref = wanted.buyer
                """)
                .params(Batch.of(takers)
                        .ids("listing", BatchDraft.Taker::listing)
                        .texts("buyer", taker -> taker.buyer().toString())
                        .params())
                .param("origin", origin.value())
                .query(rs -> {
                    takings.put(
                            new BatchDraft.Taker(
                                    new ListingId(rs.getObject("listing_id", UUID.class)),
                                    rs.getObject("buyer_ref", UUID.class)),
                            rs.getLong("packs"));
                });
        return takings;
    }

    /// For the rest of the transaction a statement keeps the plan it has: those of the intake are found
    /// by key whatever the values, and planning would take longer than the work itself.
    void keepPlans() {
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
    }

    /// Orders with their lines, what buyers of limited listings take and what was sold of each listing, in
    /// one statement. False when
    /// something was otherwise than thought: an order came before, a listing has other terms now or is
    /// not open, a buyer would have more than they may. The caller then rolls back.
    boolean insert(RegionId origin, BatchId batch, Instant at, LocalDate day, BatchDraft draft) {
        Counts counts = jdbc.sql(PLACING)
                .params(parameters(draft))
                .param("origin", origin.value())
                .param("batch", batch.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("until", draft.expiresAt().atOffset(ZoneOffset.UTC))
                .query((rs, number) -> new Counts(rs.getInt("orders"), rs.getInt("takings"), rs.getInt("listings")))
                .single();
        return counts.equals(new Counts(
                draft.orders().size(), draft.takings().size(), draft.versions().size()));
    }

    private record Counts(int orders, int takings, int listings) {}

    private static Map<String, Object> parameters(BatchDraft draft) {
        record Line(UUID order, int ordinal, OrderLine line) {}
        List<BatchDraft.NewOrder> orders = draft.orders();
        List<Line> lines = new ArrayList<>(orders.size());
        for (BatchDraft.NewOrder order : orders)
            for (int i = 0; i < order.lines().size(); i++)
                lines.add(
                        new Line(order.arrival().id().value(), i, order.lines().get(i)));
        Map<String, Object> params = Batch.of(orders)
                .ids("id", order -> order.arrival().id())
                .ids("key", order -> order.arrival().key())
                .ids("seller", order -> order.arrival().seller())
                .optionalIds("buyer", order -> order.arrival().buyer())
                .texts("ref", order -> order.arrival().buyerRef().toString())
                .texts("channel", order -> order.arrival().channel().name())
                .texts("provider", order -> order.arrival().provider())
                .ids("region", order -> order.arrival().region())
                .texts("contactKey", order -> order.arrival().contact().keyId())
                .longs("total", order -> order.total().fen())
                .texts("state", order -> order.state().name())
                .params();
        params.put("hash", orders.stream().map(o -> o.arrival().contentHash()).toArray(byte[][]::new));
        params.put(
                "contact",
                orders.stream().map(o -> o.arrival().contact().bytes()).toArray(byte[][]::new));
        params.putAll(Batch.of(lines)
                .texts("order", line -> line.order().toString())
                .ints("ordinal", Line::ordinal)
                .ids("listing", line -> line.line().listing())
                .ints("version", line -> line.line().version())
                .ids("sellable", line -> line.line().sellable())
                .ints("packs", line -> line.line().packs())
                .longs("price", line -> line.line().price().fen())
                .longs("pack", line -> line.line().pack().grams())
                .params());
        params.putAll(Batch.of(draft.takings())
                .ids("takenListing", one -> one.taker().listing())
                .texts("taker", one -> one.taker().buyer().toString())
                .longs("taken", BatchDraft.Taking::packs)
                .params());
        params.putAll(Batch.of(draft.versions())
                .ids("current", BatchDraft.Current::listing)
                .ints("currentVersion", BatchDraft.Current::version)
                .longs("most", BatchDraft.Current::most)
                .params());
        return params;
    }

    /// The limit is looked up again where a buyer has taken before; a first taking is within it, as
    /// that is decided in memory.
    private static final String PLACING = """
            with line as (
              select * from unnest(:order::uuid[], :ordinal::int[], :listing::uuid[], :version::int[],
                                   :sellable::uuid[], :packs::int[], :price::bigint[], :pack::bigint[])
                       as l (order_id, ordinal, listing, version, sellable, packs, price, pack)),
            placed as (
              insert into shop.orders (origin_id, id, key, content_hash, batch_id, seller_id, buyer_id, buyer_ref,
                     channel, provider, region_id, contact_key, contact, total_fen, state, state_at, placed_at,
                     expires_at)
              select :origin, id, key, hash, :batch, seller, buyer, ref, channel, provider, region, contact_key,
                     contact, total, state, :at, :at, case when state = 'PLACED' then :until::timestamptz end
              from unnest(:id::uuid[], :key::uuid[], :hash::bytea[], :seller::uuid[], :buyer::uuid[],
                          :ref::uuid[], :channel::text[], :provider::text[], :region::uuid[], :contactKey::text[],
                          :contact::bytea[], :total::bigint[], :state::text[])
                     as o (id, key, hash, seller, buyer, ref, channel, provider, region, contact_key, contact, total,
                           state)
              on conflict do nothing
              returning 1),
            lined as (
              insert into shop.order_line (origin_id, order_id, ordinal, listing_id, version, sellable_id, packs,
                     price_fen, amount_fen, pack_grams)
              select :origin, order_id, ordinal, listing, version, sellable, packs, price, packs * price, pack
              from line
              on conflict do nothing),
            counted as (
              insert into shop.batch_sale (origin_id, batch_id, listing_id, day, orders, packs, fen)
              select :origin, :batch, listing, :day, count(*), sum(packs), sum(packs * price)
              from line group by listing),
            taken as (
              insert into shop.buyer_taking as t (origin_id, listing_id, buyer_ref, packs)
              select :origin, listing, buyer, packs
              from unnest(:takenListing::uuid[], :taker::uuid[], :taken::bigint[]) as w (listing, buyer, packs)
              on conflict (origin_id, listing_id, buyer_ref) do update set packs = t.packs + excluded.packs
                where t.packs + excluded.packs <= (
                  select most from unnest(:current::uuid[], :most::bigint[]) as limits (listing, most)
                  where limits.listing = excluded.listing_id)
              returning 1)
            select (select count(*) from placed) as orders, (select count(*) from taken) as takings,
                   (select count(*) from unnest(:current::uuid[], :currentVersion::int[]) as c (listing, version)
                    join shop.listing s on s.origin_id = :origin and s.id = c.listing and s.version = c.version
                                       and s.state = 'OPEN') as listings
            """;
}
