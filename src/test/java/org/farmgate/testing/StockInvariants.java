package org.farmgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must hold of stock after whatever happened: call it at the end of any test that moves or sells goods.
public final class StockInvariants {
    private static final Map<String, String> FAULTS = Map.of(
            "on hand is the sum of the movements",
            """
            select p.lot_id || ' at ' || p.site_id || ' has ' || p.on_hand_grams || ', movements ' || m.grams
            from stock.position p
            join (select origin_id, lot_id, site_id, sum(grams) as grams, count(*) as moves from stock.movement
                  group by 1, 2, 3) m using (origin_id, lot_id, site_id)
            where p.on_hand_grams <> m.grams or p.moves <> m.moves
            """,
            "no movement without a position, no position without a movement",
            """
            select coalesce(p.lot_id, m.lot_id)::text
            from stock.position p full join (select distinct origin_id, lot_id, site_id from stock.movement) m
              using (origin_id, lot_id, site_id)
            where p.origin_id is null or m.origin_id is null
            """,
            "held is the sum of the holdings, and only good goods are held",
            """
            select p.lot_id || ' at ' || p.site_id || ' holds ' || p.held_grams || ', holdings ' || coalesce(h.grams, 0)
            from stock.position p
            left join (select origin_id, lot_id, site_id, sum(grams) as grams from stock.holding group by 1, 2, 3) h
              using (origin_id, lot_id, site_id)
            where p.held_grams <> coalesce(h.grams, 0) or p.held_grams > p.on_hand_grams
               or p.held_grams > 0 and (p.status <> 'GOOD' or p.lot_status <> 'GOOD')
            """,
            "a sellable row's packs are backed to the pack",
            """
            select s.id || ' has left ' || s.left_packs || ' sold ' || s.sold_packs || ' picked ' || s.picked_packs
              || ' short ' || s.short_packs || ', backed ' || coalesce(h.packs, 0)
            from stock.sellable s
            left join (select origin_id, holder_id, sum(packs) as packs, sum(grams) as grams from stock.holding
                       where purpose = 'SALE' group by 1, 2) h on h.origin_id = s.origin_id and h.holder_id = s.id
            where s.left_packs + s.sold_packs - s.picked_packs - s.short_packs <> coalesce(h.packs, 0)
               or coalesce(h.packs, 0) * s.pack_grams <> coalesce(h.grams, 0)
               or s.left_packs < 0 or s.short_packs < 0 or s.short_packs > s.sold_packs - s.picked_packs
            """,
            "no more of a lot came in than it weighs, and what is counted is what came",
            """
            select l.lot_id || ' counts ' || l.received_grams || ', received ' || coalesce(m.grams, 0)
            from stock.lot_state l
            left join (select origin_id, lot_id, sum(grams) as grams from stock.movement
                       where kind = 'RECEIVED' group by 1, 2) m using (origin_id, lot_id)
            where l.received_grams <> coalesce(m.grams, 0) or l.received_grams + l.taken_over_grams > l.mass_grams
            """,
            "every place of a lot knows what was said of the lot",
            """
            select p.lot_id || ' at ' || p.site_id || ' is ' || p.lot_status || ', the lot ' || l.status
            from stock.position p join stock.lot_state l using (origin_id, lot_id)
            where p.lot_status <> l.status
            """,
            "picked packs are those of the picks",
            """
            select s.id || ' counts ' || s.picked_packs || ', picks ' || coalesce(k.packs, 0)
            from stock.sellable s
            left join (select origin_id, sellable_id, sum(packs) as packs from stock.pick group by 1, 2) k
              on k.origin_id = s.origin_id and k.sellable_id = s.id
            where s.picked_packs <> coalesce(k.packs, 0)
            """);

    private StockInvariants() {}

    /// Of the whole database, when nobody is writing.
    public static void hold(JdbcClient jdbc) {
        FAULTS.forEach((what, sql) -> {
            List<?> faults = jdbc.sql(sql).query(String.class).list();
            assertThat(faults).as(what).isEmpty();
        });
    }
}
