package org.farmgate.logistics.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The trees of the counties. Small, so that on many servers each may hold it whole.
@Repository
class NetworkStore {
    private static final String COLUMNS = "site_id, origin_id, parent_id, region_id";

    private final JdbcClient jdbc;

    NetworkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One change at a time, until this transaction ends: two at once could close a circle. The number of
    /// the lock means nothing; it only must be the same everywhere.
    void queueUp() {
        jdbc.sql("select pg_advisory_xact_lock(7305210)")
                .query((row, number) -> 0)
                .single();
    }

    void put(NetworkLink link, Actor by, Instant at) {
        jdbc.sql("""
                insert into logistics.parcel_site (site_id, origin_id, parent_id, region_id, changed_at, changed_by)
                values (:site, :county, :parent::uuid, :region, :at, :by)
                on conflict (site_id) do update
                set parent_id = excluded.parent_id, region_id = excluded.region_id, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by
                """)
                .param("site", link.site().value())
                .param("county", link.county().value())
                .param("parent", link.parent().map(SiteId::toString).orElse(null))
                .param("region", link.region().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    boolean remove(SiteId site) {
        return jdbc.sql("delete from logistics.parcel_site where site_id = :site")
                        .param("site", site.value())
                        .update()
                == 1;
    }

    Optional<NetworkLink> find(SiteId site) {
        return jdbc.sql("select " + COLUMNS + " from logistics.parcel_site where site_id = :site")
                .param("site", site.value())
                .query(NetworkStore::link)
                .optional();
    }

    List<NetworkLink> all() {
        return jdbc.sql("select " + COLUMNS + " from logistics.parcel_site order by site_id")
                .query(NetworkStore::link)
                .list();
    }

    List<NetworkLink> tops() {
        return jdbc.sql("select " + COLUMNS + " from logistics.parcel_site where parent_id is null order by site_id")
                .query(NetworkStore::link)
                .list();
    }

    List<NetworkLink> byIds(Collection<SiteId> sites) {
        return jdbc.sql("select " + COLUMNS
                        + " from logistics.parcel_site where site_id = any(:sites::uuid[]) order by site_id")
                .param("sites", Batch.array(sites))
                .query(NetworkStore::link)
                .list();
    }

    List<NetworkLink> ofCounties(Collection<RegionId> counties) {
        return jdbc.sql("select " + COLUMNS
                        + " from logistics.parcel_site where origin_id = any(:counties::uuid[]) order by site_id")
                .param("counties", Batch.array(counties))
                .query(NetworkStore::link)
                .list();
    }

    List<NetworkLink> inRegions(Collection<RegionId> regions) {
        return jdbc.sql("select " + COLUMNS
                        + " from logistics.parcel_site where region_id = any(:regions::uuid[]) order by site_id")
                .param("regions", Batch.array(regions))
                .query(NetworkStore::link)
                .list();
    }

    boolean hasChildren(SiteId site) {
        return jdbc.sql("select exists (select 1 from logistics.parcel_site where parent_id = :site)")
                .param("site", site.value())
                .query(Boolean.class)
                .single();
    }

    /// These and all above them.
    List<NetworkLink> upwards(Collection<SiteId> from) {
        return jdbc.sql("""
                with recursive up as (
                  select site_id, origin_id, parent_id, region_id from logistics.parcel_site
                  where site_id = any(:from::uuid[])
                  union
                  select p.site_id, p.origin_id, p.parent_id, p.region_id
                  from up join logistics.parcel_site p on p.site_id = up.parent_id)
                select * from up
                """)
                .param("from", Batch.array(from))
                .query(NetworkStore::link)
                .list();
    }

    private static NetworkLink link(ResultSet row, int number) throws SQLException {
        return new NetworkLink(
                new SiteId(row.getObject("site_id", UUID.class)),
                new RegionId(row.getObject("origin_id", UUID.class)),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)).map(SiteId::new),
                new RegionId(row.getObject("region_id", UUID.class)));
    }
}
