package org.farmgate.logistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WarehouseStore {
    private final JdbcClient jdbc;

    WarehouseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was current ends with that version, and this begins.
    void put(NearMarketWarehouse warehouse, boolean withdrawn, long version) {
        jdbc.sql(
                        "update logistics.warehouse set version_until = :version where site_id = :site and version_until is null")
                .param("version", version)
                .param("site", warehouse.site().value())
                .update();
        jdbc.sql("""
                insert into logistics.warehouse
                  (site_id, version_from, capacity_grams, fen_per_tonne_week, cold, withdrawn)
                values (:site, :version, :capacity, :week, :cold, :withdrawn)
                """)
                .param("site", warehouse.site().value())
                .param("version", version)
                .param("capacity", warehouse.capacity().grams())
                .param("week", warehouse.perTonneWeek().fenPerTonne())
                .param("cold", warehouse.cold())
                .param("withdrawn", withdrawn)
                .update();
    }

    /// In use now.
    Optional<NearMarketWarehouse> find(SiteId site) {
        return jdbc.sql("""
                select * from logistics.warehouse where site_id = :site and version_until is null and not withdrawn
                """)
                .param("site", site.value())
                .query(WarehouseStore::warehouse)
                .optional();
    }

    /// In use at that moment.
    Optional<NearMarketWarehouse> at(SiteId site, Instant then) {
        return jdbc.sql("""
                select w.* from logistics.warehouse w
                join logistics.tariff_change b on b.version = w.version_from
                left join logistics.tariff_change e on e.version = w.version_until
                where w.site_id = :site and b.changed_at <= :then and (e.changed_at is null or e.changed_at > :then)
                  and not w.withdrawn
                order by w.version_from desc
                limit 1
                """)
                .param("site", site.value())
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(WarehouseStore::warehouse)
                .optional();
    }

    /// In use at that version.
    List<NearMarketWarehouse> at(long version) {
        return jdbc.sql("""
                select * from logistics.warehouse
                where version_from <= :version and (version_until is null or version_until > :version) and not withdrawn
                order by site_id
                """)
                .param("version", version)
                .query(WarehouseStore::warehouse)
                .list();
    }

    private static NearMarketWarehouse warehouse(ResultSet row, int number) throws SQLException {
        return new NearMarketWarehouse(
                new SiteId(row.getObject("site_id", UUID.class)),
                new Mass(row.getLong("capacity_grams")),
                new Price(row.getLong("fen_per_tonne_week")),
                row.getBoolean("cold"));
    }
}
