package org.farmgate.logistics.parcels;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Sealing.Sealed;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads parcels.
@Repository
class ParcelReadStore {
    private final JdbcClient jdbc;

    ParcelReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Parcel> find(ParcelKey key) {
        return jdbc.sql("select * from logistics.parcel where origin_id = :origin and id = :id")
                .params(ParcelStore.key(key))
                .query(ParcelRows::parcel)
                .optional();
    }

    List<Parcel> byIds(Collection<ParcelId> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select * from logistics.parcel where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(ParcelRows::parcel)
                .list();
    }

    Optional<Parcel> bySscc(Sscc sscc) {
        return jdbc.sql("select * from logistics.parcel where sscc = :sscc")
                .param("sscc", sscc.digits())
                .query(ParcelRows::parcel)
                .optional();
    }

    /// Two carriers may have given the same number: the latest that is not yet handed out comes first.
    Optional<Parcel> byWaybill(String waybill) {
        return jdbc.sql("""
                select * from logistics.parcel where waybill = :waybill
                order by stage = 'HANDED_OUT', taken_at desc, id limit 1
                """).param("waybill", waybill).query(ParcelRows::parcel).optional();
    }

    List<Parcel> ofConsignment(ConsignmentId consignment) {
        return jdbc.sql("select * from logistics.parcel where consignment_id = :consignment order by package_number")
                .param("consignment", consignment.value())
                .query(ParcelRows::parcel)
                .list();
    }

    /// What lies in it by itself, at most what a cage can hold of the smallest.
    List<Parcel> inContainer(ContainerId container) {
        return jdbc.sql("select * from logistics.parcel where container_id = :container order by sscc limit 5000")
                .param("container", container.value())
                .query(ParcelRows::parcel)
                .list();
    }

    Sealed people(ParcelKey key) {
        return jdbc.sql("select people_key, people_sealed from logistics.parcel where origin_id = :origin and id = :id")
                .params(ParcelStore.key(key))
                .query((row, number) ->
                        new Sealed(row.getString(1), Objects.requireNonNull(row.getBytes("people_sealed"))))
                .single();
    }

    /// The earliest first.
    List<ParcelStep> steps(ParcelKey key) {
        return jdbc.sql("""
                select * from logistics.parcel_step where origin_id = :origin and parcel_id = :id
                order by at, recorded_at, scan_id
                """)
                .params(ParcelStore.key(key))
                .query(ParcelRows::step)
                .list();
    }

    List<ParcelKey> ofScan(ScanId scan) {
        return jdbc.sql("select origin_id, parcel_id from logistics.parcel_step where scan_id = :scan")
                .param("scan", scan.value())
                .query((row, number) -> new ParcelKey(
                        new RegionId(row.getObject("origin_id", UUID.class)),
                        new ParcelId(row.getObject("parcel_id", UUID.class))))
                .list();
    }

    /// Those at, or last at, these sites; what came there last first. A search is for a number's end.
    Slice<Parcel> search(Collection<SiteId> sites, ParcelQuery query) {
        Paging paging = query.paging();
        // Of one site the index gives them in order.
        String at = sites.size() == 1 ? " where at_site = (:sites::uuid[])[1]" : " where at_site = any(:sites::uuid[])";
        Map<String, Object> params = new HashMap<>(Map.of("sites", Batch.array(sites)));
        StringBuilder where = new StringBuilder(at);
        // Said as the partial indexes say it.
        if (query.isOfOpenOnes()) where.append(" and stage <> 'HANDED_OUT'");
        if (query.isOfHandedOut()) where.append(" and stage = 'HANDED_OUT'");
        if (!query.stages().isEmpty()) {
            where.append(" and stage = any(:stages::text[])");
            params.put("stages", query.stages().stream().map(Enum::name).toArray(String[]::new));
        }
        if (!paging.search().isEmpty()) {
            where.append(" and (sscc like :pattern escape '\\' or waybill ilike :pattern escape '\\')");
            params.put("pattern", paging.pattern());
        }
        long total = jdbc.sql("select count(*) from (select 1 from logistics.parcel" + where + " limit :most) n")
                .params(params)
                .param("most", ParcelQuery.MOST_COUNTED + 1)
                .query(Long.class)
                .single();
        List<Parcel> rows = jdbc.sql("select * from logistics.parcel" + where
                        + " order by at desc, id desc limit :size offset :offset")
                .params(params)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ParcelRows::parcel)
                .list();
        return new Slice<>(
                rows,
                paging.page(),
                paging.size(),
                Math.min(total, ParcelQuery.MOST_COUNTED),
                total > ParcelQuery.MOST_COUNTED);
    }
}
