package org.farmgate.logistics.parcels;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What other carriers bring on.
@Repository
class GivenOnStore {
    private final JdbcClient jdbc;

    GivenOnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of one that is locked.
    void put(ParcelKey parcel, GivenOn to) {
        jdbc.sql("""
                update logistics.parcel set out_carrier = :carrier, out_waybill = :waybill
                where origin_id = :origin and id = :id
                """)
                .params(ParcelStore.key(parcel))
                .param("carrier", to.carrier())
                .param("waybill", to.waybill())
                .update();
    }

    Optional<GivenOn> of(ParcelKey parcel) {
        return jdbc.sql("""
                select out_carrier, out_waybill from logistics.parcel
                where origin_id = :origin and id = :id and out_waybill is not null
                """)
                .params(ParcelStore.key(parcel))
                .query((row, number) -> new GivenOn(row.getString("out_carrier"), row.getString("out_waybill")))
                .optional();
    }

    /// The latest first.
    List<ParcelKey> find(GivenOn to) {
        return jdbc.sql("""
                select origin_id, id from logistics.parcel where out_waybill = :waybill and out_carrier = :carrier
                order by at desc
                """)
                .param("waybill", to.waybill())
                .param("carrier", to.carrier())
                .query(ParcelRows::key)
                .list();
    }
}
