package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
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

/// Money and goods from the field to the pay slip, by the pages alone: a cooperative weighs in what a grower
/// lets it sell for her, a guest buys and pays, the cooperative picks and delivers, the books settle, and the
/// grower reads what she earned.
@JourneyTest
@Import({Cast.class, Stall.class})
class SaleJourney {
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en", "ug"})
    void fromTheScaleToThePaySlip(String language) {
        Locale locale = Locale.forLanguageTag(language);
        try (Visitor seller = visitor(locale, "seller");
                Visitor guest = visitor(locale, "guest");
                Visitor grower = visitor(locale, "grower")) {
            seller.signIn("zhaolin", Cast.PASSWORD);
            grower.signIn("aygul", Cast.PASSWORD);
            weighIn(seller);
            String address = putOnSale(seller, "Aygul's melons " + language);
            String receipt = buy(guest, address);
            long before = earned(grower);
            pickAndDeliver(seller, guest, receipt);
            takeOffSale(seller, address);
            assertThat(earned(grower) - before).isEqualTo(2 * 5_900 * 70 / 100);
        }
    }

    /// 400 kg, to be sold for her: no debt.
    private void weighIn(Visitor seller) {
        seller.open("/tickets/new?grower=" + cast.aygul().organisation());
        seller.main()
                .locator("a[href$='source=product:" + stall.product() + "']")
                .click();
        seller.type("gross", "450");
        seller.type("tare", "50");
        seller.main().locator("input[name=title][value=ON_BEHALF]").check();
        seller.main().locator("select[name=site]").selectOption(stall.site().toString());
        seller.type("witness", "Ma Jun");
        seller.look("weighing");
        seller.press("supply.ticket.submit");
        seller.sees("supply.ticket.scale");
        seller.look("ticket");
    }

    private String putOnSale(Visitor seller, String title) {
        seller.open("/listings/new");
        seller.main()
                .locator("select[name=product]")
                .selectOption(stall.product().toString());
        seller.type("pack", "5");
        seller.type("packs", "40");
        seller.main().locator("input[name=sites][value='" + stall.site() + "']").check();
        seller.type("title", title);
        seller.type("price", "59");
        seller.press("shop.listings.draft");
        seller.press("shop.own.open");
        seller.main().locator("form[action$='/closing']").waitFor();
        seller.look("on-sale");
        return seller.main().locator("a[href^='/shop/']").first().getAttribute("href");
    }

    private String buy(Visitor guest, String address) {
        guest.open(address);
        guest.type("packs", "2");
        guest.press("shop.buy-now");
        guest.type("name", "Gao Yu");
        guest.type("telephone", "138 0000 0001");
        guest.main().locator("select[name=region]").selectOption(cast.province().toString());
        guest.type("address", "12 Garden Street");
        guest.main().locator("input[name=provider][value=sandbox]").check();
        guest.main().locator("form.form button[type=submit]").click();
        guest.sees("shop.result.taken");
        String receipt = guest.page().url();
        guest.press("shop.pay");
        guest.sees("payment.sandbox.note");
        guest.look("pay");
        guest.main().locator("form[action$='/beginning'] button").first().click();
        guest.sees("payment.sandbox.refunds");
        guest.look("sandbox");
        guest.main().locator("form:has(input[value=SUCCEED]) button").click();
        until(guest, "payment.pay.done");
        guest.look("paid");
        guest.follow("payment.pay.on");
        guest.main().locator(".order-state, .badge").first().waitFor();
        guest.look("receipt-paid");
        return receipt;
    }

    private void pickAndDeliver(Visitor seller, Visitor guest, String receipt) {
        seller.open("/orders");
        Locator first = seller.main().locator("tbody a").first();
        first.click();
        seller.look("order-to-pick");
        String order = seller.page().url();
        seller.press("shop.pick");
        seller.follow("shop.order.consignment");
        seller.type("carrierName", "Test Haulage");
        seller.look("to-hand-over");
        seller.press("logistics.consignment.hand-over");
        seller.main().locator("form[action$='/delivery']").waitFor();
        seller.type("receiver", "Gao Yu");
        seller.press("logistics.consignment.deliver");
        seller.main().locator("form[action$='/delivery']").waitFor(gone());
        seller.look("delivered");
        seller.page().navigate(order);
        until(seller, "shop.state.SETTLED");
        seller.look("order-settled");
        guest.page().navigate(receipt);
        guest.look("receipt-delivered");
    }

    private static void takeOffSale(Visitor seller, String address) {
        seller.open(address.replace("/shop/", "/listings/"));
        seller.press("shop.own.close");
        seller.main().locator("form[action$='/opening']").waitFor();
    }

    /// What the slip of the days shown says was earned, in fen.
    private long earned(Visitor grower) {
        grower.open("/slips");
        if (grower.main().locator("tbody a").count() == 0) {
            grower.look("no-slip");
            return 0;
        }
        grower.look("slips");
        grower.main().locator("tbody a").first().click();
        grower.sees("ledger.slip.lines");
        grower.look("slip");
        String amount = grower.main()
                .locator(".stats .stat")
                .nth(1)
                .locator("bdi, .stat-value")
                .first()
                .innerText();
        return Math.round(Double.parseDouble(amount.replaceAll("[^0-9.]", "")) * 100);
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    /// What happens behind the page takes a moment: it is asked for again until it shows.
    private static void until(Visitor visitor, String key) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            if (visitor.main().innerText().contains(visitor.words(key))) return true;
            visitor.page().reload();
            return false;
        });
    }

    private Visitor visitor(Locale locale, String who) {
        return new Visitor(
                browser, "http://localhost:" + port, messages, locale, "sale-" + who + "-" + locale.toLanguageTag());
    }
}
