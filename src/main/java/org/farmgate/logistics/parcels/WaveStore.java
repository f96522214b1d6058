package org.farmgate.logistics.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sorting waves. Whoever scans holds the wave's row shared, whoever closes it holds it alone: so nothing
/// comes in after the count.
@Repository
class WaveStore {
    private static final int MOST_ATTEMPTS = 5;

    private final JdbcClient jdbc;

    WaveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when that id is there, or the site has an open one.
    boolean open(Wave wave) {
        return jdbc.sql("""
                        insert into logistics.parcel_wave (origin_id, id, site_id, number, opened_at, opened_by)
                        select :origin, :id, :site, coalesce(max(number), 0) + 1, :at, :by
                        from logistics.parcel_wave where origin_id = :origin and site_id = :site
                        on conflict do nothing
                        """)
                        .params(key(wave.origin(), wave.id()))
                        .param("site", wave.site().value())
                        .param("at", wave.openedAt().atOffset(ZoneOffset.UTC))
                        .param("by", wave.openedBy())
                        .update()
                == 1;
    }

    void chutes(Wave wave, List<Wave.Chute> chutes) {
        jdbc.sql("""
                insert into logistics.parcel_chute (origin_id, wave_id, number, to_site)
                select :origin, :id, n.* from unnest(:numbers::int[], :sites::uuid[]) as n
                """)
                .params(key(wave.origin(), wave.id()))
                .params(Batch.of(chutes)
                        .ints("numbers", Wave.Chute::number)
                        .optionalIds("sites", Wave.Chute::to)
                        .params())
                .update();
    }

    Optional<Wave> find(WaveId id) {
        return header(id).map(this::withChutes);
    }

    /// Without its chutes.
    Optional<Wave> header(WaveId id) {
        return jdbc.sql("select * from logistics.parcel_wave where id = :id")
                .param("id", id.value())
                .query((row, number) -> wave(row, List.of()))
                .optional();
    }

    Optional<Wave> openAt(RegionId origin, SiteId site) {
        return jdbc.sql("""
                select * from logistics.parcel_wave where origin_id = :origin and site_id = :site and closed_at is null
                """)
                .param("origin", origin.value())
                .param("site", site.value())
                .query((row, number) -> wave(row, List.of()))
                .optional();
    }

