package org.farmgate.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QualityStore {
    private final JdbcClient jdbc;

    QualityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many were new.
    int insert(Collection<QualityChange> changes) {
        return jdbc.sql("""
                insert into stock.quality_change (origin_id, id, lot_id, site_id, status, reason, changed_at,
                                                  recorded_by, recorded_person)
                select * from unnest(:origin::uuid[], :id::uuid[], :lot::uuid[], :site::uuid[], :status::text[],
                                     :reason::text[], :at::timestamptz[], :by::uuid[], :person::uuid[])
                on conflict do nothing
                """)
                .params(Batch.of(changes)
                        .ids("origin", QualityChange::origin)
                        .ids("id", QualityChange::id)
                        .ids("lot", QualityChange::lot)
                        .optionalIds("site", QualityChange::site)
                        .texts("status", change -> change.status().name())
                        .texts("reason", QualityChange::reason)
                        .instants("at", QualityChange::at)
                        .optionalIds("by", QualityChange::by)
                        .optionalIds("person", QualityChange::person)
                        .params())
                .update();
    }

    Optional<QualityChange> find(RegionId origin, QualityChangeId id) {
        return jdbc.sql("select * from stock.quality_change where origin_id = :origin and id = :id")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(QualityStore::change)
                .optional();
    }

    /// The latest first.
    List<QualityChange> ofLot(RegionId origin, LotId lot, int most) {
        return jdbc.sql("""
                select * from stock.quality_change where origin_id = :origin and lot_id = :lot
                order by changed_at desc, id desc
                limit :most
                """)
                .param("origin", origin.value())
                .param("lot", lot.value())
                .param("most", most)
                .query(QualityStore::change)
                .list();
    }

    private static QualityChange change(ResultSet row, int number) throws SQLException {
        return new QualityChange(
                new QualityChangeId(Rows.uuid(row, "id")),
                new RegionId(Rows.uuid(row, "origin_id")),
                new LotId(Rows.uuid(row, "lot_id")),
                Optional.ofNullable(row.getObject("site_id", UUID.class)).map(SiteId::new),
                QualityStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                Rows.instant(row, "changed_at"),
                Optional.ofNullable(row.getObject("recorded_by", UUID.class)).map(PartyId::new),
                Optional.ofNullable(row.getObject("recorded_person", UUID.class))
                        .map(PartyId::new));
    }
}
