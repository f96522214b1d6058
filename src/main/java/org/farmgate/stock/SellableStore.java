package org.farmgate.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The numbers of sellable rows. Each change is one guarded statement that reads only the row it changes, so it is
/// right whatever others do meanwhile.
@Repository
class SellableStore {
    private final JdbcClient jdbc;

    SellableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Offering offering, long packs) {
        jdbc.sql("""
                insert into stock.sellable (origin_id, id, pack_grams, left_packs) values (:origin, :id, :pack, :packs)
                """)
                .param("origin", offering.origin().value())
                .param("id", offering.id().value())
                .param("pack", offering.pack().grams())
                .param("packs", packs)
                .update();
    }

    Map<SellableId, Long> left(RegionId origin, Collection<SellableId> ids) {
        Map<SellableId, Long> left = new LinkedHashMap<>();
        counts(origin, ids).forEach((id, count) -> left.put(id, count.left()));
        return left;
    }

    Map<SellableId, PackCount> counts(RegionId origin, Collection<SellableId> ids) {
        return read(origin, ids, "");
    }

    /// In key order; until the transaction ends nobody sells of them.
    Map<SellableId, PackCount> lock(RegionId origin, Collection<SellableId> ids) {
        return read(origin, ids, " order by id for update");
    }

    private Map<SellableId, PackCount> read(RegionId origin, Collection<SellableId> ids, String end) {
        if (ids.isEmpty()) return Map.of();
        return jdbc
                .sql("""
                select id, left_packs, sold_packs, picked_packs, short_packs from stock.sellable
                where origin_id = :origin and id = any(:ids::uuid[])
                """ + end)
                .param("origin", origin.value())
                .param("ids", Batch.array(ids))
                .query(SellableStore::count)
                .list()
                .stream()
                .collect(Collectors.toMap(PackCount::id, count -> count));
    }

    /// How many rows had enough. The hottest statement of all: the primary key finds the rows, and what changes
    /// lies in no index.
    int take(RegionId origin, SortedMap<SellableId, Long> packs) {
        return update("""
                update stock.sellable s
                set left_packs = s.left_packs - w.packs, sold_packs = s.sold_packs + w.packs
                from unnest(:ids::uuid[], :packs::bigint[]) as w (id, packs)
                where s.origin_id = :origin and s.id = w.id and s.left_packs >= w.packs
                """, origin, packs);
    }

    /// How many rows had as many sold that did not leave yet. Whoever is short is served first.
    int giveBack(RegionId origin, SortedMap<SellableId, Long> packs) {
        return update("""
                update stock.sellable s
                set left_packs = s.left_packs + w.packs - least(s.short_packs, w.packs),
                    short_packs = s.short_packs - least(s.short_packs, w.packs),
                    sold_packs = s.sold_packs - w.packs
                from unnest(:ids::uuid[], :packs::bigint[]) as w (id, packs)
                where s.origin_id = :origin and s.id = w.id and s.sold_packs - s.picked_packs >= w.packs
                """, origin, packs);
    }

    /// Whoever is short is served first here too.
    void add(RegionId origin, SellableId id, long packs) {
        update("""
                update stock.sellable s
                set left_packs = s.left_packs + w.packs - least(s.short_packs, w.packs),
                    short_packs = s.short_packs - least(s.short_packs, w.packs)
                from unnest(:ids::uuid[], :packs::bigint[]) as w (id, packs)
                where s.origin_id = :origin and s.id = w.id
                """, origin, new java.util.TreeMap<>(Map.of(id, packs)));
    }

    /// Backing that is gone: what is unsold goes first, then what is sold is short.
    List<PackCount> shrink(RegionId origin, SortedMap<SellableId, Long> packs) {
        return statement("""
                update stock.sellable s
                set left_packs = greatest(s.left_packs - w.packs, 0),
                    short_packs = s.short_packs + greatest(w.packs - s.left_packs, 0)
                from unnest(:ids::uuid[], :packs::bigint[]) as w (id, packs)
                where s.origin_id = :origin and s.id = w.id
                returning s.id, s.left_packs, s.sold_packs, s.picked_packs, s.short_packs
                """, origin, packs).query(SellableStore::count).list();
    }

    /// Of a row that the caller has locked.
    void withdraw(RegionId origin, SellableId id, long packs) {
        update("""
                update stock.sellable s set left_packs = s.left_packs - w.packs
                from unnest(:ids::uuid[], :packs::bigint[]) as w (id, packs)
                where s.origin_id = :origin and s.id = w.id
                """, origin, new java.util.TreeMap<>(Map.of(id, packs)));
    }

    /// Of a row that the caller has locked.
    void pick(RegionId origin, SellableId id, long packs) {
        update("""
                update stock.sellable s set picked_packs = s.picked_packs + w.packs
                from unnest(:ids::uuid[], :packs::bigint[]) as w (id, packs)
                where s.origin_id = :origin and s.id = w.id
                """, origin, new java.util.TreeMap<>(Map.of(id, packs)));
    }

    private int update(String sql, RegionId origin, SortedMap<SellableId, Long> packs) {
        return statement(sql, origin, packs).update();
    }

    private JdbcClient.StatementSpec statement(String sql, RegionId origin, SortedMap<SellableId, Long> packs) {
        return jdbc.sql(sql)
                .param("origin", origin.value())
                .param("ids", Batch.array(packs.keySet()))
                .param("packs", packs.values().toArray(Long[]::new));
    }

    Optional<PackCount> count(RegionId origin, SellableId id) {
        return Optional.ofNullable(counts(origin, List.of(id)).get(id));
    }

    private static PackCount count(ResultSet row, int number) throws SQLException {
        return new PackCount(
                new SellableId(Rows.uuid(row, "id")),
                row.getLong("left_packs"),
                row.getLong("sold_packs"),
                row.getLong("picked_packs"),
                row.getLong("short_packs"));
    }
}
