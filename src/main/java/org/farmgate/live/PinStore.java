package org.farmgate.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.shop.ListingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PinStore {
    private final JdbcClient jdbc;

    PinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Two who pin at once do it one after the other.
    void lock(ShowId show) {
        jdbc.sql("select id from live.show where id = :show for update")
                .param("show", show.value())
                .query((row, number) -> true)
                .list();
    }

    void insert(Pin pin) {
        jdbc.sql("""
                insert into live.pin (show_id, id, listing_id, price_fen, pinned_at)
                values (:show, :id, :listing, :price, :at)
                on conflict (show_id, id) do nothing
                """)
                .param("show", pin.show().value())
                .param("id", pin.id().value())
                .param("listing", pin.listing().value())
                .param("price", pin.price().fen())
                .param("at", ShowStore.time(pin.pinnedAt()))
                .update();
    }

    /// Answers how many were on screen.
    int takeDown(ShowId show, Instant at) {
        return jdbc.sql("""
                update live.pin set unpinned_at = greatest(:at, pinned_at) where show_id = :show and unpinned_at is null
                """)
                .param("at", ShowStore.time(at))
                .param("show", show.value())
                .update();
    }

    Optional<Pin> find(ShowId show, PinId id) {
        return jdbc.sql("select * from live.pin where show_id = :show and id = :id")
                .param("show", show.value())
                .param("id", id.value())
                .query(PinStore::pin)
                .optional();
    }

    Optional<Pin> now(ShowId show) {
        return jdbc.sql("select * from live.pin where show_id = :show and unpinned_at is null")
                .param("show", show.value())
                .query(PinStore::pin)
                .optional();
    }

    List<Pin> of(ShowId show) {
        return jdbc.sql("select * from live.pin where show_id = :show order by pinned_at, id")
                .param("show", show.value())
                .query(PinStore::pin)
                .list();
    }

    private static Pin pin(ResultSet row, int number) throws SQLException {
        return new Pin(
                new PinId(ShowStore.uuid(row, "id")),
                new ShowId(ShowStore.uuid(row, "show_id")),
                new ListingId(ShowStore.uuid(row, "listing_id")),
                new Money(row.getLong("price_fen")),
                row.getObject("pinned_at", OffsetDateTime.class).toInstant(),
                ShowStore.optional(row, "unpinned_at"));
    }
}
