package org.farmgate.supply;

import java.util.List;
import java.util.Optional;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Quickest;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// A hundred thousand plots with as many forecasts and harvests: their lists page and search within a tenth
/// of a second. The property gives this test a database of its own.
@WholeAppTest
@TestPropertySource(properties = "farmgate.test=many-supplies")
@Import(Season.class)
class ManySuppliesTests {
    private static final List<String> SEARCHES =
            List.of("", "North", "field 4242", "地", "王芳 77", "n", "ئېتىز", "no such name");

    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    Plots plots;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Harvests harvests;

    @Autowired
    JdbcClient database;

    @Test
    void pagesAndSearchesStayUnderATenthOfASecond() {
        fill();
        var season = new WeekSpan(this.season.thisWeek, this.season.thisWeek.plusWeeks(20));
        for (Actor actor : List.of(cast.officer(), cast.admin()))
            for (String search : SEARCHES)
                for (int page : new int[] {0, 500, 1999}) {
                    var paging = new Paging(page, 50, search);
                    String what = "%s, search \"%s\", page %d".formatted(actor.personName(), search, page);
                    Quickest.isATenthOfASecond("plots: " + what, () -> plots.search(actor, PlotQuery.all(paging)));
                    Quickest.isATenthOfASecond(
                            "forecasts: " + what,
                            () -> forecasts.search(
                                    actor,
                                    new ForecastQuery(paging, Optional.empty(), Optional.empty(), Optional.empty())));
                    Quickest.isATenthOfASecond(
                            "forecasts of a season: " + what,
                            () -> forecasts.search(
                                    actor,
                                    new ForecastQuery(
                                            paging,
                                            Optional.of(this.season.melon),
                                            Optional.of(season),
                                            Optional.empty())));
                    Quickest.isATenthOfASecond(
                            "harvests: " + what, () -> harvests.search(actor, HarvestQuery.all(paging)));
                }
    }

    /// Five thousand growers with twenty plots each.
    private void fill() {
        database.sql("""
                        insert into party.party (id, kind, code, name, region, county, registered_at)
                        select gen_random_uuid(), 'GROWER', 'BULK-' || n,
                               (array['阿依古丽','ئايگۈل','Aygul','王芳','تۇرسۇن'])[n % 5 + 1] || ' ' || n, :county, :county, now()
                        from generate_series(1, 5000) as n
                        """).param("county", cast.county().value()).update();
        database.sql("""
                        insert into supply.plot (origin_id, id, grower_id, name, kind, size, region_id, product_id,
                          expected_yield_grams, recorded_by, recorded_person, recorded_at)
                        select :county, gen_random_uuid(), id,
                               (array['North field','东地','ئېتىز','Hives'])[n % 4 + 1] || ' ' || n,
                               'FIELD', 6667, :county, :melon, 30000000, id, id, now()
                        from party.party, generate_series(1, 20) as n where code like 'BULK-%'
                        """)
                .param("county", cast.county().value())
                .param("melon", season.melon.value())
                .update();
        database.sql("""
                        insert into supply.forecast (origin_id, id, plot_id, grower_id, product_id, grade, week, mass_grams,
                          floor_fen_per_tonne, revision, recorded_by, recorded_person, recorded_at)
                        select origin_id, gen_random_uuid(), id, grower_id, product_id, 1,
                          (array[:weeks])[1 + abs(hashtext(id::text)) % 12], 5000000, 200000, 1,
                          recorded_by, recorded_person, now()
                        from supply.plot
                        """)
                .param(
                        "weeks",
                        java.util.stream.IntStream.range(0, 12)
                                .mapToObj(week ->
                                        season.thisWeek.plusWeeks(2 * week).number())
                                .toList())
                .update();
        database.sql("""
                        insert into supply.harvest (origin_id, id, lot_id, plot_id, grower_id, product_id, grade, forecast_id,
                          harvested_on, best_before, harvested_grams, offered_grams, floor_fen_per_tonne, recorded_by,
                          recorded_person, recorded_at)
                        select origin_id, gen_random_uuid(), gen_random_uuid(), plot_id, grower_id, product_id, 1, id,
                          current_date - abs(hashtext(id::text)) % 300, current_date + 20, 1000000, 1000000, 200000,
                          recorded_by, recorded_person, now()
                        from supply.forecast
                        """).update();
        for (String table : List.of("party.party", "supply.plot", "supply.forecast", "supply.harvest"))
            database.sql("vacuum analyze " + table).update();
    }
}
