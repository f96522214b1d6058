package org.farmgate.logistics.parcels.carrier;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Outside carriers.
@Repository
class CarrierStore {
    private final JdbcClient jdbc;

    CarrierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A carrier with what it signs with.
    record Keyed(OutsideCarrier carrier, Sealing.Sealed secret) {}

    /// False when the id or the name is taken.
    boolean insert(OutsideCarrier carrier, Sealing.Sealed secret, Actor by) {
        return jdbc.sql("""
                insert into logistics.outside_carrier
                       (id, name, address, state, secret_key, secret, made_at, made_by, renewed_at)
                values (:id, :name, :address, :state, :key, :secret, :at, :by, :at)
                on conflict do nothing
                """)
                        .param("id", carrier.id().value())
                        .param("name", carrier.name())
                        .param("address", carrier.address().toString())
                        .param("state", carrier.state().name())
                        .param("key", secret.keyId())
                        .param("secret", secret.bytes())
                        .param("at", carrier.madeAt().atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
    }

    void renew(OutsideCarrier carrier, Sealing.Sealed secret) {
        jdbc.sql("""
                update logistics.outside_carrier
                set address = :address, secret_key = :key, secret = :secret, renewed_at = :at where id = :id
                """)
                .param("address", carrier.address().toString())
                .param("key", secret.keyId())
                .param("secret", secret.bytes())
                .param("at", carrier.renewedAt().atOffset(ZoneOffset.UTC))
                .param("id", carrier.id().value())
                .update();
    }

    /// False when it stood so already.
    boolean turn(OutsideCarrierId id, OutsideCarrier.State to) {
        return jdbc.sql("update logistics.outside_carrier set state = :to where id = :id and state <> :to")
                        .param("to", to.name())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<OutsideCarrier> find(OutsideCarrierId id) {
        return keyed(id).map(Keyed::carrier);
    }

    Optional<Keyed> keyed(OutsideCarrierId id) {
        return jdbc.sql("select * from logistics.outside_carrier where id = :id")
                .param("id", id.value())
                .query(CarrierStore::keyed)
                .optional();
    }

    List<OutsideCarrier> all() {
        return jdbc.sql("select * from logistics.outside_carrier order by name, id")
                .query(CarrierStore::carrier)
                .list();
    }

    List<Keyed> open() {
        return jdbc.sql("select * from logistics.outside_carrier where state = 'OPEN' order by name, id")
                .query(CarrierStore::keyed)
                .list();
    }

    private static Keyed keyed(ResultSet rs, int number) throws SQLException {
        return new Keyed(
                carrier(rs, number),
                new Sealing.Sealed(rs.getString("secret_key"), Objects.requireNonNull(rs.getBytes("secret"))));
    }

    private static OutsideCarrier carrier(ResultSet rs, int number) throws SQLException {
        return new OutsideCarrier(
                new OutsideCarrierId(rs.getObject("id", UUID.class)),
                rs.getString("name"),
                URI.create(rs.getString("address")),
                OutsideCarrier.State.valueOf(rs.getString("state")),
                rs.getObject("made_at", OffsetDateTime.class).toInstant(),
                rs.getObject("renewed_at", OffsetDateTime.class).toInstant());
    }
}
