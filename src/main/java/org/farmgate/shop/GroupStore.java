package org.farmgate.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GroupStore {
    private static final String OFFER = """
            select g.*, coalesce(g.decided_packs, (
                     select sum(m.packs) from shop.group_member m
                     join shop.orders o on o.origin_id = m.origin_id and o.id = m.order_id
                     where m.origin_id = g.origin_id and m.listing_id = g.listing_id and o.state = 'GATHERING'), 0) as paid
            from shop.group_offer g
            """;

    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(GroupOffer offer, Actor by, Instant at) {
        return jdbc.sql("""
                insert into shop.group_offer (origin_id, listing_id, least_packs, ends_at, state, opened_at, opened_by)
                values (:origin, :listing, :least, :ends, 'GATHERING', :at, :by)
                on conflict do nothing
                """)
                        .param("origin", offer.origin().value())
                        .param("listing", offer.listing().value())
                        .param("least", offer.leastPacks())
                        .param("ends", offer.endsAt().atOffset(ZoneOffset.UTC))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
    }

    List<GroupOffer> of(Collection<ListingId> listings) {
        if (listings.isEmpty()) return List.of();
        return jdbc.sql(OFFER + " where g.listing_id = any(:ids::uuid[])")
                .param("ids", Batch.array(listings))
                .query(GroupStore::offer)
                .list();
    }

    /// Of those that are no drafts any more, whether they are group pre-orders.
    Map<ListingId, Boolean> onSale(Collection<ListingId> listings) {
        Map<ListingId, Boolean> found = new HashMap<>();
        jdbc.sql("""
                select l.id, g.listing_id is not null as grouped
                from shop.listing l
                left join shop.group_offer g on g.origin_id = l.origin_id and g.listing_id = l.id
                where l.id = any(:ids::uuid[]) and l.state <> 'DRAFT'
                """).param("ids", Batch.array(listings)).query(rs -> {
            found.put(new ListingId(rs.getObject("id", UUID.class)), rs.getBoolean("grouped"));
        });
        return found;
    }

    /// Where an order joins, nothing can be decided until it has; where it was decided, that is what is seen.
    List<GroupOffer.State> join(RegionId origin, Collection<ListingId> listings) {
        return jdbc.sql("""
                select state from shop.group_offer
                where origin_id = :origin and listing_id = any(:ids::uuid[]) order by listing_id for share
                """)
                .param("origin", origin.value())
                .param("ids", Batch.array(listings))
                .query((rs, number) -> GroupOffer.State.valueOf(rs.getString("state")))
                .list();
    }

    void insertMembers(Order order) {
        jdbc.sql("""
                insert into shop.group_member (origin_id, listing_id, order_id, packs)
                select g.origin_id, g.listing_id, :order, wanted.packs
                from unnest(:listing::uuid[], :packs::bigint[]) as wanted (listing, packs)
                join shop.group_offer g on g.origin_id = :origin and g.listing_id = wanted.listing
                where g.state = 'GATHERING'
                on conflict do nothing
                """)
                .params(Batch.of(order.lines())
                        .ids("listing", OrderLine::listing)
                        .longs("packs", OrderLine::packs)
                        .params())
                .param("origin", order.origin().value())
                .param("order", order.id().value())
                .update();
    }

    record Due(RegionId origin, ListingId listing) {}

    List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                select origin_id, listing_id from shop.group_offer
                where state = 'GATHERING' and ends_at <= :now order by ends_at limit :most
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((rs, number) -> new Due(
                        new RegionId(rs.getObject("origin_id", UUID.class)),
                        new ListingId(rs.getObject("listing_id", UUID.class))))
                .list();
    }

    /// True for the one who decides it; whoever joins now waits until it is decided.
    boolean lock(Due due, Instant now) {
        return jdbc.sql("""
                select 1 from shop.group_offer
                where origin_id = :origin and listing_id = :listing and state = 'GATHERING' and ends_at <= :now
                for update
                """)
                .param("origin", due.origin().value())
                .param("listing", due.listing().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void decide(Due due, GroupOffer.State state, long packs, Instant at) {
        jdbc.sql("""
                update shop.group_offer set state = :state, decided_at = :at, decided_packs = :packs
                where origin_id = :origin and listing_id = :listing
                """)
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("packs", packs)
                .param("origin", due.origin().value())
                .param("listing", due.listing().value())
                .update();
    }

    /// Those that wait for it and for nothing else.
    List<OrderId> waiting(Due due) {
        return jdbc.sql("""
                select m.order_id from shop.group_member m
                join shop.orders o on o.origin_id = m.origin_id and o.id = m.order_id
                where m.origin_id = :origin and m.listing_id = :listing and o.state = 'GATHERING'
                  and not exists (
                    select from shop.group_member other
                    join shop.group_offer g on g.origin_id = other.origin_id and g.listing_id = other.listing_id
                    where other.origin_id = :origin and other.order_id = m.order_id and g.state = 'GATHERING')
                order by m.order_id
                """)
                .param("origin", due.origin().value())
                .param("listing", due.listing().value())
                .query((rs, number) -> new OrderId(rs.getObject("order_id", UUID.class)))
                .list();
    }

    /// All that wait for it, whatever else they wait for.
    List<OrderId> members(Due due) {
        return jdbc.sql("""
                select m.order_id from shop.group_member m
                join shop.orders o on o.origin_id = m.origin_id and o.id = m.order_id
                where m.origin_id = :origin and m.listing_id = :listing and o.state = 'GATHERING'
                order by m.order_id
                """)
                .param("origin", due.origin().value())
                .param("listing", due.listing().value())
                .query((rs, number) -> new OrderId(rs.getObject("order_id", UUID.class)))
                .list();
    }

    private static GroupOffer offer(ResultSet rs, int number) throws SQLException {
        return new GroupOffer(
                new ListingId(rs.getObject("listing_id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                rs.getLong("least_packs"),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                GroupOffer.State.valueOf(rs.getString("state")),
                rs.getLong("paid"),
                OrderStore.instant(rs, "decided_at"));
    }
}
