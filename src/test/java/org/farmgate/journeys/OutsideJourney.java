package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.platform.RequestSignature;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Browser;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// A cooperative registers another platform, which sends its orders.
@JourneyTest
@Import({Cast.class, Stall.class})
class OutsideJourney {
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    Listings listings;

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

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void ordersMadeElsewhereComeIn(String language) throws Exception {
        assertThat(cast.manager().rights()).isNotEmpty();
        Listing melons = stall.open(3, Optional.empty());
        String name = "outside-" + language;
        String home = "http://localhost:" + port;
        try (Visitor visitor = new Visitor(browser, home, messages, Locale.forLanguageTag(language), name)) {
            visitor.signIn("zhaolin", Cast.PASSWORD);
            visitor.open("/outside-channels");
            visitor.look("none");
            visitor.type("name", "Example Live " + language);
            visitor.press("outside.register");
            visitor.sees("outside.secret.shown");
            visitor.look("secret");
            String secret = visitor.main().locator("#secret").innerText();
            visitor.type("code", "A-VERY-LONG-CODE-OF-ANOTHER-PLATFORM-000000000001-MELON-5");
            visitor.main().locator("[name='listing']").selectOption(melons.id().toString());
            visitor.type("packs", "2");
            visitor.press("outside.code.add");
            visitor.sees("outside.saved");
            String path = URI.create(visitor.page().url()).getPath();
            assertThat(sent(home + "/api/v1" + path.replace("outside-channels", "outside") + "/orders", secret))
                    .contains("\"taken\"", "\"not-enough-left\"", "\"left\":1");
            visitor.open(path);
            visitor.seesText("L-1");
            visitor.sees("outside.order.REFUSED");
            visitor.look("orders");
            visitor.open("/outside-channels");
            visitor.look("list");
        } finally {
            // The journeys share one county, and the next expects an empty shop.
            listings.close(cast.manager(), melons.id());
        }
    }

    private String sent(String address, String secret) throws Exception {
        String order = """
                {"number":"%s","name":"Gao Yu","telephone":"13800000001","address":"12 Garden Street","region":"990101",\
                "lines":[{"code":"A-VERY-LONG-CODE-OF-ANOTHER-PLATFORM-000000000001-MELON-5","quantity":1,\
                "paidFen":13000}]}""";
        String body = "{\"orders\":[" + order.formatted("L-1") + "," + order.formatted("L-2") + "]}";
        String time = String.valueOf(clock.instant().getEpochSecond());
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Content-Type", "application/json")
                                    .header("X-Farmgate-Timestamp", time)
                                    .header(
                                            "X-Farmgate-Signature",
                                            RequestSignature.of(secret, time, body.getBytes(StandardCharsets.UTF_8)))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
