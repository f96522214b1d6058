package org.farmgate.logistics.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SellThroughStore {
    private final JdbcClient jdbc;

    SellThroughStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last word on a day counts. Answers how many say something new.
    int put(Collection<SellThrough> rows, SellThrough.Source source, PartyId by, Instant at) {
        Map<String, Object> params = Batch.of(rows)
                .ids("site", SellThrough::store)
                .ids("product", SellThrough::product)
                .dates("day", SellThrough::day)
                .longs("sold", row -> row.sold().grams())
                .params();
        params.put(
                "left",
                rows.stream()
                        .map(row -> row.left().map(Mass::grams).orElse(null))
                        .toArray(Long[]::new));
        return jdbc.sql("""
                insert into logistics.sell_through as t
                  (site_id, product_id, day, sold_grams, left_grams, source, recorded_at, recorded_by)
                select w.*, :source, :at, :by
                from unnest(:site::uuid[], :product::uuid[], :day::date[], :sold::bigint[], :left::bigint[]) as w
                on conflict (site_id, product_id, day) do update
                  set sold_grams = excluded.sold_grams, left_grams = excluded.left_grams, source = excluded.source,
                      recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                  where (t.sold_grams, t.left_grams) is distinct from (excluded.sold_grams, excluded.left_grams)
                """)
                .params(params)
                .param("source", source.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    /// By day, the earliest first.
    List<SellThrough> since(Collection<SiteId> stores, LocalDate since) {
        return jdbc.sql("""
                select * from logistics.sell_through where site_id = any(:stores::uuid[]) and day >= :since
                order by site_id, product_id, day
                """)
                .param("stores", Batch.array(stores))
                .param("since", since)
                .query(SellThroughStore::row)
                .list();
    }

    /// Of these products; of all where none are named. The latest day first.
    List<SellThrough> of(SiteId store, Optional<Set<ProductId>> products, LocalDate first, LocalDate last) {
        var params = new HashMap<String, Object>();
        params.put("store", store.value());
        params.put("products", products.map(Batch::array).orElse(null));
        params.put("first", first);
        params.put("last", last);
        return jdbc.sql("""
                select * from logistics.sell_through
                where site_id = :store and day between :first and :last
                  and (cast(:products as uuid[]) is null or product_id = any(cast(:products as uuid[])))
                order by day desc, product_id limit 5000
                """).params(params).query(SellThroughStore::row).list();
    }

    private static SellThrough row(ResultSet row, int number) throws SQLException {
        return new SellThrough(
                new SiteId(row.getObject("site_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getObject("day", LocalDate.class),
                new Mass(row.getLong("sold_grams")),
                Optional.ofNullable(row.getObject("left_grams", Long.class)).map(Mass::new));
    }
}
