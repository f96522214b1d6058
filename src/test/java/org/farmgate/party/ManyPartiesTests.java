package org.farmgate.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.farmgate.platform.LongList;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Quickest;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// A hundred thousand people: their list pages and searches within a tenth of a second. The property gives
/// this test a database of its own.
@WholeAppTest
@TestPropertySource(properties = "farmgate.test=many-parties")
class ManyPartiesTests {
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
        // Searches that nobody, one, a fifth and everybody answers to; of one and two letters, too few for trigrams.
        for (String search :
                List.of("", "ayg", "ئايگۈل 4242", "芳", "王芳", "b", "bulk", "x", "no such name", "bulk-77777"))
            for (int page : new int[] {0, 199, 399, 1000, 1999})
                Quickest.isATenthOfASecond(
                        "search \"%s\", page %s".formatted(search, page),
                        () -> parties.search(
                                cast.officer(), new Paging(page, 50, search), Optional.of(PartyKind.GROWER)));
        Slice<Party> many = parties.search(cast.officer(), new Paging(0, 50, "芳"), Optional.empty());
        assertThat(many.total()).isEqualTo(LongList.MOST_COUNTED);
        assertThat(many.more()).as("20,000 answer to it").isTrue();
    }

    @Test
    void aListIsReadWholePageByPageFromBothEnds() {
        List<String> names = IntStream.range(0, 7)
                .mapToObj(page -> parties.search(cast.admin(), new Paging(page, 3, ""), Optional.of(PartyKind.PERSON)))
                .flatMap(slice -> slice.rows().stream())
                .map(Party::name)
                .toList();
        assertThat(names).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(6);
    }
}