    /// The latest first, without their chutes.
    List<Wave> of(RegionId origin, SiteId site, Paging paging) {
        return jdbc.sql("""
                select * from logistics.parcel_wave where origin_id = :origin and site_id = :site
                order by number desc limit :size offset :offset
                """)
                .param("origin", origin.value())
                .param("site", site.value())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> wave(row, List.of()))
                .list();
    }

    private Wave withChutes(Wave wave) {
        List<Wave.Chute> chutes = jdbc.sql("""
                select c.number, c.to_site, coalesce(i.parcels, 0) as parcels
                from logistics.parcel_chute c
                left join (select chute, count(*) as parcels from logistics.parcel_wave_item
                           where origin_id = :origin and wave_id = :id group by chute) i on i.chute = c.number
                where c.origin_id = :origin and c.wave_id = :id order by c.number
                """)
                .params(key(wave.origin(), wave.id()))
                .query(WaveStore::chute)
                .list();
        return new Wave(
                wave.origin(),
                wave.id(),
                wave.site(),
                wave.number(),
                wave.openedAt(),
                wave.openedBy(),
                wave.closedAt(),
                chutes);
    }

    /// Whether it is open; until this transaction ends nobody closes it.
    boolean holdOpen(RegionId origin, WaveId id) {
        return jdbc.sql("""
                select closed_at is null from logistics.parcel_wave where origin_id = :origin and id = :id for share
                """).params(key(origin, id)).query(Boolean.class).single();
    }

    /// The chute that leads there.
    OptionalInt chute(RegionId origin, WaveId id, Optional<SiteId> to) {
        return jdbc
                .sql("""
                select number from logistics.parcel_chute
                where origin_id = :origin and wave_id = :id and to_site is not distinct from :to::uuid
                """)
                .params(key(origin, id))
                .param("to", to.map(SiteId::toString).orElse(null))
                .query((row, number) -> row.getInt(1))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /// For a site that joined the network after the wave was opened.
    int addChute(RegionId origin, WaveId id, Optional<SiteId> to) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            jdbc.sql("""
                    insert into logistics.parcel_chute (origin_id, wave_id, number, to_site)
                    select :origin, :id, coalesce(max(number), 0) + 1, :to::uuid
                    from logistics.parcel_chute where origin_id = :origin and wave_id = :id
                    on conflict do nothing
                    """)
                    .params(key(origin, id))
                    .param("to", to.map(SiteId::toString).orElse(null))
                    .update();
            OptionalInt chute = chute(origin, id, to);
            if (chute.isPresent()) return chute.getAsInt();
        }
        throw new IllegalStateException("others were faster " + MOST_ATTEMPTS + " times at wave " + id);
    }

    OptionalInt chuteOf(RegionId origin, WaveId id, ParcelId parcel) {
        return jdbc
                .sql("""
                select chute from logistics.parcel_wave_item
                where origin_id = :origin and wave_id = :id and parcel_id = :parcel
                """)
                .params(key(origin, id))
                .param("parcel", parcel.value())
                .query((row, number) -> row.getInt(1))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /// Scanned twice it is in it once, in the chute of the later scan.
    void put(RegionId origin, WaveId id, Parcel parcel, int chute, Instant at) {
        jdbc.sql("""
                insert into logistics.parcel_wave_item (origin_id, wave_id, parcel_origin, parcel_id, chute, mass_grams,
                  litres, at, going_back)
                values (:origin, :id, :parcelOrigin, :parcel, :chute, :mass, :litres, :at, :back)
                on conflict (origin_id, wave_id, parcel_id) do update
                set chute = excluded.chute, at = excluded.at, going_back = excluded.going_back
                """)
                .params(key(origin, id))
                .param("parcelOrigin", parcel.key().origin().value())
                .param("parcel", parcel.id().value())
                .param("chute", chute)
                .param("mass", parcel.mass().grams())
                .param("litres", parcel.litres())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("back", parcel.state().returning())
                .update();
    }

    /// False when it is closed already.
    boolean close(Wave wave, Instant at, String by) {
        return jdbc.sql("""
                        update logistics.parcel_wave set closed_at = greatest(:at, opened_at), closed_by = :by
                        where origin_id = :origin and id = :id and closed_at is null
                        """)
                        .params(key(wave.origin(), wave.id()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /// One parcel in a chute.
    record Item(ParcelKey parcel, int chute, Optional<SiteId> to, long grams, int litres, boolean returning) {}

    /// By chute, in the order they came.
    List<Item> items(Wave wave) {
        return jdbc.sql("""
                select i.parcel_origin, i.parcel_id, i.chute, c.to_site, i.mass_grams, i.litres, i.going_back
                from logistics.parcel_wave_item i
                join logistics.parcel_chute c
                  on c.origin_id = i.origin_id and c.wave_id = i.wave_id and c.number = i.chute
                where i.origin_id = :origin and i.wave_id = :id and c.origin_id = :origin and c.wave_id = :id
                order by i.chute, i.at, i.parcel_id
                """)
                .params(key(wave.origin(), wave.id()))
                .query((row, number) -> new Item(
                        new ParcelKey(
                                new RegionId(row.getObject("parcel_origin", UUID.class)),
                                new ParcelId(row.getObject("parcel_id", UUID.class))),
                        row.getInt("chute"),
                        ParcelRows.optionalSite(row, "to_site"),
                        row.getLong("mass_grams"),
                        row.getInt("litres"),
                        row.getBoolean("going_back")))
                .list();
    }

    private static Map<String, Object> key(RegionId origin, WaveId id) {
        return Map.of("origin", origin.value(), "id", id.value());
    }

    private static Wave.Chute chute(ResultSet row, int number) throws SQLException {
        return new Wave.Chute(row.getInt("number"), ParcelRows.optionalSite(row, "to_site"), row.getLong("parcels"));
    }

    private static Wave wave(ResultSet row, List<Wave.Chute> chutes) throws SQLException {
        return new Wave(
                new RegionId(row.getObject("origin_id", UUID.class)),
                new WaveId(row.getObject("id", UUID.class)),
                ParcelRows.site(row, "site_id"),
                row.getInt("number"),
                ParcelRows.instant(row, "opened_at"),
                Objects.requireNonNull(row.getString("opened_by")),
                ParcelRows.optionalInstant(row, "closed_at"),
                chutes);
    }
}
