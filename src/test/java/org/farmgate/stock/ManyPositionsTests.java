package org.farmgate.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Quickest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/// A hundred thousand positions and a thousand sellable rows. The rows are made up in SQL and break what must hold
/// otherwise, so this database is nobody else's.
@ModuleTest
@DirtiesContext
@Import({Cast.class, Barn.class, ManyPositionsTests.OfItsOwn.class})
class ManyPositionsTests {
    /// Makes the context, and so the database, another one than that of the other tests.
    static class OfItsOwn {}

    @Autowired
    Cast cast;

    @Autowired
    Barn barn;

    @Autowired
    Positions positions;

    @Autowired
    Sellables sellables;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void listsAndPicturesStayUnderATenthOfASecond() {
        jdbc.sql("""
                insert into stock.position (origin_id, lot_id, site_id, owner_id, product_id, grade, best_before,
                                            on_hand_grams, status, moves)
                select :origin, gen_random_uuid(), case when n % 3 = 0 then :shop::uuid else :warehouse::uuid end,
                       case when n % 10 = 0 then :other::uuid else :owner::uuid end, :melon, 1 + n % 2,
                       :today::date + n % 60 - 5, case when n % 7 = 0 then 0 else 1000 * (n % 900) end,
                       case when n % 50 = 0 then 'ON_HOLD' else 'GOOD' end, 1
                from generate_series(1, 100000) as n
                """)
                .param("origin", cast.county().value())
                .param("shop", barn.shop.toString())
                .param("warehouse", barn.warehouse.toString())
                .param("owner", cast.manager().organisation().toString())
                .param("other", cast.otherManager().organisation().toString())
                .param("melon", barn.melon.value())
                .param("today", barn.today)
                .update();
        jdbc.sql("vacuum analyze stock.position").update();
        for (Actor actor : List.of(cast.manager(), cast.otherManager(), cast.officer(), cast.admin()))
            for (String search : List.of("", "melon", "no such thing"))
                for (PositionQuery.Show show : PositionQuery.Show.values())
                    for (int page : new int[] {0, 200}) {
                        var query = new PositionQuery(
                                new Paging(page, 50, search), Optional.empty(), Optional.of(barn.melon), show);
                        Quickest.isATenthOfASecond(
                                "%s, search \"%s\", %s, page %s"
                                        .formatted(actor.organisationName(), search, show, page),
                                () -> positions.search(actor, query));
                    }
        Quickest.isATenthOfASecond("totals", () -> positions.totals(cast.manager(), PositionQuery.all(Paging.first())));
    }

    /// What changes lies in no index and finds room in its page: so the hottest rows stay where they are.
    @Test
    void sellingTouchesNoIndex() {
        SortedMap<SellableId, Long> packs = new TreeMap<>();
        for (int i = 0; i < 500; i++) packs.put(SellableId.next(), 1L);
        jdbc.sql("""
                insert into stock.sellable (origin_id, id, pack_grams, left_packs)
                select :origin, unnest(:ids::uuid[]), 5000, 1000000
                """)
                .param("origin", cast.county().value())
                .param("ids", org.farmgate.platform.Batch.array(packs.keySet()))
                .update();
        Quickest.isATenthOfASecond("one batch of 500 rows", () -> take(packs));
        for (int i = 0; i < 40; i++) take(packs);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Map<String, Object> seen = jdbc.sql("""
                    select n_tup_upd as updated, n_tup_hot_upd as hot from pg_stat_user_tables
                    where schemaname = 'stock' and relname = 'sellable'
                    """).query().singleRow();
            long updated = ((Number) seen.get("updated")).longValue();
            assertThat(updated).isGreaterThanOrEqualTo(20_000);
            assertThat(((Number) seen.get("hot")).longValue()).isGreaterThan(updated * 9 / 10);
        });
    }

    private boolean take(SortedMap<SellableId, Long> packs) {
        return Boolean.TRUE.equals(transactions.execute(_ -> sellables.take(cast.county(), packs)));
    }
}
