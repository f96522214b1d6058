package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.uuid;

import java.util.Collection;
import java.util.List;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.stock.LotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SentLotStore {
    private final JdbcClient jdbc;

    SentLotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RegionId origin, ConsignmentId consignment, Collection<SentLot> lots) {
        if (lots.isEmpty()) return;
        jdbc.sql("""
                insert into trade.sent_lot (origin_id, consignment_id, lot_id, grams)
                select :origin, :consignment, n.* from unnest(:lots::uuid[], :grams::bigint[]) as n
                """)
                .params(Batch.of(lots)
                        .ids("lots", SentLot::lot)
                        .longs("grams", sent -> sent.mass().grams())
                        .params())
                .param("origin", origin.value())
                .param("consignment", consignment.value())
                .update();
    }

    /// In the order of their ids.
    List<SentLot> of(RegionId origin, ConsignmentId consignment) {
        return jdbc.sql("""
                select lot_id, grams from trade.sent_lot
                where origin_id = :origin and consignment_id = :consignment order by lot_id
                """)
                .param("origin", origin.value())
                .param("consignment", consignment.value())
                .query((row, _) -> new SentLot(new LotId(uuid(row, "lot_id")), new Mass(row.getLong("grams"))))
                .list();
    }
}
