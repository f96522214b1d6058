package org.farmgate.logistics.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.PositionKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What lies in which bin, and every change of it. Whoever changes a lot's bins calls [#lock] first,
/// after the bins and positions that they lock.
@Repository
class ShelfStore {
    private final JdbcClient jdbc;

    ShelfStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A change of what lies in a bin.
    ///
    /// @param id stock's movement, or the putting away
    record Moved(
            UUID id,
            RegionId origin,
            LotId lot,
            SiteId site,
            BinId bin,
            PartyId owner,
            long grams,
            boolean putAway,
            Instant at) {}

    /// One at a time for each lot at each site, until this transaction ends. The number only keeps
    /// apart what others lock.
    void lock(PositionKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 7305230))")
                .param("name", key.lot() + "/" + key.site())
                .query((row, number) -> 0)
                .single();
    }

    /// Empty bins too, the dock's first, then those with the least in them: whoever takes from them in
    /// this order leaves few bins with a rest.
    List<Shelf> of(PositionKey key) {
        return jdbc.sql("""
                select * from logistics.shelf
                where origin_id = :origin and lot_id = :lot and site_id = :site
                order by bin_id <> :dock, grams, bin_id
                """)
                .param("origin", key.origin().value())
                .param("lot", key.lot().value())
                .param("site", key.site().value())
                .param("dock", Bin.dockId(key.site()).value())
                .query(ShelfStore::shelf)
                .list();
    }

    /// What lies at a site, of one owner or of all.
    List<Shelf> at(SiteId site, Optional<PartyId> owner) {
        return jdbc.sql("""
                select * from logistics.shelf
                where site_id = :site and grams > 0 and (cast(:owner as uuid) is null or owner_id = :owner)
                order by bin_id, lot_id
                """)
                .param("site", site.value())
                .param("owner", owner.map(PartyId::value).orElse(null))
                .query(ShelfStore::shelf)
                .list();
    }

    Mass inBin(BinId bin, SiteId site) {
        return sum(
                "select coalesce(sum(grams), 0) from logistics.shelf where site_id = :site and bin_id = :bin",
                site,
                bin);
    }

    Mass atSite(SiteId site) {
        return sum(
                "select coalesce(sum(grams), 0) from logistics.shelf where site_id = :site and bin_id <> :bin",
                site,
                new BinId(new UUID(0, 0)));
    }

    private Mass sum(String sql, SiteId site, BinId bin) {
        return new Mass(jdbc.sql(sql)
                .param("site", site.value())
                .param("bin", bin.value())
                .query(java.math.BigDecimal.class)
                .single()
                .longValueExact());
    }

    /// Writes the change down and makes it. False, and nothing is changed, where it was written before.
    ///
    /// @param since since when the lot is at the site, where the bin was empty
    boolean move(Moved moved, Instant since, Instant now) {
        int fresh = jdbc.sql("""
                insert into logistics.shelf_move
                  (origin_id, id, bin_id, lot_id, site_id, owner_id, grams, put_away, at, recorded_at)
                values (:origin, :id, :bin, :lot, :site, :owner, :grams, :putAway, :at, :now)
                on conflict do nothing
                """).params(params(moved, since, now)).update();
        if (fresh == 0) return false;
        jdbc.sql("""
                insert into logistics.shelf as s (origin_id, lot_id, site_id, bin_id, owner_id, grams, since)
                values (:origin, :lot, :site, :bin, :owner, greatest(:grams, 0), :since)
                on conflict (origin_id, lot_id, site_id, bin_id) do update
                  set grams = s.grams + :grams, owner_id = excluded.owner_id,
                      since = case when s.grams = 0 then excluded.since else s.since end
                """).params(params(moved, since, now)).update();
        return true;
    }

    private static java.util.Map<String, Object> params(Moved moved, Instant since, Instant now) {
        var params = new java.util.HashMap<String, Object>(java.util.Map.of(
                "origin", moved.origin().value(),
                "id", moved.id(),
                "bin", moved.bin().value(),
                "lot", moved.lot().value(),
                "site", moved.site().value(),
                "owner", moved.owner().value(),
                "grams", moved.grams(),
                "putAway", moved.putAway(),
                "at", moved.at().atOffset(ZoneOffset.UTC),
                "now", now.atOffset(ZoneOffset.UTC)));
        params.put("since", since.atOffset(ZoneOffset.UTC));
        return params;
    }

    /// What these movements and puttings-away did.
    List<Moved> ofIds(Collection<UUID> ids) {
        return jdbc.sql("select * from logistics.shelf_move where id = any(:ids::uuid[]) order by lot_id, bin_id")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(ShelfStore::moved)
                .list();
    }

    List<Moved> of(MovementId movement) {
        return ofIds(List.of(movement.value()));
    }

    /// All at a site up to a moment, the earliest first.
    List<Moved> until(SiteId site, Instant until) {
        return jdbc.sql("""
                select * from logistics.shelf_move where site_id = :site and at < :until order by at, recorded_at, grams
                """)
                .param("site", site.value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(ShelfStore::moved)
                .list();
    }

    private static Moved moved(ResultSet row, int number) throws SQLException {
        return new Moved(
                row.getObject("id", UUID.class),
                new RegionId(row.getObject("origin_id", UUID.class)),
                new LotId(row.getObject("lot_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                new BinId(row.getObject("bin_id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                row.getLong("grams"),
                row.getBoolean("put_away"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Shelf shelf(ResultSet row, int number) throws SQLException {
        return new Shelf(
                new RegionId(row.getObject("origin_id", UUID.class)),
                new LotId(row.getObject("lot_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                new BinId(row.getObject("bin_id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                new Mass(row.getLong("grams")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
