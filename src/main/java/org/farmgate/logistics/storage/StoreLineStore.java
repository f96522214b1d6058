package org.farmgate.logistics.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoreLineStore {
    private final JdbcClient jdbc;

    StoreLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False where the store gets the product from that owner by another line, or the id is another's.
    boolean put(StoreLine line, String by, Instant at) {
        return jdbc.sql("""
                insert into logistics.store_line as l (id, store_id, product_id, owner_id, warehouse_id, pack_grams,
                  least_packs, cover_days, transit_days, fresh_days, ended, changed_at, changed_by)
                select :id, :store, :product, :owner, :warehouse, :pack, :least, :cover, :transit, :fresh, :ended, :at, :by
                where not exists (select 1 from logistics.store_line o where o.store_id = :store
                                  and o.product_id = :product and o.owner_id = :owner and o.id <> :id)
                on conflict (id) do update
                  set warehouse_id = excluded.warehouse_id, pack_grams = excluded.pack_grams,
                      least_packs = excluded.least_packs, cover_days = excluded.cover_days,
                      transit_days = excluded.transit_days, fresh_days = excluded.fresh_days, ended = excluded.ended,
                      changed_at = excluded.changed_at, changed_by = excluded.changed_by
                  where (l.store_id, l.product_id, l.owner_id)
                      = (excluded.store_id, excluded.product_id, excluded.owner_id)
                """)
                        .param("id", line.id().value())
                        .param("store", line.store().value())
                        .param("product", line.product().value())
                        .param("owner", line.owner().value())
                        .param("warehouse", line.warehouse().value())
                        .param("pack", line.pack().grams())
                        .param("least", line.leastPacks())
                        .param("cover", line.coverDays())
                        .param("transit", line.transitDays())
                        .param("fresh", line.freshDays())
                        .param("ended", line.ended())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<StoreLine> find(StoreLineId id) {
        return jdbc.sql("select * from logistics.store_line where id = :id")
                .param("id", id.value())
                .query(StoreLineStore::line)
                .optional();
    }

    Optional<StoreLine> same(StoreLine line) {
        return jdbc.sql("""
                select * from logistics.store_line
                where store_id = :store and product_id = :product and owner_id = :owner
                """)
                .param("store", line.store().value())
                .param("product", line.product().value())
                .param("owner", line.owner().value())
                .query(StoreLineStore::line)
                .optional();
    }

    /// What an owner sends out of a warehouse, ended ones left out.
    List<StoreLine> of(PartyId owner, SiteId warehouse) {
        return jdbc.sql("""
                select * from logistics.store_line
                where owner_id = :owner and warehouse_id = :warehouse and not ended
                order by store_id, product_id
                """)
                .param("owner", owner.value())
                .param("warehouse", warehouse.value())
                .query(StoreLineStore::line)
                .list();
    }

    /// What a store gets, from whomever.
    List<StoreLine> ofStore(SiteId store) {
        return jdbc.sql("select * from logistics.store_line where store_id = :store and not ended order by product_id")
                .param("store", store.value())
                .query(StoreLineStore::line)
                .list();
    }

    /// Which products the owner supplies to those of these stores that it supplies.
    Map<SiteId, Set<ProductId>> supplied(PartyId owner, Collection<SiteId> among) {
        if (among.isEmpty()) return Map.of();
        Map<SiteId, Set<ProductId>> supplied = new HashMap<>();
        jdbc.sql("""
                select store_id, product_id from logistics.store_line
                where owner_id = :owner and store_id = any(:stores::uuid[]) and not ended
                """)
                .param("owner", owner.value())
                .param("stores", Batch.array(among))
                .query(row -> {
                    supplied.computeIfAbsent(new SiteId(row.getObject("store_id", UUID.class)), _ -> new HashSet<>())
                            .add(new ProductId(row.getObject("product_id", UUID.class)));
                });
        return supplied;
    }

    Set<SiteId> storesOf(PartyId owner) {
        return Set.copyOf(jdbc.sql("""
                select distinct store_id from logistics.store_line where owner_id = :owner and not ended limit 2000
                """)
                .param("owner", owner.value())
                .query((row, number) -> new SiteId(row.getObject("store_id", UUID.class)))
                .list());
    }

    /// Those of an owner or of these stores; all where neither is named.
    Slice<StoreLine> search(Optional<PartyId> owner, Collection<SiteId> stores, Paging paging) {
        Map<String, Object> params = new HashMap<>();
        params.put("owner", owner.map(PartyId::value).orElse(null));
        params.put("stores", Batch.array(stores));
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        String where = """
                 from logistics.store_line
                where cast(:owner as uuid) is null or owner_id = :owner or store_id = any(:stores::uuid[])
                """;
        List<StoreLine> rows = jdbc.sql("select *" + where
                        + " order by ended, warehouse_id, store_id, product_id, id limit :size offset :offset")
                .params(params)
                .query(StoreLineStore::line)
                .list();
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        return Slice.of(rows, paging, total);
    }

    private static StoreLine line(ResultSet row, int number) throws SQLException {
        return new StoreLine(
                new StoreLineId(row.getObject("id", UUID.class)),
                new SiteId(row.getObject("store_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                new SiteId(row.getObject("warehouse_id", UUID.class)),
                new Mass(row.getLong("pack_grams")),
                row.getInt("least_packs"),
                row.getInt("cover_days"),
                row.getInt("transit_days"),
                row.getInt("fresh_days"),
                row.getBoolean("ended"));
    }
}
