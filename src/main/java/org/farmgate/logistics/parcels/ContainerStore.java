package org.farmgate.logistics.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Bags and cages.
@Repository
class ContainerStore {
    private final JdbcClient jdbc;

    ContainerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many were added; those whose id is there are not.
    int insert(Collection<Container> made) {
        if (made.isEmpty()) return 0;
        return jdbc.sql("""
                insert into logistics.parcel_container (origin_id, id, sscc, kind, from_site, to_site, stage, at_site, at,
                  wave_id, chute, most_grams, most_litres, mass_grams, litres, parcels, made_at)
                select origin, id, sscc, kind, site, to_site, stage, site, at, wave, nullif(chute, 0), most_grams,
                  most_litres, mass, litres, parcels, at
                from unnest(:origins::uuid[], :ids::uuid[], :ssccs::text[], :kinds::text[], :sites::uuid[],
                  :toSites::uuid[], :stages::text[], :ats::timestamptz[], :waves::uuid[], :chutes::int[],
                  :mostGrams::bigint[], :mostLitres::int[], :masses::bigint[], :litres::int[], :parcels::int[])
                  as n (origin, id, sscc, kind, site, to_site, stage, at, wave, chute, most_grams, most_litres, mass,
                        litres, parcels)
                on conflict do nothing
                """)
                .params(Batch.of(made)
                        .ids("origins", Container::origin)
                        .ids("ids", Container::id)
                        .texts("ssccs", one -> one.sscc().digits())
                        .texts("kinds", one -> one.kind().name())
                        .ids("sites", Container::site)
                        .optionalIds("toSites", Container::to)
                        .texts("stages", one -> one.stage().name())
                        .instants("ats", Container::at)
                        .optionalIds("waves", Container::wave)
                        .ints("chutes", one -> one.chute().orElse(0))
                        .longs("mostGrams", one -> one.kind().mostMass().grams())
                        .ints("mostLitres", one -> one.kind().mostLitres())
                        .longs("masses", one -> one.mass().grams())
                        .ints("litres", Container::litres)
                        .ints("parcels", Container::parcels)
                        .params())
                .update();
    }

    Optional<Container> bySscc(Sscc sscc) {
        return jdbc.sql("select * from logistics.parcel_container where sscc = :sscc")
                .param("sscc", sscc.digits())
                .query(ContainerStore::container)
                .optional();
    }

    List<Container> byIds(Collection<ContainerId> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from logistics.parcel_container where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(ContainerStore::container)
                .list();
    }

    /// As it is now; until this transaction ends nobody else changes it.
    Container lock(Container seen) {
        return jdbc.sql("select * from logistics.parcel_container where origin_id = :origin and id = :id for update")
                .params(key(seen))
                .query(ContainerStore::container)
                .single();
    }

    /// What stands in these.
    List<Container> inside(Collection<ContainerId> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from logistics.parcel_container where parent_id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(ContainerStore::container)
                .list();
    }

