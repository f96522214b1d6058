package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds consignments that begin or end at a depot and still wait, on no trip and no round; and parcels.
@Repository
class OpenGoodsStore {
    static final int MOST = 3000;

    private final JdbcClient jdbc;

    OpenGoodsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param carried whether they were handed over to who asks
    record Row(
            UUID id,
            String number,
            RegionId origin,
            PartyId sender,
            SiteId from,
            Optional<SiteId> toSite,
            RegionId toRegion,
            Mass mass,
            int litres,
            boolean cold,
            int packages,
            LocalDate lastDay,
            boolean carried) {}

    /// Parcels that lie by themselves at one of these sites, those that wait longest first.
    List<ParcelId> parcelsAt(Collection<SiteId> sites) {
        return jdbc.sql("""
                select id from logistics.parcel
                where at_site = any(:sites::uuid[]) and stage = 'AT_SITE' and container_id is null
                order by at, id limit :most
                """)
                .param("sites", Batch.array(sites))
                .param("most", MOST)
                .query((row, number) -> new ParcelId(row.getObject("id", UUID.class)))
                .list();
    }

    /// The sites of the parcel network right below these.
    List<SiteId> below(Collection<SiteId> sites) {
        return jdbc.sql("select site_id from logistics.parcel_site where parent_id = any(:sites::uuid[])")
                .param("sites", Batch.array(sites))
                .query((row, number) -> new SiteId(row.getObject("site_id", UUID.class)))
                .list();
    }

    /// The most urgent first.
    List<Row> consignments(Collection<SiteId> depots, PartyId carrier, LocalDate day) {
        return jdbc.sql("""
                select id, number, origin_id, sender_id, from_site, to_site, to_region, mass_grams, litres, cold, packages,
                  last_day, stage = 'HANDED_OVER' as carried
                from logistics.consignment c
                where stage in ('BOOKED', 'HANDED_OVER') and trip_id is null and first_day <= :day
                  and (stage = 'BOOKED' or carrier_id = :carrier)
                  and (from_site = any(:depots::uuid[]) or to_site = any(:depots::uuid[]))
                  -- packages that travel as parcels go by themselves
                  and not exists (select 1 from logistics.parcel p
                    where p.origin_id = c.origin_id and p.consignment_id = c.id)
                order by last_day, booked_at, id limit :most
                """)
                .param("depots", Batch.array(depots))
                .param("carrier", carrier.value())
                .param("day", day)
                .param("most", MOST)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        new RegionId(row.getObject("origin_id", UUID.class)),
                        new PartyId(row.getObject("sender_id", UUID.class)),
                        new SiteId(row.getObject("from_site", UUID.class)),
                        Optional.ofNullable(row.getObject("to_site", UUID.class))
                                .map(SiteId::new),
                        new RegionId(row.getObject("to_region", UUID.class)),
                        new Mass(row.getLong("mass_grams")),
                        row.getInt("litres"),
                        row.getBoolean("cold"),
                        row.getInt("packages"),
                        row.getObject("last_day", LocalDate.class),
                        row.getBoolean("carried")))
                .list();
    }
}
