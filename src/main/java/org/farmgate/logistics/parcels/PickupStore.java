package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Pickup codes. Whoever reads or writes one holds the parcel's lock.
@Repository
class PickupStore {
    private final JdbcClient jdbc;

    PickupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param mark the keyed hash of the code
    record Pickup(UUID mark, int wrong, Optional<Instant> lockedUntil) {}

    Optional<Pickup> find(ParcelKey parcel) {
        return jdbc.sql("select * from logistics.parcel_pickup where origin_id = :origin and parcel_id = :id")
                .params(ParcelStore.key(parcel))
                .query((row, number) -> new Pickup(
                        row.getObject("mark", UUID.class),
                        row.getInt("wrong"),
                        ParcelRows.optionalInstant(row, "locked_until")))
                .optional();
    }

    /// In place of an earlier one.
    void put(ParcelKey parcel, UUID mark, String by, Instant at) {
        jdbc.sql("""
                insert into logistics.parcel_pickup (origin_id, parcel_id, mark, made_at, made_by)
                values (:origin, :id, :mark, :at, :by)
                on conflict (origin_id, parcel_id) do update
                set mark = excluded.mark, made_at = excluded.made_at, made_by = excluded.made_by, wrong = 0,
                    locked_until = null
                """)
                .params(ParcelStore.key(parcel))
                .param("mark", mark)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /// Nothing opens by it any more.
    void remove(Collection<ParcelKey> parcels) {
        if (parcels.isEmpty()) return;
        jdbc.sql("""
                delete from logistics.parcel_pickup p
                using unnest(:origins::uuid[], :ids::uuid[]) as n (origin, parcel)
                where p.origin_id = n.origin and p.parcel_id = n.parcel
                """)
                .params(Batch.of(List.copyOf(parcels))
                        .ids("origins", ParcelKey::origin)
                        .ids("ids", ParcelKey::id)
                        .params())
                .update();
    }

    void wrong(ParcelKey parcel, int wrong, Optional<Instant> lockedUntil) {
        jdbc.sql("""
                update logistics.parcel_pickup set wrong = :wrong, locked_until = :until::timestamptz
                where origin_id = :origin and parcel_id = :id
                """)
                .params(ParcelStore.key(parcel))
                .param("wrong", wrong)
                .param("until", ParcelStore.text(lockedUntil))
                .update();
    }
}
