package org.farmgate.shop;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which lots an order got, and who got how much of its money.
@Repository
class PortionStore {
    private final JdbcClient jdbc;

    PortionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void picked(Order order, List<PickedLot> lots) {
        jdbc.sql("""
                insert into shop.order_pick (origin_id, order_id, ordinal, lot_id, site_id, grams)
                select :origin, :order, ordinal, lot, site, grams
                from unnest(:ordinal::int[], :lot::uuid[], :site::uuid[], :grams::bigint[])
                       as p (ordinal, lot, site, grams)
                on conflict do nothing
                """)
                .params(Batch.of(lots)
                        .ints("ordinal", PickedLot::line)
                        .ids("lot", PickedLot::lot)
                        .ids("site", PickedLot::site)
                        .longs("grams", lot -> lot.mass().grams())
                        .params())
                .param("origin", order.origin().value())
                .param("order", order.id().value())
                .update();
    }

    List<PickedLot> picks(RegionId origin, OrderId order) {
        return jdbc.sql("""
                select ordinal, lot_id, site_id, grams from shop.order_pick
                where origin_id = :origin and order_id = :order order by ordinal, lot_id, site_id
                """)
                .param("origin", origin.value())
                .param("order", order.value())
                .query((rs, number) -> new PickedLot(
                        rs.getInt("ordinal"),
                        new LotId(rs.getObject("lot_id", UUID.class)),
                        new SiteId(rs.getObject("site_id", UUID.class)),
                        new Mass(rs.getLong("grams"))))
                .list();
    }

    void settled(Order order, List<Split.Portion> portions) {
        record Row(int ordinal, Split.Portion portion) {}
        List<Row> rows = IntStream.range(0, portions.size())
                .mapToObj(i -> new Row(i, portions.get(i)))
                .toList();
        jdbc.sql("""
                insert into shop.order_portion (origin_id, order_id, ordinal, share, party_id, fen)
                select :origin, :order, ordinal, share, party, fen
                from unnest(:ordinal::int[], :share::text[], :party::uuid[], :fen::bigint[])
                       as p (ordinal, share, party, fen)
                """)
                .params(Batch.of(rows)
                        .ints("ordinal", Row::ordinal)
                        .texts("share", row -> row.portion().share().name())
                        .ids("party", row -> row.portion().party())
                        .longs("fen", row -> row.portion().amount().fen())
                        .params())
                .param("origin", order.origin().value())
                .param("order", order.id().value())
                .update();
    }

    List<Split.Portion> portions(RegionId origin, OrderId order) {
        return jdbc.sql("""
                select share, party_id, fen from shop.order_portion
                where origin_id = :origin and order_id = :order order by ordinal
                """)
                .param("origin", origin.value())
                .param("order", order.value())
                .query((rs, number) -> new Split.Portion(
                        Split.Share.valueOf(rs.getString("share")),
                        new PartyId(rs.getObject("party_id", UUID.class)),
                        new Money(rs.getLong("fen"))))
                .list();
    }
}
