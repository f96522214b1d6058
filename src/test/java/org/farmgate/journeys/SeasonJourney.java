package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.farmgate.measure.IsoWeek;
import org.farmgate.platform.DemoSignIns;
import org.farmgate.testing.Browser;
import org.farmgate.testing.JourneyTest;
import org.farmgate.testing.WithDemoCounty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// The way the platform is for, in each language: the season's forecasts come in as a file, are docked, corrected
/// by a locked row, docked again, accepted, and become contracts on paper.
@JourneyTest
@WithDemoCounty
@Import(SeasonFile.class)
class SeasonJourney {
    /// Enough to find a plan; nobody here waits for the best one.
    private static final int SEARCH_SECONDS = 3;

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    DemoSignIns demo;

    @Autowired
    SeasonFile seasonFile;

    @Autowired
    Clock clock;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) browser.close();
    }

    /// Each language takes other weeks, so that one finds what the other leaves.
    @ParameterizedTest
    @CsvSource({"en, 27, 29, 1", "zh-CN, 30, 32, 2", "ug, 33, 35, 3"})
    void aSeasonBecomesContracts(String language, int firstWeek, int lastWeek, int turn) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        String home = "http://localhost:" + port;
        try (Visitor visitor = new Visitor(browser, home, messages, locale, "season-" + language)) {
            importForecasts(visitor, turn);
            visitor.signIn("wangfang", demo.password());
            dock(visitor, firstWeek, lastWeek);
            lockARow(visitor);
            dockAgain(visitor);
            accept(visitor);
            readTheContract(visitor);
        }
    }

    private void importForecasts(Visitor visitor, int turn) {
        visitor.open("/");
        visitor.sees("platform.home.lead");
        visitor.signIn("ehmet", demo.password());
        visitor.look("home-of-a-cooperative");
        visitor.open("/imports");
        visitor.look("imports");
        visitor.open("/imports/forecasts");
        visitor.sees("import.forecasts.what");
        visitor.look("import-forecasts");
        byte[] csv = seasonFile.lessByPercent(turn).getBytes(StandardCharsets.UTF_8);
        visitor.main().locator("input[type=file]").setInputFiles(new FilePayload("season.csv", "text/csv", csv));
        visitor.press("imports.send");
        visitor.sees("imports.done.title");
        visitor.look("imported");
        visitor.signOut();
    }

    private void dock(Visitor visitor, int firstWeek, int lastWeek) {
        int year = IsoWeek.of(LocalDate.now(clock)).year() + 1;
        visitor.open("/plans");
        visitor.follow("docking.new");
        visitor.sees("docking.new.lead");
        visitor.look("dock");
        visitor.type("name", "Hami 哈密 قۇمۇل " + year);
        visitor.type("firstWeek", new IsoWeek(year, firstWeek).toString());
        visitor.type("lastWeek", new IsoWeek(year, lastWeek).toString());
        solve(visitor);
        visitor.look("plan");
    }

    private void solve(Visitor visitor) {
        visitor.page()
                .locator("#seconds")
                .evaluate(
                        "(box, seconds) => { box.add(new Option(seconds, seconds)); box.value = seconds }",
                        String.valueOf(SEARCH_SECONDS));
        visitor.press("docking.submit");
        visitor.sees("docking.stat.surplus");
        visitor.sees("docking.map.title");
    }

    private void lockARow(Visitor visitor) {
        for (String part : new String[] {"supplies", "demands", "trips", "fairness", "lines"}) {
            visitor.follow("docking.tab." + part);
            visitor.page().waitForURL("**/" + part);
            visitor.look("plan-" + part);
        }
        visitor.main().locator("tbody th a").first().click();
        visitor.sees("docking.column.delivered");
        visitor.look("plan-line");
        visitor.press("docking.decide.ship");
        visitor.sees("docking.decision.noted");
        visitor.look("plan-decisions");
    }

    private void dockAgain(Visitor visitor) {
        visitor.follow("docking.again");
        visitor.sees("docking.again.lead");
        solve(visitor);
        visitor.follow("docking.tab.decisions");
        visitor.sees("docking.decision.kept");
        visitor.look("plan-again-decisions");
        visitor.follow("docking.tab.overview");
        visitor.follow("docking.accept");
    }

    private void accept(Visitor visitor) {
        visitor.sees("docking.accept.lead");
        visitor.look("acceptance");
        visitor.press("docking.accept.submit");
        visitor.sees("docking.see.contracts");
        visitor.look("accepted");
    }

    private void readTheContract(Visitor visitor) throws IOException {
        visitor.follow("docking.see.contracts");
        visitor.sees("trade.contract.lead");
        visitor.look("contracts");
        visitor.main().locator("tbody th a").first().click();
        visitor.sees("trade.contract.remaining");
        visitor.look("contract");
        String number = visitor.main().locator("h1").innerText();
        Download paper = visitor.page()
                .waitForDownload(() -> visitor.main()
                        .locator("a[href$='/contract.pdf']")
                        .evaluate("link => { link.download = ''; link.click() }"));
        try (InputStream file = paper.createReadStream();
                PDDocument pdf = Loader.loadPDF(file.readAllBytes())) {
            assertThat(pdf.getNumberOfPages()).isPositive();
            assertThat(new PDFTextStripper().getText(pdf)).contains(number);
        }
    }
}
