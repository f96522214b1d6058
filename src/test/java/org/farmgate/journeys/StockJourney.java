package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.stock.Barn;
import org.farmgate.stock.Lot;
import org.farmgate.stock.NewQuality;
import org.farmgate.stock.Qualities;
import org.farmgate.stock.QualityChangeId;
import org.farmgate.stock.QualityStatus;
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

/// A warehouse clerk brings goods in, moves some, counts, and holds a doubtful lot back.
@JourneyTest
@Import({Cast.class, Barn.class})
class StockJourney {
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Cast cast;

    @Autowired
    Barn barn;

    @Autowired
    Qualities qualities;

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
    void goodsComeInAreMovedCountedAndHeldBack(String language) {
        barn.received(Mass.tonnes(3), 2);
        barn.received(Mass.kilograms(730), -1);
        Lot doubtful = barn.received(Mass.tonnes(1), 20);
        qualities.judge(
                cast.officer(),
                new NewQuality(
                        QualityChangeId.next(), doubtful.id(), Optional.empty(), QualityStatus.ON_HOLD, "Smells"));
        Barn.Sale sale = barn.sale(40, 25);
        String name = "stock-" + language;
        String home = "http://localhost:" + port;
        try (Visitor visitor = new Visitor(browser, home, messages, Locale.forLanguageTag(language), name)) {
            nothingThere(visitor);
            visitor.signIn("lina", Cast.PASSWORD);
            bringIn(visitor);
            move(visitor, sale);
            count(visitor, sale);
            hold(visitor, sale);
        }
    }

    private void nothingThere(Visitor visitor) {
        assertThat(cast.otherManager()).isNotNull();
        visitor.signIn("wuqiang", Cast.PASSWORD);
        visitor.open("/stock");
        visitor.sees("stock.empty.title");
        visitor.look("empty");
        visitor.signOut();
    }

    private void bringIn(Visitor visitor) {
        Lot lot = barn.lot(Mass.kilograms(500), 9);
        visitor.open("/stock");
        visitor.look("stock");
        visitor.follow("stock.receive");
        visitor.type("lot", lot.id().toString());
        visitor.page().locator("main select[name=site]").selectOption(barn.warehouse.toString());
        visitor.type("mass", "501");
        visitor.press("stock.receive");
        visitor.page().locator(".errors").waitFor();
        visitor.look("receive-refused");
        visitor.type("mass", "480");
        visitor.press("stock.receive");
        visitor.page().getByText(visitor.words("stock.saved")).first().waitFor();
        visitor.sees("stock.movement.RECEIVED");
    }

    private void move(Visitor visitor, Barn.Sale sale) {
        String href = "/stock/positions/" + sale.lot().id() + "/" + sale.place();
        visitor.open(href + "/move");
        visitor.page().locator("main select[name=to]").selectOption(barn.shop.toString());
        visitor.type("mass", "25");
        visitor.look("move");
        visitor.press("stock.deed.MOVE");
        visitor.sees("stock.movement.MOVED_OUT");
        visitor.look("position");
        visitor.open(href + "/write-off");
        visitor.look("write-off");
        visitor.open(href + "/quality");
        visitor.look("quality");
    }

    private void count(Visitor visitor, Barn.Sale sale) {
        visitor.open("/stock/counts/new?site=" + sale.place());
        visitor.type("counted-" + sale.lot().id(), "174");
        visitor.press("stock.count.enter");
        visitor.page().locator(".errors").waitFor();
        visitor.look("count-refused");
        visitor.type("reason-" + sale.lot().id(), "?");
        visitor.press("stock.count.enter");
        visitor.page().getByText(visitor.words("stock.saved")).first().waitFor();
        assertThat(barn.at(sale.lot(), sale.place()).onHand()).isEqualTo(Mass.kilograms(174));
    }

    private void hold(Visitor visitor, Barn.Sale sale) {
        visitor.open("/stock/lots/" + sale.lot().id());
        visitor.page().locator("input[value=RECALLED]").check();
        visitor.type("reason", "?");
        visitor.press("stock.judge-lot.submit");
        visitor.page().getByText(visitor.words("stock.saved")).first().waitFor();
        visitor.look("lot");
        assertThat(barn.at(sale.lot(), barn.shop).status()).isEqualTo(QualityStatus.RECALLED);
    }
}
