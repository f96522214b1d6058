package org.farmgate.logistics.parcels;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was lost or damaged.
@Repository
class ParcelIncidentStore {
    private final JdbcClient jdbc;

    ParcelIncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ParcelKey parcel, ScanId scan, ParcelIncident incident) {
        jdbc.sql("""
                insert into logistics.parcel_incident (origin_id, parcel_id, scan_id, kind, site_id, at, what, payer,
                  person_name, organisation_name)
                values (:origin, :id, :scan, :kind, :site, :at, :what, :payer, :name, :organisation)
                """)
                .params(ParcelStore.key(parcel))
                .param("scan", scan.value())
                .param("kind", incident.kind().name())
                .param("site", incident.site().value())
                .param("at", incident.at().atOffset(ZoneOffset.UTC))
                .param("what", incident.what())
                .param("payer", incident.payer())
                .param("name", incident.personName())
                .param("organisation", incident.organisationName())
                .update();
    }

    /// The earliest first.
    List<ParcelIncident> of(ParcelKey parcel) {
        return jdbc.sql("""
                select * from logistics.parcel_incident where origin_id = :origin and parcel_id = :id order by at
                """)
                .params(ParcelStore.key(parcel))
                .query((row, number) -> new ParcelIncident(
                        ParcelIncident.Kind.valueOf(row.getString("kind")),
                        ParcelRows.site(row, "site_id"),
                        ParcelRows.instant(row, "at"),
                        row.getString("what"),
                        row.getString("payer"),
                        row.getString("person_name"),
                        row.getString("organisation_name")))
                .list();
    }
}
