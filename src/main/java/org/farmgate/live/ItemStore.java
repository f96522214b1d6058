package org.farmgate.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.shop.ListingId;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.SellableId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ItemStore {
    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Also what had left it before. False when it is in the line-up.
    boolean insert(ShowItem item, long borrowed, Instant at) {
        return jdbc.sql("""
                insert into live.item as item (show_id, listing_id, model_id, origin_id, sellable_id, seller_id, hold_id, ordinal,
                       borrowed, benefits, added_at)
                values (:show, :listing, :model, :origin, :sellable, :seller, :hold, :ordinal, :borrowed, :benefits, :at)
                on conflict (show_id, listing_id) do update set hold_id = excluded.hold_id,
                  ordinal = excluded.ordinal, borrowed = item.borrowed + excluded.borrowed, benefits = excluded.benefits, removed_at = null
                  where item.removed_at is not null and item.hold_id <> excluded.hold_id
                """)
                        .param("show", item.show().value())
                        .param("listing", item.listing().value())
                        .param("model", item.model().value())
                        .param("origin", item.origin().value())
                        .param("sellable", item.sellable().value())
                        .param("seller", item.seller().value())
                        .param("hold", item.hold().value())
                        .param("borrowed", borrowed)
                        .param("ordinal", item.ordinal())
                        .param("benefits", item.benefits())
                        .param("at", ShowStore.time(at))
                        .update()
                == 1;
    }

    boolean remove(ShowId show, ListingId listing, Instant at) {
        return jdbc.sql("""
                        update live.item set removed_at = :at
                        where show_id = :show and listing_id = :listing and removed_at is null
                        """)
                        .param("at", ShowStore.time(at))
                        .param("show", show.value())
                        .param("listing", listing.value())
                        .update()
                == 1;
    }

    List<ShowItem> of(ShowId show) {
        return jdbc.sql("select * from live.item where show_id = :show and removed_at is null order by ordinal")
                .param("show", show.value())
                .query((row, number) -> new ShowItem(
                        show,
                        new ListingId(row.getObject("listing_id", UUID.class)),
                        new ListingId(row.getObject("model_id", UUID.class)),
                        new RegionId(row.getObject("origin_id", UUID.class)),
                        new SellableId(row.getObject("sellable_id", UUID.class)),
                        new PartyId(row.getObject("seller_id", UUID.class)),
                        new HoldingId(row.getObject("hold_id", UUID.class)),
                        row.getInt("ordinal"),
                        row.getString("benefits")))
                .list();
    }

    List<ListingId> everOf(ShowId show) {
        return jdbc.sql("select listing_id from live.item where show_id = :show order by ordinal")
                .param("show", show.value())
                .query((row, number) -> new ListingId(row.getObject("listing_id", UUID.class)))
                .list();
    }

    /// More, or with a minus fewer, packs are due back at the seller's open listing.
    void borrow(ShowId show, ListingId listing, long packs) {
        jdbc.sql("""
                update live.item set borrowed = borrowed + :packs where show_id = :show and listing_id = :listing
                """)
                .param("packs", packs)
                .param("show", show.value())
                .param("listing", listing.value())
                .update();
    }

    /// What was ever offered, in one order for all who lock it.
    record Lent(ShowId show, ListingId listing, ListingId model, RegionId origin, SellableId sellable, long borrowed) {}

    List<Lent> lent(ShowId show) {
        return jdbc.sql("select * from live.item where show_id = :show order by sellable_id")
                .param("show", show.value())
                .query(ItemStore::lent)
                .list();
    }

    List<Lent> lent(Collection<ShowId> shows) {
        return jdbc.sql("select * from live.item where show_id = any(:shows::uuid[])")
                .param("shows", Batch.array(shows))
                .query(ItemStore::lent)
                .list();
    }

    private static Lent lent(ResultSet row, int number) throws SQLException {
        return new Lent(
                new ShowId(row.getObject("show_id", UUID.class)),
                new ListingId(row.getObject("listing_id", UUID.class)),
                new ListingId(row.getObject("model_id", UUID.class)),
                new RegionId(row.getObject("origin_id", UUID.class)),
                new SellableId(row.getObject("sellable_id", UUID.class)),
                row.getLong("borrowed"));
    }

    boolean isPinned(ShowId show, ListingId listing) {
        return jdbc.sql("""
                select exists (select 1 from live.pin
                  where show_id = :show and listing_id = :listing and unpinned_at is null)
                """)
                .param("show", show.value())
                .param("listing", listing.value())
                .query(Boolean.class)
                .single();
    }

    /// What is on screen shows the price that stands.
    void repricePin(ShowId show, ListingId listing, Money price) {
        jdbc.sql("""
                update live.pin set price_fen = :price
                where show_id = :show and listing_id = :listing and unpinned_at is null
                """)
                .param("price", price.fen())
                .param("show", show.value())
                .param("listing", listing.value())
                .update();
    }
}
