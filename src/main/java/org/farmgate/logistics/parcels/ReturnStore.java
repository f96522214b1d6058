package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds what nobody fetched, and sends it back.
@Repository
class ReturnStore {
    private final JdbcClient jdbc;

    ReturnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A parcel that waited too long.
    record Overdue(ParcelKey parcel) {}

    /// What is back with its sender already waits on.
    List<Overdue> overdue(Instant now, int most) {
        return jdbc.sql("""
                select origin_id, id from logistics.parcel where keep_until < :now and not going_back
                order by keep_until limit :most
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new Overdue(ParcelRows.key(row, number)))
                .list();
    }

    /// Only those that still wait: one that is handed out at the same moment is not sent back. Where the
    /// sender fetches at the same site it waits on for them.
    List<Overdue> sendBack(List<Overdue> overdue, ScanId scan, Instant now) {
        return jdbc.sql("""
                with back as (
                  update logistics.parcel p
                  set going_back = true, at = :now,
                      stage = case when taken_site = at_site and source <> 'INBOUND' then 'READY' else 'AT_SITE' end,
                      keep_until = case when taken_site = at_site and source <> 'INBOUND'
                                        then keep_until + interval '30 days' end
                  from unnest(:origins::uuid[], :ids::uuid[]) as n (origin, parcel)
                  where p.origin_id = n.origin and p.id = n.parcel and p.stage = 'READY' and p.keep_until < :now
                    and not p.going_back
                  returning p.origin_id, p.id, p.at_site)
                insert into logistics.parcel_step (origin_id, parcel_id, scan_id, kind, site_id, at, recorded_at, outcome,
                  rule, arguments, person_name, organisation_name, note)
                select origin_id, id, :scan, 'RETURN', at_site, :now, :now, 'COUNTED', '', '', '', '', ''
                from back
                returning origin_id, parcel_id as id
                """)
                .params(Batch.of(overdue)
                        .ids("origins", one -> one.parcel().origin())
                        .ids("ids", one -> one.parcel().id())
                        .params())
                .param("scan", scan.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Overdue(ParcelRows.key(row, number)))
                .list();
    }
}
