package org.farmgate.logistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Multilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TruckKindStore {
    private final JdbcClient jdbc;

    TruckKindStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was current ends with that version, and this begins.
    void put(TruckKind kind, long version) {
        jdbc.sql("update logistics.truck_kind set version_until = :version where id = :id and version_until is null")
                .param("version", version)
                .param("id", kind.id().value())
                .update();
        jdbc.sql("""
                insert into logistics.truck_kind (id, version_from, name_en, name_zh, name_ug, capacity_grams,
                  trip_fen, fen_per_kilometre, cold, kilometres_per_day, retired)
                values (:id, :version, :en, :zh, :ug, :capacity, :trip, :kilometre, :cold, :speed, :retired)
                """)
                .param("id", kind.id().value())
                .param("version", version)
                .param("en", kind.name().english())
                .param("zh", kind.name().chinese())
                .param("ug", kind.name().uyghur())
                .param("capacity", kind.capacity().grams())
                .param("trip", kind.perTrip().fen())
                .param("kilometre", kind.perKilometre().fen())
                .param("cold", kind.cold())
                .param("speed", kind.kilometresPerDay())
                .param("retired", kind.retired())
                .update();
    }

    Optional<TruckKind> find(TruckKindId id) {
        return jdbc.sql("select * from logistics.truck_kind where id = :id and version_until is null")
                .param("id", id.value())
                .query(TruckKindStore::kind)
                .optional();
    }

    /// As they were at that version, the largest first.
    List<TruckKind> at(long version) {
        return jdbc.sql("""
                select * from logistics.truck_kind
                where version_from <= :version and (version_until is null or version_until > :version)
                order by retired, capacity_grams desc, cold, id
                """)
                .param("version", version)
                .query(TruckKindStore::kind)
                .list();
    }

    private static TruckKind kind(ResultSet row, int number) throws SQLException {
        return new TruckKind(
                new TruckKindId(row.getObject("id", UUID.class)),
                new Multilingual(row.getString("name_en"), row.getString("name_zh"), row.getString("name_ug")),
                new Mass(row.getLong("capacity_grams")),
                new Money(row.getLong("trip_fen")),
                new Money(row.getLong("fen_per_kilometre")),
                row.getBoolean("cold"),
                row.getInt("kilometres_per_day"),
                row.getBoolean("retired"));
    }
}
