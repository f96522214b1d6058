package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Sealing.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes parcels. Whoever changes one locks its row first, so of two at once one sees what the other did.
@Repository
class ParcelStore {
    private final JdbcClient jdbc;

    ParcelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next serials, of which no other process gets one.
    List<Long> serials(int many) {
        return jdbc.sql("select nextval('logistics.sscc_serial') from generate_series(1, :many)")
                .param("many", many)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /// False when the id, the package or the waybill is there already.
    boolean insert(Parcel parcel, Sealed people) {
        ParcelSource source = parcel.source();
        return jdbc.sql("""
                        insert into logistics.parcel (origin_id, id, sscc, source, consignment_id, package_number,
                          carrier_name, waybill, taken_site, taken_at, to_region, to_site, to_door, mass_grams, litres,
                          price_fen, people_key, people_sealed, stage, at_site, at, keep_until)
                        values (:origin, :id, :sscc, :source, :consignment::uuid, :package, :carrier, :waybill, :site,
                          :taken, :region, :toSite::uuid, :door, :mass, :litres, :price, :key, :people, :stage, :site,
                          :taken, :keep::timestamptz)
                        on conflict do nothing
                        """)
                        .params(key(parcel.key()))
                        .param("sscc", parcel.sscc().digits())
                        .param("source", word(source))
                        .param("consignment", source instanceof ParcelSource.Order order ? text(order) : null)
                        .param("package", source instanceof ParcelSource.Order order ? order.packageNumber() : null)
                        .param("carrier", source instanceof ParcelSource.Inbound inbound ? inbound.carrier() : null)
                        .param("waybill", source instanceof ParcelSource.Inbound inbound ? inbound.waybill() : null)
                        .param("site", parcel.takenInAt().value())
                        .param("taken", parcel.takenIn().atOffset(ZoneOffset.UTC))
                        .param("region", parcel.toRegion().value())
                        .param("toSite", parcel.toSite().map(Object::toString).orElse(null))
                        .param("door", parcel.toDoor())
                        .param("mass", parcel.mass().grams())
                        .param("litres", parcel.litres())
                        .param("price", parcel.price().fen())
                        .param("key", people.keyId())
                        .param("people", people.bytes())
                        .param("stage", parcel.stage().name())
                        .param("keep", text(parcel.state().keepUntil()))
                        .update()
                == 1;
    }

    private static String word(ParcelSource source) {
        return switch (source) {
            case ParcelSource.Order _ -> "ORDER";
            case ParcelSource.Villager _ -> "VILLAGER";
            case ParcelSource.Inbound _ -> "INBOUND";
        };
    }

    private static String text(ParcelSource.Order order) {
        ConsignmentId id = order.consignment();
        return id.toString();
    }

    static @org.jspecify.annotations.Nullable String text(Optional<Instant> instant) {
        return instant.map(at -> at.atOffset(ZoneOffset.UTC).toString()).orElse(null);
    }

    /// As it is now; until this transaction ends nobody else changes it.
    Optional<Parcel> lock(ParcelKey key) {
        return jdbc.sql("select * from logistics.parcel where origin_id = :origin and id = :id for update")
                .params(key(key))
                .query(ParcelRows::parcel)
                .optional();
    }

    /// Of one that is locked.
    void move(ParcelKey key, ParcelState now) {
        jdbc.sql("""
                update logistics.parcel
                set stage = :stage, at_site = :site, at = :at, container_id = :container::uuid, going_back = :back,
                    keep_until = :keep::timestamptz
                where origin_id = :origin and id = :id
                """)
                .params(key(key))
                .param("stage", now.stage().name())
                .param("site", now.site().value())
                .param("at", now.at().atOffset(ZoneOffset.UTC))
                .param("container", now.container().map(Object::toString).orElse(null))
                .param("back", now.returning())
                .param("keep", text(now.keepUntil()))
                .update();
    }

    /// All that lies in these, as it moves with them.
    List<ParcelKey> moveInside(Collection<ContainerId> containers, ParcelStage stage, SiteId site, Instant at) {
        return jdbc.sql("""
                update logistics.parcel set stage = :stage, at_site = :site, at = greatest(at, :at)
                where container_id = any(:containers::uuid[]) returning origin_id, id
                """)
                .param("containers", Batch.array(containers))
                .param("stage", stage.name())
                .param("site", site.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(ParcelRows::key)
                .list();
    }

    /// What lies in these.
    List<ParcelKey> inside(Collection<ContainerId> containers) {
        return jdbc.sql("select origin_id, id from logistics.parcel where container_id = any(:containers::uuid[])")
                .param("containers", Batch.array(containers))
                .query(ParcelRows::key)
                .list();
    }

    /// What lay in it lies at the site by itself, and waits to be fetched where it has arrived.
    void unpack(ContainerId container, Site site, Instant at) {
        jdbc.sql("""
                update logistics.parcel
                set container_id = null, at_site = :site, at = greatest(at, :at),
                    stage = case when arrived then 'READY' else 'AT_SITE' end,
                    keep_until = case when arrived then :until end
                from (select origin_id as origin, id as parcel,
                             case when going_back then source <> 'INBOUND' and taken_site = :site
                                  else not to_door and to_site = :site end is true as arrived
                      from logistics.parcel where container_id = :container) n
                where origin_id = n.origin and id = n.parcel
                """)
                .param("container", container.value())
                .param("site", site.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", StorageLimit.from(at, site.kind()).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Puts each into its container, where it still lies at that site in none and goes the way that it was sorted
    /// for. Answers which.
    Set<ParcelId> pack(Collection<WaveClosing.Packed> packed, SiteId site) {
        if (packed.isEmpty()) return Set.of();
        return jdbc.sql("""
                update logistics.parcel p set container_id = n.container
                from unnest(:origins::uuid[], :parcels::uuid[], :containers::uuid[], :backs::int[])
                  as n (origin, parcel, container, back)
                where p.origin_id = n.origin and p.id = n.parcel and p.at_site = :site and p.stage = 'AT_SITE'
                  and p.container_id is null and p.going_back = (n.back = 1)
                returning p.id
                """)
                .params(Batch.of(packed)
                        .ids("origins", one -> one.item().parcel().origin())
                        .ids("parcels", one -> one.item().parcel().id())
                        .ids("containers", WaveClosing.Packed::container)
                        .ints("backs", one -> one.item().returning() ? 1 : 0)
                        .params())
                .param("site", site.value())
                .query((row, number) -> new ParcelId(row.getObject("id", UUID.class)))
                .set();
    }

    /// Who took it, sealed. Of one that is locked.
    void takenBy(ParcelKey key, Sealed taker) {
        jdbc.sql("""
                update logistics.parcel set taker_key = :takerKey, taker_sealed = :taker
                where origin_id = :origin and id = :id
                """)
                .params(key(key))
                .param("takerKey", taker.keyId())
                .param("taker", taker.bytes())
                .update();
    }

    static Map<String, Object> key(ParcelKey key) {
        return Map.of("origin", key.origin().value(), "id", key.id().value());
    }
}
