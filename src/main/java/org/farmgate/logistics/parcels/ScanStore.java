package org.farmgate.logistics.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Arguments;
import org.farmgate.platform.Batch;
import org.farmgate.platform.RuleBroken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The scans and the trails. Rows are added, never changed.
@Repository
class ScanStore {
    private final JdbcClient jdbc;

    ScanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was read, and what came of it.
    ///
    /// @param county of the site
    /// @param kind as a scan may not be sent: [ScanKind#SORT] and the like
    /// @param parcels how many it was about
    record Kept(
            RegionId county,
            ScanId id,
            String code,
            ScanKind kind,
            SiteId site,
            Instant at,
            Optional<String> into,
            Optional<Mass> weighed,
            String note,
            ScanOutcome outcome,
            Optional<RuleBroken> why,
            int parcels,
            Optional<ParcelKey> parcel,
            Optional<ContainerId> container) {
        static Kept of(RegionId county, Scan scan) {
            return new Kept(
                    county,
                    scan.id(),
                    scan.code(),
                    scan.kind(),
                    scan.site(),
                    scan.at(),
                    scan.into(),
                    scan.weighed(),
                    // Who took it lies sealed with the parcel.
                    scan.kind() == ScanKind.DELIVER ? "" : scan.note(),
                    ScanOutcome.COUNTED,
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Optional.empty());
        }

        /// Of a deed that is no scan sent by a client.
        static Kept of(
                RegionId county,
                ScanId id,
                String code,
                ScanKind kind,
                SiteId site,
                Instant at,
                String note,
                Optional<ParcelKey> parcel) {
            return new Kept(
                    county,
                    id,
                    code,
                    kind,
                    site,
                    at,
                    Optional.empty(),
                    Optional.empty(),
                    note,
                    ScanOutcome.COUNTED,
                    Optional.empty(),
                    1,
                    parcel,
                    Optional.empty());
        }

        Kept about(Optional<ParcelKey> parcelRead, Optional<ContainerId> containerRead) {
            return new Kept(
                    county,
                    id,
                    code,
                    kind,
                    site,
                    at,
                    into,
                    weighed,
                    note,
                    outcome,
                    why,
                    parcels,
                    parcelRead,
                    containerRead);
        }

        Kept as(ScanOutcome became, Optional<RuleBroken> because, int many) {
            return new Kept(
                    county, id, code, kind, site, at, into, weighed, note, became, because, many, parcel, container);
        }

        /// Whether that is the same scan sent again. Who leaves the time to us sends it again with another
        /// one.
        boolean isLike(Kept other) {
            return code.equals(other.code) && kind == other.kind && site.equals(other.site) && into.equals(other.into);
        }
    }

    Optional<Kept> find(RegionId county, ScanId id) {
        return jdbc.sql("select * from logistics.parcel_scan where origin_id = :county and id = :id")
                .param("county", county.value())
                .param("id", id.value())
                .query(ScanStore::kept)
                .optional();
    }

    /// False when that id is there already.
    boolean insert(Kept scan, Actor by, Instant recordedAt) {
        return jdbc.sql("""
                        insert into logistics.parcel_scan (origin_id, id, code, kind, site_id, at, recorded_at, into_code,
                          weighed_grams, note, outcome, rule, arguments, parcels, parcel_origin, parcel_id,
                          container_id, person_id, person_name, organisation_id, organisation_name)
                        values (:county, :id, :code, :kind, :site, :at, :recorded, :into, :weighed, :note, :outcome,
                          :rule, :arguments, :parcels, :parcelOrigin::uuid, :parcel::uuid, :container::uuid, :person,
                          :name, :organisation, :organisationName)
                        on conflict do nothing
                        """)
                        .param("county", scan.county().value())
                        .param("id", scan.id().value())
                        .param("code", scan.code())
                        .param("kind", scan.kind().name())
                        .param("site", scan.site().value())
                        .param("at", scan.at().atOffset(ZoneOffset.UTC))
                        .param("recorded", recordedAt.atOffset(ZoneOffset.UTC))
                        .param("into", scan.into().orElse(null))
                        .param("weighed", scan.weighed().map(Mass::grams).orElse(null))
                        .param("note", scan.note())
                        .param("outcome", scan.outcome().name())
                        .param("rule", rule(scan.why()))
                        .param("arguments", arguments(scan.why()))
                        .param("parcels", scan.parcels())
                        .param(
                                "parcelOrigin",
                                scan.parcel()
                                        .map(key -> key.origin().toString())
                                        .orElse(null))
                        .param(
                                "parcel",
                                scan.parcel().map(key -> key.id().toString()).orElse(null))
                        .param(
                                "container",
                                scan.container().map(Object::toString).orElse(null))
                        .param("person", by.person().value())
                        .param("name", by.personName())
                        .param("organisation", by.organisation().value())
                        .param("organisationName", by.organisationName())
                        .update()
                == 1;
    }