    /// These are there now, as one says.
    void move(Collection<ContainerId> ids, ContainerStage stage, SiteId site, Instant at) {
        jdbc.sql("""
                update logistics.parcel_container set stage = :stage, at_site = :site, at = :at
                where id = any(:ids::uuid[])
                """)
                .param("ids", Batch.array(ids))
                .param("stage", stage.name())
                .param("site", site.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The cage that it stands in from now on; none if empty.
    void putInto(Container one, Optional<ContainerId> cage) {
        jdbc.sql("""
                update logistics.parcel_container set parent_id = :cage::uuid where origin_id = :origin and id = :id
                """)
                .params(key(one))
                .param("cage", cage.map(Object::toString).orElse(null))
                .update();
    }

    /// Only where there is room and it is open at that site.
    boolean add(Container to, Mass mass, int litres, int parcels) {
        return jdbc.sql("""
                        update logistics.parcel_container
                        set mass_grams = mass_grams + :mass, litres = litres + :litres, parcels = parcels + :parcels
                        where origin_id = :origin and id = :id and stage = 'OPEN' and at_site = :site
                          and mass_grams + :mass <= most_grams and litres + :litres <= most_litres
                        """)
                        .params(key(to))
                        .param("site", to.site().value())
                        .param("mass", mass.grams())
                        .param("litres", litres)
                        .param("parcels", parcels)
                        .update()
                == 1;
    }

    /// Answers the cage that it stands in.
    Optional<ContainerId> take(ContainerId from, Mass mass, int litres, int parcels) {
        return jdbc.sql("""
                update logistics.parcel_container
                set mass_grams = mass_grams - :mass, litres = litres - :litres, parcels = parcels - :parcels
                where id = :id returning parent_id
                """)
                .param("id", from.value())
                .param("mass", mass.grams())
                .param("litres", litres)
                .param("parcels", parcels)
                .query((row, number) -> ParcelRows.container(row, "parent_id"))
                .optional()
                .flatMap(parent -> parent);
    }

    void empty(Container one, SiteId site, Instant at) {
        jdbc.sql("""
                update logistics.parcel_container
                set stage = 'EMPTIED', parent_id = null, at_site = :site, at = :at, mass_grams = 0, litres = 0, parcels = 0
                where origin_id = :origin and id = :id
                """)
                .params(key(one))
                .param("site", site.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Container> ofWave(RegionId origin, WaveId wave) {
        return jdbc.sql("""
                select * from logistics.parcel_container where origin_id = :origin and wave_id = :wave
                order by chute, sscc
                """)
                .param("origin", origin.value())
                .param("wave", wave.value())
                .query(ContainerStore::container)
                .list();
    }

    /// Closed, at that site, in nothing else, and to go on from it.
    List<Container> waiting(SiteId site) {
        return jdbc.sql("""
                select * from logistics.parcel_container
                where at_site = :site and stage <> 'EMPTIED' and stage = 'CLOSED' and parent_id is null
                  and to_site is distinct from at_site
                order by to_site, sscc limit 5000
                """)
                .param("site", site.value())
                .query(ContainerStore::container)
                .list();
    }

    /// Those at, or last at, these sites and not used up; what came there last first.
    Slice<Container> search(Collection<SiteId> sites, Paging paging) {
        Map<String, Object> params = new HashMap<>(Map.of("sites", Batch.array(sites), "pattern", paging.pattern()));
        String where = " where at_site = any(:sites::uuid[]) and stage <> 'EMPTIED' and sscc like :pattern escape '\\'";
        long total = jdbc.sql("select count(*) from logistics.parcel_container" + where)
                .params(params)
                .query(Long.class)
                .single();
        return Slice.of(
                jdbc.sql("select * from logistics.parcel_container" + where
                                + " order by at desc, id desc limit :size offset :offset")
                        .params(params)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query(ContainerStore::container)
                        .list(),
                paging,
                total);
    }

    private static Map<String, Object> key(Container one) {
        return Map.of("origin", one.origin().value(), "id", one.id().value());
    }

    private static Container container(ResultSet row, int number) throws SQLException {
        UUID wave = row.getObject("wave_id", UUID.class);
        int chute = row.getInt("chute");
        return new Container(
                new RegionId(row.getObject("origin_id", UUID.class)),
                new ContainerId(row.getObject("id", UUID.class)),
                new Sscc(row.getString("sscc")),
                ContainerKind.valueOf(row.getString("kind")),
                ContainerStage.valueOf(row.getString("stage")),
                ParcelRows.site(row, "from_site"),
                ParcelRows.optionalSite(row, "to_site"),
                ParcelRows.site(row, "at_site"),
                ParcelRows.instant(row, "at"),
                ParcelRows.container(row, "parent_id"),
                Optional.ofNullable(wave).map(WaveId::new),
                chute == 0 ? OptionalInt.empty() : OptionalInt.of(chute),
                new Mass(row.getLong("mass_grams")),
                row.getInt("litres"),
                row.getInt("parcels"),
                ParcelRows.instant(row, "made_at"));
    }
}
