package org.farmgate.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Paging;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// A hundred thousand people: their list pages and searches within a tenth of a second. The property gives this
/// test a database of its own.
@WholeAppTest
@TestPropertySource(properties = "farmgate.test=many-parties")
class ManyPartiesTests {
    private static final int ROUNDS = 9;
    private static final long MOST_MILLIS = 100;

    private final Cast cast;
    private final Parties parties;
    private final JdbcClient database;

    @Autowired
    ManyPartiesTests(Cast cast, Parties parties, JdbcClient database) {
        this.cast = cast;
        this.parties = parties;
        this.database = database;
    }

    @Test
    void pagesAndSearchesStayUnderATenthOfASecond() {
        database.sql("""
                        insert into party.party (id, kind, code, name, region, county, registered_at)
                        select gen_random_uuid(), 'GROWER', 'BULK-' || n,
                               (array['阿依古丽','ئايگۈل','Aygul','王芳','تۇرسۇن'])[n % 5 + 1] || ' ' || n, :county, :county, now()
                        from generate_series(1, 100000) as n
                        """).param("county", cast.county().value()).update();
        database.sql("vacuum analyze party.party").update();
        for (String search : List.of("", "ayg", "ئايگۈل 4242", "芳", "no such name", "bulk-77777"))
            for (int page : new int[] {0, 1999}) {
                long[] millis = new long[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    long start = System.nanoTime();
                    parties.search(cast.officer(), new Paging(page, 50, search), Optional.of(PartyKind.GROWER));
                    millis[round] = (System.nanoTime() - start) / 1_000_000;
                }
                Arrays.sort(millis);
                // The quickest: the machine may be busy with other things, the query is the same. One or two letters
                // are
                // too few for the index; such a search may cost two plain looks through the table, and a little.
                long most = search.length() == 1 ? Math.max(MOST_MILLIS, 3 * plainLook(search)) : MOST_MILLIS;
                assertThat(millis[0])
                        .as("search \"%s\", page %s: %s ms", search, page, Arrays.toString(millis))
                        .isLessThan(most);
            }
        assertThat(parties.search(cast.officer(), new Paging(0, 50, "芳"), Optional.empty())
                        .total())
                .isEqualTo(20_000);
    }

    private long plainLook(String text) {
        long quickest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            database.sql("select count(*) from party.party where search_text like :pattern")
                    .param("pattern", "%" + text + "%")
                    .query(Long.class)
                    .single();
            quickest = Math.min(quickest, (System.nanoTime() - start) / 1_000_000);
        }
        return quickest;
    }
}
