package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.farmgate.measure.Mass;
import org.farmgate.party.Parties;
import org.farmgate.platform.Paging;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.ImportState;
import org.farmgate.platform.imports.ImportedFile;
import org.farmgate.platform.imports.Imports;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import({Cast.class, Season.class})
class SupplyFilesTests {
    private static final String HEADINGS = "grower_code,plot,grade,week,mass,mass_unit,floor_price\n";
    private static volatile boolean breakInTheMiddle;

    @TestConfiguration
    static class Breaking {
        /// Runs inside the import's transaction, when its rows are written already.
        @EventListener
        void on(ForecastsRevised event) {
            if (breakInTheMiddle) throw new IllegalStateException("crash on purpose");
        }
    }

    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    Imports imports;

    @Autowired
    Plots plots;

    @Autowired
    Parties parties;

    @Autowired
    JdbcClient jdbc;

    @Test
    void fiftyThousandRowsAreTakenInSeconds() {
        List<NewPlot> wanted = new ArrayList<>();
        for (int i = 0; i < 500; i++) wanted.add(season.newPlot(cast.faraway().organisation(), "Large " + i));
        plots.registerAll(cast.faraway(), wanted);
        StringBuilder text = new StringBuilder(HEADINGS);
        for (int i = 0; i < 500; i++)
            for (int week = 1; week <= 100; week++)
                text.append("%s,Large %d,1,%s,%d,kg,2.40%n"
                        .formatted(code(cast.faraway()), i, season.thisWeek.plusWeeks(week), 1000 + week));
        long before = System.nanoTime();
        ImportedFile file = answered(cast.faraway(), start(cast.faraway(), "forecasts", bytes(text.toString())));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(file.state()).isEqualTo(ImportState.DONE);
        assertThat(file.result().added()).isEqualTo(50_000);
        assertThat(count("supply.forecast_revision")).isGreaterThanOrEqualTo(50_000);
        System.out.println("50,000 forecasts took " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void everyBadRowIsNamedByLineColumnAndReasonAndNothingIsStored() {
        Plot plot = season.plot();
        String code = code(cast.aygul());
        String week = season.thisWeek.plusWeeks(2).toString();
        String good = code + "," + plot.name() + ",1," + week + ",12,t,2.40\n";
        long before = count("supply.forecast");
        ImportedFile file = answered(
                cast.aygul(),
                start(
                        cast.aygul(),
                        "forecasts",
                        bytes(HEADINGS
                                + good
                                + code + "," + plot.name() + ",1,2027-W54,12,t,2.40\n"
                                + code + "," + plot.name() + ",1," + week + ",-3,t,2.40\n"
                                + code + "," + plot.name() + ",1," + week + ",99999999999999999999,t,2.40\n"
                                + code + "," + plot.name() + ",1," + week + ",3,bushel,\n"
                                + "NH-999999,<script>,1," + week + ",3,t,2.40\n"
                                + good.replace(",1,", ",9,")
                                + good.replace(week, "2025-W01")
                                + good)));
        assertThat(file.state()).isEqualTo(ImportState.REFUSED);
        assertThat(faults(cast.aygul(), file))
                .containsExactly(
                        "3 week input.no-such-week",
                        "4 mass input.negative",
                        "5 mass input.too-large",
                        "6 mass input.unknown-unit",
                        "6 floor_price input.missing");
        assertThat(count("supply.forecast")).isEqualTo(before);
        ImportedFile second = answered(
                cast.aygul(),
                start(
                        cast.aygul(),
                        "forecasts",
                        bytes(HEADINGS
                                + good
                                + "NH-999999,<script>,1," + week + ",3,t,2.40\n"
                                + good.replace(",1,", ",9,")
                                + good.replace(week, "2025-W01")
                                + good.replace(plot.name(), "no such plot")
                                + good)));
        assertThat(faults(cast.aygul(), second))
                .containsExactlyInAnyOrder(
                        "3 grower_code input.no-such-grower",
                        "4 grade rule.GRADE_NOT_OF_PRODUCT",
                        "5 week rule.FORECAST_WEEK_OUT_OF_REACH",
                        "6 plot input.no-such-plot",
                        "7 week import.fault.row-twice");
        assertThat(count("supply.forecast")).isEqualTo(before);
    }

    @Test
    void aFileOfAnotherAlphabetOrWithBrokenQuotesIsRefusedWithItsPlace() {
        byte[] utf16 = (HEADINGS + "x").getBytes(StandardCharsets.UTF_16LE);
        assertThat(faults(cast.aygul(), answered(cast.aygul(), start(cast.aygul(), "forecasts", utf16))))
                .containsExactly("1  import.fault.utf-16");
        byte[] gbk = (HEADINGS + "NH-1,葡萄地,1,2027-W29,1,t,2\n").getBytes(Charset.forName("GB18030"));
        assertThat(faults(cast.aygul(), answered(cast.aygul(), start(cast.aygul(), "forecasts", gbk))))
                .containsExactly("2  import.fault.not-utf-8");
        byte[] quotes = bytes(HEADINGS + "a,b,1,2027-W29,1,t,2\na,\"b,1,2027-W29,1,t,2\n");
        assertThat(faults(cast.aygul(), answered(cast.aygul(), start(cast.aygul(), "forecasts", quotes))))
                .contains("3  import.fault.broken-quotes");
    }

    @Test
    void headingsMayBeChineseOrUyghurAndTheSeparatorASemicolon() {
        Plot plot = season.plot();
        String row = code(cast.aygul()) + ";" + plot.name() + ";A;" + season.thisWeek.plusWeeks(2) + ";10,000;斤;2.40\n";
        ImportedFile file = answered(
                cast.aygul(), start(cast.aygul(), "forecasts", bytes("\ufeff农户代码;地块;等级;周;数量;数量单位;底价（元/公斤）\n" + row)));
        assertThat(file.state()).as(faults(cast.aygul(), file).toString()).isEqualTo(ImportState.DONE);
        assertThat(jdbc.sql("select mass_grams from supply.forecast where plot_id = :plot")
                        .param("plot", plot.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(Mass.tonnes(5).grams());
    }

    @Test
    void theSameFileTwiceAtOnceIsTakenOnce() throws Exception {
        Plot plot = season.plot();
        byte[] content = bytes(HEADINGS + code(cast.aygul()) + "," + plot.name() + ",1," + season.thisWeek.plusWeeks(3)
                + ",4,t,2.40\n");
        var together = new CountDownLatch(1);
        Callable<Imports.Started> bring = () -> {
            together.await();
            return imports.start(cast.aygul(), "forecasts", "a.csv", new ByteArrayInputStream(content));
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Imports.Started> one = threads.submit(bring);
            Future<Imports.Started> two = threads.submit(bring);
            together.countDown();
            assertThat(List.of(one.get().repeated(), two.get().repeated())).containsExactlyInAnyOrder(true, false);
            assertThat(one.get().file().id()).isEqualTo(two.get().file().id());
        }
        ImportedFile file = answered(
                cast.aygul(),
                imports.search(cast.aygul(), Paging.first()).rows().getFirst());
        assertThat(file.result().added()).isEqualTo(1);
        assertThat(imports.start(cast.aygul(), "forecasts", "b.csv", new ByteArrayInputStream(content))
                        .repeated())
                .isTrue();
    }

    @Test
    void rowsThatSayWhatIsStoredChangeNothingAndOthersRevise() {
        Plot plot = season.plot();
        season.forecast(plot, 2, Mass.tonnes(4));
        season.forecast(plot, 3, Mass.tonnes(4));
        String start = code(cast.aygul()) + "," + plot.name() + ",1,";
        ImportedFile file = answered(
                cast.aygul(),
                start(
                        cast.aygul(),
                        "forecasts",
                        bytes(HEADINGS
                                + start + season.thisWeek.plusWeeks(2) + ",4000,kg,2.40\n"
                                + start + season.thisWeek.plusWeeks(3) + ",5,t,2.40\n"
                                + start + season.thisWeek.plusWeeks(4) + ",6,t,2.40\n")));
        assertThat(file.result()).isEqualTo(new org.farmgate.platform.imports.ImportResult(1, 1, 1));
    }

    @Test
    void aCrashInTheMiddleLeavesNothingAndTheFileMayBeBroughtAgain() {
        Plot plot = season.plot();
        byte[] content = bytes(HEADINGS + code(cast.aygul()) + "," + plot.name() + ",1," + season.thisWeek.plusWeeks(3)
                + ",4,t,2.40\n");
        long before = count("supply.forecast") + count("supply.forecast_revision");
        breakInTheMiddle = true;
        try {
            ImportedFile broken = answered(cast.aygul(), start(cast.aygul(), "forecasts", content));
            assertThat(broken.state()).isEqualTo(ImportState.ABANDONED);
        } finally {
            breakInTheMiddle = false;
        }
        assertThat(count("supply.forecast") + count("supply.forecast_revision")).isEqualTo(before);
        assertThat(answered(cast.aygul(), start(cast.aygul(), "forecasts", content))
                        .state())
                .isEqualTo(ImportState.DONE);
    }

    @Test
    void plotsHarvestsAndQuotesComeByFileToo() {
        String code = code(cast.aygul());
        String plotRows =
                "grower_code,plot,kind,size,size_unit,region_code,product,expected_yield,expected_yield_unit\n"
                        + code + ",From a file,农田,1.5,公顷,990101,test-melon,30,吨\n"
                        + code + ",Hives,apiary,80,,990101,test-melon,1600,kg\n";
        assertThat(answered(cast.aygul(), start(cast.aygul(), "plots", bytes(plotRows)))
                        .result()
                        .added())
                .isEqualTo(2);
        String harvestRows = "grower_code,plot,grade,harvested_on,harvested,floor_price\n" + code + ",From a file,1,"
                + season.today + ",500,2.40\n";
        assertThat(answered(cast.aygul(), start(cast.aygul(), "harvests", bytes(harvestRows)))
                        .result()
                        .added())
                .isEqualTo(1);
        assertThat(answered(cast.aygul(), start(cast.aygul(), "harvests", bytes(harvestRows + "\n")))
                        .result()
                        .unchanged())
                .isEqualTo(1);
        String quoteRows = "product,grade,place_code,quoted_on,price,source\ntest-melon,1,990101," + season.today
                + ",2.60,\"Market, east gate\"\ntest-melon,1,990000," + season.today + ",2.60,Province\n";
        ImportedFile quotes = answered(cast.aygul(), start(cast.aygul(), "quotes", bytes(quoteRows)));
        assertThat(faults(cast.aygul(), quotes)).containsExactly("3 place_code rule.PLACE_NOT_IN_A_COUNTY");
    }

    private ImportedFile start(org.farmgate.platform.Actor actor, String kind, byte[] content) {
        return imports.start(actor, kind, kind + ".csv", new ByteArrayInputStream(content))
                .file();
    }

    private ImportedFile answered(org.farmgate.platform.Actor actor, ImportedFile file) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> imports.get(actor, file.id()), now -> now.state() != ImportState.WAITING);
    }

    private List<String> faults(org.farmgate.platform.Actor actor, ImportedFile file) {
        return imports.faults(actor, file.id(), Paging.first()).rows().stream()
                .map((Fault fault) -> fault.line() + " " + fault.column() + " " + fault.messageKey())
                .toList();
    }

    private String code(org.farmgate.platform.Actor actor) {
        return parties.get(actor.organisation()).code();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
