package org.farmgate.logistics.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VehicleStore {
    private final JdbcClient jdbc;

    VehicleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False where the id or the plate is taken.
    boolean insert(Vehicle vehicle) {
        return write("""
                insert into logistics.vehicle (id, owner_id, plate, capacity_grams, capacity_litres, cold, per_trip_fen,
                  per_kilometre_fen, retired)
                values (:id, :owner, :plate, :grams, :litres, :cold, :trip, :kilometre, :retired)
                on conflict do nothing
                """, vehicle);
    }

    /// False where another vehicle of the owner has that plate.
    boolean update(Vehicle vehicle) {
        return write("""
                update logistics.vehicle v set plate = :plate, capacity_grams = :grams, capacity_litres = :litres,
                  cold = :cold, per_trip_fen = :trip, per_kilometre_fen = :kilometre, retired = :retired
                where v.id = :id and not exists (
                  select 1 from logistics.vehicle o where o.owner_id = :owner and o.plate = :plate and o.id <> :id)
                """, vehicle);
    }

    private boolean write(String sql, Vehicle vehicle) {
        return jdbc.sql(sql)
                        .param("id", vehicle.id().value())
                        .param("owner", vehicle.owner().value())
                        .param("plate", vehicle.plate())
                        .param("grams", vehicle.capacity().grams())
                        .param("litres", vehicle.litres())
                        .param("cold", vehicle.cold())
                        .param("trip", vehicle.perTrip().fen())
                        .param("kilometre", vehicle.perKilometre().fen())
                        .param("retired", vehicle.retired())
                        .update()
                == 1;
    }

    List<Vehicle> byIds(Collection<VehicleId> ids) {
        return jdbc.sql("select * from logistics.vehicle where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(VehicleStore::vehicle)
                .list();
    }

    /// Retired ones at the end.
    List<Vehicle> of(PartyId owner) {
        return jdbc.sql("select * from logistics.vehicle where owner_id = :owner order by retired, plate limit 500")
                .param("owner", owner.value())
                .query(VehicleStore::vehicle)
                .list();
    }

    private static Vehicle vehicle(ResultSet row, int number) throws SQLException {
        return new Vehicle(
                new VehicleId(row.getObject("id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                row.getString("plate"),
                new Mass(row.getLong("capacity_grams")),
                row.getInt("capacity_litres"),
                row.getBoolean("cold"),
                new Money(row.getLong("per_trip_fen")),
                new Money(row.getLong("per_kilometre_fen")),
                row.getBoolean("retired"));
    }
}
