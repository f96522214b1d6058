package org.farmgate.shop;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of orders.
@Repository
class OrderReadStore {
    private final JdbcClient jdbc;

    OrderReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param whose the buyer or the seller, by the query; empty for everybody's
    Slice<OrderListing> search(OrderQuery query, Optional<PartyId> whose) {
        Paging paging = query.paging();
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder(" where true");
        whose.ifPresent(party -> {
            where.append(query.mine() ? " and o.buyer_id = :party" : " and o.seller_id = :party");
            params.put("party", party.value());
        });
        query.state().ifPresent(state -> {
            where.append(" and o.state = :state");
            params.put("state", state.name());
        });
        if (!paging.search().isEmpty()) {
            // No order ends so where the text is no number of one.
            where.append(" and right(o.id::text, 10) = :ending");
            params.put("ending", OrderId.ending(paging.search()).orElse(""));
        }
        long total = jdbc.sql("select count(*) from shop.orders o" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        List<OrderListing> rows = jdbc.sql("""
                with page as materialized (
                  select * from shop.orders o %s order by o.placed_at desc, o.id limit :size offset :offset)
                select p.id, p.origin_id, p.seller_id, p.buyer_id, p.channel, p.state, p.total_fen, p.placed_at,
                       sum(l.packs) as packs, count(*) as lines, min(s.title) filter (where l.ordinal = 0) as first
                from page p
                join shop.order_line l on l.origin_id = p.origin_id and l.order_id = p.id
                join shop.listing s on s.origin_id = l.origin_id and s.id = l.listing_id
                group by 1, 2, 3, 4, 5, 6, 7, 8
                order by p.placed_at desc, p.id
                """.formatted(where))
                .params(params)
                .query((rs, number) -> new OrderListing(
                        new OrderId(rs.getObject("id", UUID.class)),
                        new RegionId(rs.getObject("origin_id", UUID.class)),
                        new PartyId(rs.getObject("seller_id", UUID.class)),
                        Optional.ofNullable(rs.getObject("buyer_id", UUID.class))
                                .map(PartyId::new),
                        Channel.valueOf(rs.getString("channel")),
                        OrderState.valueOf(rs.getString("state")),
                        new Money(rs.getLong("total_fen")),
                        rs.getLong("packs"),
                        rs.getInt("lines"),
                        rs.getString("first"),
                        rs.getObject("placed_at", OffsetDateTime.class).toInstant()))
                .list();
        return Slice.of(rows, paging, total);
    }
}
