package org.farmgate.logistics.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BinStore {
    private final JdbcClient jdbc;

    BinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether it is new; a code that is taken and an id that is there both leave everything as it was.
    boolean insert(Bin bin) {
        return jdbc.sql("""
                insert into logistics.bin (id, site_id, code, zone, cold, capacity_grams, dock, closed)
                values (:id, :site, :code, :zone, :cold, :capacity, :dock, :closed)
                on conflict do nothing
                """)
                        .param("id", bin.id().value())
                        .param("site", bin.site().value())
                        .param("code", bin.code())
                        .param("zone", bin.zone())
                        .param("cold", bin.cold())
                        .param("capacity", bin.capacity().grams())
                        .param("dock", bin.dock())
                        .param("closed", bin.closed())
                        .update()
                == 1;
    }

    /// Of one that the caller has locked. False where another has that code.
    boolean update(Bin bin) {
        return jdbc.sql("""
                update logistics.bin b
                set code = :code, zone = :zone, cold = :cold, capacity_grams = :capacity, closed = :closed
                where id = :id and not exists (
                  select 1 from logistics.bin o where o.site_id = :site and o.code = :code and o.id <> :id)
                """)
                        .param("id", bin.id().value())
                        .param("site", bin.site().value())
                        .param("code", bin.code())
                        .param("zone", bin.zone())
                        .param("cold", bin.cold())
                        .param("capacity", bin.capacity().grams())
                        .param("closed", bin.closed())
                        .update()
                == 1;
    }

    Optional<Bin> find(BinId id) {
        return jdbc.sql("select * from logistics.bin where id = :id")
                .param("id", id.value())
                .query(BinStore::bin)
                .optional();
    }

    /// As it is once nobody else is changing it or putting goods into it.
    Optional<Bin> lock(BinId id) {
        return jdbc.sql("select * from logistics.bin where id = :id for update")
                .param("id", id.value())
                .query(BinStore::bin)
                .optional();
    }

    /// The dock first, then by zone and code.
    List<Bin> of(SiteId site) {
        return jdbc.sql("select * from logistics.bin where site_id = :site order by not dock, zone, code")
                .param("site", site.value())
                .query(BinStore::bin)
                .list();
    }

    private static Bin bin(ResultSet row, int number) throws SQLException {
        return new Bin(
                new BinId(row.getObject("id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getString("code"),
                row.getString("zone"),
                row.getBoolean("cold"),
                new Mass(row.getLong("capacity_grams")),
                row.getBoolean("dock"),
                row.getBoolean("closed"));
    }
}
