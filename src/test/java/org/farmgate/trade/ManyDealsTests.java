package org.farmgate.trade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Quickest;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// A hundred thousand demands and as many contracts: their lists page and search within a tenth of a
/// second. The property gives this test a database of its own.
@WholeAppTest
@TestPropertySource(properties = "farmgate.test=many-deals")
class ManyDealsTests {
    private static final List<String> SEARCHES =
            List.of("", "melon", "po-4242", "瓜", "哈密瓜", "p", "قوغۇن", "no such name");

    @Autowired
    Cast cast;

    @Autowired
    Demands demands;

    @Autowired
    Contracts contracts;

    @Autowired
    JdbcClient database;

    @Test
    void pagesAndSearchesStayUnderATenthOfASecond() {
        fill();
        for (String search : SEARCHES)
            for (int page : new int[] {0, 500, 1999}) {
                var paging = new Paging(page, 50, search);
                for (Actor actor : List.of(cast.admin(), cast.officer(), cast.buyer())) {
                    String what = "%s, search \"%s\", page %d".formatted(actor.personName(), search, page);
                    for (DemandQuery.Show show : List.of(DemandQuery.Show.OPEN, DemandQuery.Show.ALL))
                        Quickest.isATenthOfASecond(
                                "demands %s: %s".formatted(show, what),
                                () -> demands.search(actor, new DemandQuery(paging, show, Optional.empty())));
                }
                for (Actor actor : List.of(cast.admin(), cast.officer(), cast.buyer(), cast.manager())) {
                    String what = "%s, search \"%s\", page %d".formatted(actor.personName(), search, page);
                    Quickest.isATenthOfASecond(
                            "contracts: " + what, () -> contracts.search(actor, ContractQuery.all(paging)));
                    Quickest.isATenthOfASecond(
                            "contracts in force: " + what,
                            () -> contracts.search(
                                    actor, new ContractQuery(paging, Set.of(ContractStage.SIGNED), Optional.empty())));
                }
            }
    }

    /// Half of the demands are the buyer's own, half of the contracts the cooperative's with that buyer.
    private void fill() {
        database.sql("""
                        insert into trade.demand (id, buyer_id, product_id, version, minimum_grade, first_week, last_week,
                          highest_fen_per_tonne, wanted_grams, places, reference, note, posted_at, posted_by, search)
                        select gen_random_uuid(), case when n % 2 = 0 then :buyer::uuid else gen_random_uuid() end,
                          gen_random_uuid(), 1, 2, 203001, 203001 + n % 40, 420000, 1000000, 1, 'PO-' || n, '',
                          now() - n * interval '1 minute', :buyer,
                          (array['test stores hami melon 哈密瓜 قوغۇن','永辉 red dates 红枣 چىلان'])[n % 2 + 1] || ' po-' || n
                        from generate_series(1, 100000) as n
                        """).param("buyer", cast.buyer().organisation().value()).update();
        database.sql("""
                        insert into trade.contract (origin_id, id, number, seller_id, buyer_id, product_id, version, stage,
                          stage_at, minimum_grade, first_week, last_week, forecast_grams, expected_grams, most_grams,
                          drafted_at, lapses_on, search)
                        select :county, gen_random_uuid(), 'FC-' || n,
                          case when n % 2 = 0 then :seller::uuid else gen_random_uuid() end,
                          case when n % 4 < 2 then :buyer::uuid else gen_random_uuid() end,
                          gen_random_uuid(), 1, (array['DRAFTED','PROPOSED','SIGNED','FULFILLED','LAPSED'])[n % 5 + 1],
                          now(), 2, 203001, 203040, 1000000, 1000000, 1050000, now() - n * interval '1 minute',
                          current_date + 14,
                          'fc-' || n || ' ' || (array['sweet melon cooperative hami melon 哈密瓜 قوغۇن','red dates 红枣 چىلان'])[n % 2 + 1]
                        from generate_series(1, 100000) as n
                        """)
                .param("county", cast.county().value())
                .param("seller", cast.manager().organisation().value())
                .param("buyer", cast.buyer().organisation().value())
                .update();
        database.sql("vacuum analyze trade.demand").update();
        database.sql("vacuum analyze trade.contract").update();
    }
}
