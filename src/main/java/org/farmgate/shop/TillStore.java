package org.farmgate.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TillStore {
    private final JdbcClient jdbc;

    TillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id or the name is taken.
    boolean insert(Till till, Actor by, Instant at) {
        return jdbc.sql("""
                insert into shop.till (origin_id, id, seller_id, site_id, name, opened_at, opened_by)
                values (:origin, :id, :seller, :site, :name, :at, :by)
                on conflict do nothing
                """)
                        .param("origin", till.origin().value())
                        .param("id", till.id().value())
                        .param("seller", till.seller().value())
                        .param("site", till.site().value())
                        .param("name", till.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
    }

    Optional<Till> find(TillId id) {
        return jdbc.sql("select * from shop.till where id = :id")
                .param("id", id.value())
                .query(TillStore::till)
                .optional();
    }

    List<Till> ofSeller(PartyId seller) {
        return jdbc.sql("select * from shop.till where seller_id = :seller order by name, id")
                .param("seller", seller.value())
                .query(TillStore::till)
                .list();
    }

    /// What it sells.
    List<Listing> goods(Till till) {
        return jdbc.sql(
                        ListingStore.WITH_TERMS
                                + " where l.origin_id = :origin and l.till_id = :till and l.state = 'OPEN' order by l.title, l.id")
                .param("origin", till.origin().value())
                .param("till", till.id().value())
                .query(ListingStore::listing)
                .list();
    }

    private static Till till(ResultSet rs, int number) throws SQLException {
        return new Till(
                new TillId(rs.getObject("id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new PartyId(rs.getObject("seller_id", UUID.class)),
                new SiteId(rs.getObject("site_id", UUID.class)),
                rs.getString("name"));
    }
}