    /// A line in the trail of each parcel.
    ///
    /// @param by empty where the platform did it
    void steps(Collection<ParcelKey> parcels, Kept scan, Optional<Actor> by, Instant recordedAt) {
        if (parcels.isEmpty()) return;
        jdbc.sql("""
                insert into logistics.parcel_step (origin_id, parcel_id, scan_id, kind, site_id, at, recorded_at, outcome,
                  rule, arguments, container_id, person_name, organisation_name, note)
                select n.*, :scan, :kind, :site, :at, :recorded, :outcome, :rule, :arguments, :container::uuid, :name,
                  :organisation, :note
                from unnest(:origins::uuid[], :ids::uuid[]) as n
                on conflict do nothing
                """)
                .params(Batch.of(parcels)
                        .ids("origins", ParcelKey::origin)
                        .ids("ids", ParcelKey::id)
                        .params())
                .param("scan", scan.id().value())
                .param("kind", scan.kind().name())
                .param("site", scan.site().value())
                .param("at", scan.at().atOffset(ZoneOffset.UTC))
                .param("recorded", recordedAt.atOffset(ZoneOffset.UTC))
                .param("outcome", scan.outcome().name())
                .param("rule", rule(scan.why()))
                .param("arguments", arguments(scan.why()))
                .param("container", scan.container().map(Object::toString).orElse(null))
                .param("name", by.map(Actor::personName).orElse(""))
                .param("organisation", by.map(Actor::organisationName).orElse(""))
                // What went into something says into what.
                .param("note", scan.into().orElse(scan.note()))
                .update();
    }

    /// A line in the trail of each parcel that closing a wave put into a container.
    void packed(Collection<WaveClosing.Packed> packed, ScanId scan, SiteId site, Actor by, Instant at) {
        jdbc.sql("""
                insert into logistics.parcel_step (origin_id, parcel_id, scan_id, kind, site_id, at, recorded_at, outcome,
                  rule, arguments, container_id, person_name, organisation_name, note)
                select n.origin, n.parcel, :scan, 'PACK', :site, :at, :at, 'COUNTED', '', '', n.container, :name,
                  :organisation, ''
                from unnest(:origins::uuid[], :parcels::uuid[], :containers::uuid[]) as n (origin, parcel, container)
                on conflict do nothing
                """)
                .params(Batch.of(packed)
                        .ids("origins", one -> one.item().parcel().origin())
                        .ids("parcels", one -> one.item().parcel().id())
                        .ids("containers", WaveClosing.Packed::container)
                        .params())
                .param("scan", scan.value())
                .param("site", site.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", by.personName())
                .param("organisation", by.organisationName())
                .update();
    }

    boolean hasStep(ParcelKey parcel, ScanId scan) {
        return jdbc.sql("""
                select exists (select 1 from logistics.parcel_step
                               where origin_id = :origin and parcel_id = :id and scan_id = :scan)
                """)
                .params(ParcelStore.key(parcel))
                .param("scan", scan.value())
                .query(Boolean.class)
                .single();
    }

    /// What was counted right before and right after that time.
    record Stop(SiteId site, Instant at) {}

    java.util.List<Stop> around(ParcelKey parcel, Instant at) {
        return jdbc.sql("""
                (select site_id, at from logistics.parcel_step
                 where origin_id = :origin and parcel_id = :id and outcome <> 'REFUSED' and at <= :at
                 order by at desc limit 1)
                union all
                (select site_id, at from logistics.parcel_step
                 where origin_id = :origin and parcel_id = :id and outcome <> 'REFUSED' and at >= :at
                 order by at limit 1)
                """)
                .params(ParcelStore.key(parcel))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Stop(ParcelRows.site(row, "site_id"), ParcelRows.instant(row, "at")))
                .list();
    }

    private static String rule(Optional<RuleBroken> why) {
        return why.map(broken -> broken.rule().name()).orElse("");
    }

    private static String arguments(Optional<RuleBroken> why) {
        return why.map(broken -> Arguments.encode(broken.arguments())).orElse("");
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        UUID parcel = row.getObject("parcel_id", UUID.class);
        long weighed = row.getLong("weighed_grams");
        return new Kept(
                new RegionId(row.getObject("origin_id", UUID.class)),
                new ScanId(row.getObject("id", UUID.class)),
                row.getString("code"),
                ScanKind.valueOf(row.getString("kind")),
                ParcelRows.site(row, "site_id"),
                ParcelRows.instant(row, "at"),
                Optional.ofNullable(row.getString("into_code")),
                weighed == 0 ? Optional.empty() : Optional.of(new Mass(weighed)),
                row.getString("note"),
                ScanOutcome.valueOf(row.getString("outcome")),
                ParcelRows.why(row),
                row.getInt("parcels"),
                parcel == null
                        ? Optional.empty()
                        : Optional.of(new ParcelKey(
                                new RegionId(row.getObject("parcel_origin", UUID.class)), new ParcelId(parcel))),
                ParcelRows.container(row, "container_id"));
    }
}
