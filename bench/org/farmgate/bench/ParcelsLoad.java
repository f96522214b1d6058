package org.farmgate.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Four counties with a centre, ten townships and a hundred villages each, and a year of their parcels,
/// written by a few set-based statements: nine in ten are handed out, the others lie at a county's centre
/// or wait at a village. Each went up three tiers or down them, so its trail has six lines. Indexes are
/// made afterwards, as one does when loading.
final class ParcelsLoad {
    private static final int COUNTIES = 4;
    private static final int TOWNSHIPS = 10;
    private static final int VILLAGES = 100;
    private static final List<String> TABLES = List.of("parcel", "parcel_step");

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Sites sites;
    private final ParcelNetwork network;
    private final Actor operator = LedgerBench.operator();
    private final long wanted;
    private final List<County> counties = new ArrayList<>();
    private final Map<String, String> indexes = new HashMap<>();

    record County(RegionId id, SiteId centre, List<SiteId> villages) {}

    ParcelsLoad(ConfigurableApplicationContext context, long wanted) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.regions = context.getBean(Regions.class);
        this.sites = context.getBean(Sites.class);
        this.network = context.getBean(ParcelNetwork.class);
        this.wanted = wanted;
    }

    List<County> counties() {
        return counties;
    }

    /// Answers the seconds it took.
    double run() {
        long started = System.nanoTime();
        for (int i = 0; i < COUNTIES; i++) counties.add(county(i));
        dropIndexes();
        LedgerBench.say(wanted + " parcels");
        parcels();
        LedgerBench.say("their trails");
        steps();
        LedgerBench.say("indexes");
        makeIndexes();
        for (String table : TABLES)
            jdbc.sql("vacuum analyze logistics." + table).update();
        jdbc.sql("select setval('logistics.sscc_serial', :last)")
                .param("last", wanted)
                .query((row, number) -> 0)
                .single();
        return (System.nanoTime() - started) / 1e9;
    }

    private County county(int i) {
        RegionId id = RegionId.next();
        String name = "County " + i;
        regions.register(
                operator,
                new Region(
                        id,
                        RegionKind.COUNTY,
                        Optional.empty(),
                        "77000" + i,
                        new Multilingual(name, name, name),
                        Optional.of(new Coordinates(37 + i, 77))));
        SiteId centre = site(id, SiteKind.SORTING_CENTRE, 37 + i, 77);
        network.put(operator, centre, Optional.empty());
        List<SiteId> townships = new ArrayList<>();
        for (int t = 0; t < TOWNSHIPS; t++) {
            SiteId township = site(id, SiteKind.STATION, 37 + i, 77.1 + t * 0.05);
            network.put(operator, township, Optional.of(centre));
            townships.add(township);
        }
        List<SiteId> villages = new ArrayList<>();
        for (int v = 0; v < VILLAGES; v++) {
            SiteId village = site(id, SiteKind.STATION, 37.2 + i, 77.1 + v * 0.005);
            network.put(operator, village, Optional.of(townships.get(v % TOWNSHIPS)));
            villages.add(village);
        }
        return new County(id, centre, villages);
    }

    private SiteId site(RegionId county, SiteKind kind, double latitude, double longitude) {
        SiteId id = SiteId.next();
        sites.register(
                operator,
                new Site(
                        id,
                        kind,
                        kind + " " + id,
                        Optional.empty(),
                        county,
                        new Coordinates(latitude, longitude),
                        operator.organisation(),
                        "",
                        false));
        return id;
    }

    private void parcels() {
        jdbc.sql("drop table if exists logistics.bench_site").update();
        jdbc.sql("create table logistics.bench_site (county int, village int, origin uuid, centre uuid, site uuid)")
                .update();
        for (int c = 0; c < COUNTIES; c++)
            for (int v = 0; v < VILLAGES; v++)
                jdbc.sql("insert into logistics.bench_site values (:c, :v, :origin, :centre, :site)")
                        .param("c", c)
                        .param("v", v)
                        .param("origin", counties.get(c).id().value())
                        .param("centre", counties.get(c).centre().value())
                        .param("site", counties.get(c).villages().get(v).value())
                        .update();
        jdbc.sql("""
                insert into logistics.parcel (origin_id, id, sscc, source, taken_site, taken_at, to_region, to_site,
                  to_door, mass_grams, litres, price_fen, people_key, people_sealed, stage, at_site, at, keep_until)
                select s.origin, md5('parcel' || i)::uuid,
                  '09520000' || lpad(i::text, 9, '0') || (10 - (26 + 3 * (i % 10) + i / 10 % 10 + 3 * (i / 100 % 10)
                    + i / 1000 % 10 + 3 * (i / 10000 % 10) + i / 100000 % 10 + 3 * (i / 1000000 % 10)
                    + i / 10000000 % 10 + 3 * (i / 100000000 % 10)) % 10) % 10,
                  'VILLAGER', s.centre, t.taken, s.origin, s.site, false, 500 + i % 1500, 1 + i % 5, 300, 'bench',
                  decode(md5(i::text) || md5(i::text) || md5(i::text) || md5(i::text), 'hex'),
                  case when i % 20 = 0 then 'READY' when i % 20 = 1 then 'AT_SITE' else 'HANDED_OUT' end,
                  case when i % 20 = 1 then s.centre else s.site end, t.taken + interval '2 hours',
                  case when i % 20 = 0 then now() + interval '5 days' end
                from generate_series(1, :count) i
                join logistics.bench_site s on s.county = i / 20 % :counties and s.village = i / 20 / :counties % :villages
                cross join lateral (select now() - interval '1 day' - interval '1 year' * random() * (i % 20 > 1)::int
                                    as taken) t
                """)
                .param("count", wanted)
                .param("counties", COUNTIES)
                .param("villages", VILLAGES)
                .update();
    }

    private void steps() {
        jdbc.sql("""
                insert into logistics.parcel_step (origin_id, parcel_id, scan_id, kind, site_id, at, recorded_at, outcome,
                  rule, arguments, person_name, organisation_name, note)
                select p.origin_id, p.id, md5(p.sscc || k)::uuid,
                  (array['TAKE_IN', 'OUT', 'IN', 'LOAD', 'UNLOAD', 'HAND_OUT'])[k], p.taken_site,
                  p.taken_at + k * interval '20 minutes', p.taken_at + k * interval '20 minutes', 'COUNTED', '', '',
                  'Li Na', 'County centre', ''
                from logistics.parcel p cross join generate_series(1, 6) k
                """).update();
    }

    private void dropIndexes() {
        jdbc.sql("""
                select indexname, indexdef from pg_indexes
                where schemaname = 'logistics' and tablename = any(:tables::text[]) and indexname not like '%pkey'
                """)
                .param("tables", TABLES.toArray(String[]::new))
                .query((rs, _) -> indexes.put(rs.getString(1), rs.getString(2)))
                .list();
        indexes.keySet()
                .forEach(name -> jdbc.sql("drop index logistics." + name).update());
        jdbc.sql("alter table logistics.parcel drop constraint parcel_pkey").update();
        jdbc.sql("alter table logistics.parcel_step drop constraint parcel_step_pkey")
                .update();
    }

    private void makeIndexes() {
        jdbc.sql("alter table logistics.parcel add primary key (origin_id, id)").update();
        jdbc.sql("alter table logistics.parcel_step add primary key (origin_id, parcel_id, scan_id)")
                .update();
        indexes.values().forEach(index -> jdbc.sql(index).update());
    }

    /// Numbers of parcels that lie at the centre, or wait at their villages, of one county.
    List<String> numbers(County county, String stage, int many) {
        return jdbc.sql("""
                select sscc from logistics.parcel where origin_id = :county and stage = :stage and container_id is null
                order by md5(sscc) limit :many
                """)
                .param("county", county.id().value())
                .param("stage", stage)
                .param("many", many)
                .query(String.class)
                .list();
    }

    long megabytes() {
        return jdbc.sql("select pg_database_size(current_database()) / 1048576")
                .query(Long.class)
                .single();
    }
}
