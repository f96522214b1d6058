package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.farmgate.measure.Mass;
import org.farmgate.platform.web.Languages;
import org.farmgate.shop.Listing;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.PhotoId;
import org.farmgate.shop.Photos;
import org.farmgate.shop.Stall;
import org.farmgate.shop.Till;
import org.farmgate.shop.TillId;
import org.farmgate.stock.HoldingId;
import org.farmgate.testing.Browser;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// A visitor buys a box of melons on a telephone, in three languages, without an account; a seller puts goods on sale
/// and
/// looks at what was ordered.
@JourneyTest
@Import({Cast.class, Stall.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopJourney {
    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    Photos photos;

    @Autowired
    org.farmgate.shop.GroupOffers groups;

    @Autowired
    org.farmgate.shop.Listings listings;

    @Autowired
    org.farmgate.shop.OrderIntake intake;

    @Autowired
    org.farmgate.shop.Orders orders;

    @Autowired
    org.farmgate.shop.Tills tills;

    private Listing onSale() throws IOException {
        Listing one = stall.inSteps(60);
        photos.add(
                cast.manager(), one.id(), PhotoId.next(), "Ripe melons", new ByteArrayInputStream(melons(1600, 1200)));
        photos.add(cast.manager(), one.id(), PhotoId.next(), "A field", new ByteArrayInputStream(melons(900, 1200)));
        return one;
    }

    @Test
    @Order(1)
    void aVisitorBuysInFourScreens() throws IOException {
        try (Browser browser = Browser.open()) {
            for (Locale locale : Languages.ALL) {
                try (Visitor guest = visitor(browser, locale, "guest")) {
                    if (locale.equals(Languages.CHINESE)) {
                        guest.open("/shop");
                        guest.sees("shop.none");
                        guest.look("shop-empty");
                        guest.open("/cart");
                        guest.look("cart-empty");
                    }
                    buys(guest, onSale());
                }
            }
        }
    }

    private void buys(Visitor guest, Listing one) {
        guest.open("/shop");
        guest.look("shop");
        guest.main().locator("a[href='/shop/" + one.id() + "']").click();
        guest.sees("shop.shares.title");
        guest.look("listing");
        guest.type("packs", "12");
        guest.press("shop.buy-now");
        guest.sees("shop.checkout.whom");
        guest.look("checkout");
        guest.main().locator("form.form button[type=submit]").click();
        guest.look("checkout-wrong");
        guest.type("name", "Gao Yu");
        guest.type("telephone", "138 0000 00" + (10 + Languages.ALL.indexOf(guest.locale())));
        guest.main().locator("select[name=region]").selectOption(cast.province().toString());
        guest.type("address", "12 Garden Street");
        guest.main().locator("form.form button[type=submit]").click();
        guest.sees("shop.result.taken");
        guest.look("orders-of-cart");
        String ticket = guest.page().url();
        guest.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        guest.open("/shop/" + one.id());
        guest.look("listing-dark");
        guest.page().navigate(ticket);
        guest.look("orders-of-cart-dark");
        guest.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        refused(guest);
    }

    /// More than there is: said in the cart and after ordering.
    private void refused(Visitor guest) {
        Listing few = stall.open(2, Optional.empty());
        guest.open("/shop/" + few.id());
        guest.type("packs", "3");
        guest.press("shop.add-to-cart");
        guest.sees("shop.cart.added");
        guest.look("cart");
        guest.press("shop.checkout");
        guest.type("name", "Gao Yu");
        guest.type("telephone", "139 0000 00" + (10 + Languages.ALL.indexOf(guest.locale())));
        guest.main().locator("select[name=region]").selectOption(cast.province().toString());
        guest.type("address", "12 Garden Street");
        guest.main().locator("form.form button[type=submit]").click();
        guest.sees("shop.result.none");
        guest.look("refused");
    }

    /// The block of data is read by search engines and run by nobody; nothing is stopped by the content policy.
    @Test
    @Order(2)
    void itWorksWithoutScriptsAndTheBrowserFindsNothingForbidden() throws IOException {
        Listing one = onSale();
        try (Browser browser = Browser.open()) {
            try (var context = browser.playwright().newContext()) {
                Page page = context.newPage();
                StringBuilder told = new StringBuilder();
                page.onConsoleMessage(message -> told.append(message.text()).append('\n'));
                page.navigate(home() + "/shop/" + one.id());
                assertThat(page.locator("script[type='application/ld+json']").textContent())
                        .contains("schema.org");
                assertThat(told.toString()).doesNotContain("Content Security Policy");
            }
            try (var context = browser.playwright()
                    .newContext(
                            new NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
                Page page = context.newPage();
                page.navigate(home() + "/shop?lang=en");
                page.locator("a[href='/shop/" + one.id() + "']").click();
                page.locator("button[name=go]").click();
                page.locator("[name=name]").fill("Gao Yu");
                page.locator("[name=telephone]").fill("137 0000 0001");
                page.locator("[name=region]").selectOption(cast.province().toString());
                page.locator("[name=address]").fill("12 Garden Street");
                page.locator("main form.form button[type=submit]").click();
                page.locator("form[action$='/payment']").waitFor();
            }
        }
    }

    @Test
    @Order(3)
    void aSellerKeepsTheirGoodsAndSeesTheOrders() throws IOException {
        stall.open(8, Optional.empty());
        try (Browser browser = Browser.open()) {
            for (Locale locale : Languages.ALL)
                try (Visitor seller = visitor(browser, locale, "seller")) {
                    seller.signIn("zhaolin", Cast.PASSWORD);
                    seller.open("/listings");
                    seller.look("listings");
                    seller.main().locator("tbody a").first().click();
                    seller.look("own-listing");
                    seller.open("/listings/new");
                    seller.look("listing-new");
                    seller.main().locator("form.form button[type=submit]").click();
                    seller.look("listing-new-wrong");
                    seller.open("/orders");
                    seller.look("orders");
                    seller.main().locator("tbody a").first().click();
                    seller.look("order");
                    seller.open("/sales");
                    seller.look("sales");
                    seller.open("/purchases");
                    seller.look("purchases-empty");
                    seller.signOut();
                }
        }
    }

    /// A group that gathers, goods that were reviewed, a counter with a bill.
    @Test
    @Order(4)
    void groupsReviewsAndCountersAreShown() throws IOException {
        Listing group = stall.ready(40);
        groups.open(cast.manager(), group.id(), 20, java.time.Instant.now().plus(java.time.Duration.ofDays(5)));
        listings.open(cast.manager(), group.id());
        Listing said = onSale();
        var request = stall.order(said, 2);
        intake.place(request);
        var order = orders.ofKey(request.key()).getFirst();
        stall.set(order, OrderState.DELIVERED);
        stall.melons(Mass.kilograms(100));
        Till till = tills.open(cast.manager(), TillId.next(), cast.county(), stall.site(), "Station counter");
        Listing counter = tills.stock(cast.manager(), till.id(), said.id(), HoldingId.next(), 10);
        try (Browser browser = Browser.open()) {
            for (Locale locale : Languages.ALL) {
                try (Visitor guest = visitor(browser, locale, "more")) {
                    guest.open("/shop/" + group.id());
                    guest.look("group");
                    guest.open("/carts/" + request.key());
                    guest.look("delivered");
                    if (locale.equals(Languages.CHINESE)) {
                        guest.main().locator("input[name=stars][value='4']").check();
                        guest.type("words", "Sweet, and well packed.");
                        guest.press("shop.review.send");
                        guest.sees("shop.review.done");
                    }
                    guest.open("/shop/" + said.id());
                    guest.look("reviewed");
                }
                try (Visitor seller = visitor(browser, locale, "till")) {
                    seller.signIn("zhaolin", Cast.PASSWORD);
                    seller.open("/tills");
                    seller.look("tills");
                    seller.open("/tills/" + till.id());
                    seller.look("till");
                    seller.type("packs." + counter.id(), "2");
                    seller.press("shop.till.bill");
                    seller.look("bill");
                    seller.main().locator("form[action$='/sales'] button").click();
                    seller.main().locator("a[href='/tills']").first().waitFor();
                    seller.look("sold");
                    seller.signOut();
                }
            }
        }
    }

    private String home() {
        return "http://localhost:" + port;
    }

    private Visitor visitor(Browser browser, Locale locale, String who) {
        return new Visitor(browser, home(), messages, locale, "shop-" + who + "-" + locale.toLanguageTag());
    }

    /// Three round green things on earth.
    private static byte[] melons(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xcaa46a));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < 3; i++) {
            graphics.setColor(new Color(0x7fa046 + i * 0x0a0a00));
            graphics.fillOval(width / 10 + i * width / 4, height / 4 + i * height / 20, width / 3, height / 2);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
