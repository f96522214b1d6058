package org.farmgate.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.farmgate.measure.Money;
import org.farmgate.platform.Id;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A guest looks around, fills a cart, orders; and what they must not be able to do.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import(Stall.class)
class ShopPagesTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Listings listings;

    @Autowired
    Orders orders;

    private static Cookie cart(Listing listing, int packs) {
        return new Cookie("cart", Cart.empty().plus(listing.id(), packs).write());
    }

    private MvcTestResult guestGets(String path, Cookie... cookies) {
        var request = mvc.get().uri(path).header("Accept-Language", "en");
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    /// As the form of the checkout sends it.
    private MockMvcTester.MockMvcRequestBuilder checkout(String key, String line, Cookie cookie) {
        return mvc.post()
                .uri("/checkout")
                .cookie(cookie)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .header("Accept-Language", "en")
                .param("key", key)
                .param("name", "Gao Yu")
                .param("telephone", "138 0000 1" + Math.floorMod(key.hashCode(), 10_000) + "0")
                .param("region", cast.province().toString())
                .param("address", "12 Garden Street")
                .param("provider", "sandbox")
                .param("line0", line);
    }

    private static String line(Listing listing, int packs, long fen) {
        return listing.id() + " " + packs + " " + fen;
    }

    @Test
    void aGuestSeesTheShopAndAListingWithItsSharesAndItsData() {
        Listing one = stall.open(12, Optional.of(4));
        assertThat(guestGets("/shop"))
                .hasStatusOk()
                .bodyText()
                .contains("Box of melons", "59.00", "11.80", "12 left", "/shop/" + one.id());
        MvcTestResult page = guestGets("/shop/" + one.id());
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Grown by Aygul", "Test county", "Sweet Melon Cooperative", "35.40", "60 %", "Buy now")
                .contains("\"@type\":\"Product\"", "\"price\":\"59.00\"", "\"priceCurrency\":\"CNY\"", "InStock");
        assertThat(page.getResponse().getHeaders("Set-Cookie"))
                .as("looking writes nothing")
                .noneMatch(cookie -> cookie.startsWith("farmgate_session"));
    }

    @Test
    void whatASellerWritesCannotEndTheBlockOfData() {
        Listing bad = stall.titled("</script><script>alert(1)</script>");
        assertThat(guestGets("/shop/" + bad.id())).bodyText().doesNotContain("<script>alert", "</script><script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void everyPageSpeaksEachLanguage(String language) {
        Listing one = stall.open(5, Optional.empty());
        for (String path : List.of("/shop", "/shop/" + one.id(), "/cart", "/checkout", "/shop?q=nothing-like-it"))
            assertThat(mvc.get().uri(path).cookie(cart(one, 2)).header("Accept-Language", language))
                    .hasStatusOk();
    }

    @Test
    void filtersFindWhatFitsAndNothingElse() {
        Listing one = stall.open(5, Optional.empty());
        String there = "/shop/" + one.id();
        String product = "/shop?product=" + one.product();
        assertThat(guestGets(product + "&family=melon&origin=" + one.origin()))
                .bodyText()
                .contains(there);
        assertThat(guestGets("/shop?q=SHOP melon")).bodyText().contains(there);
        // Others' listings fill pages too: the cheapest of all stands first.
        listings.change(
                cast.manager(),
                one.id(),
                1,
                new ListingTerms(
                        1,
                        new Money(1),
                        List.of(),
                        Optional.empty(),
                        one.terms().split()));
        assertThat(guestGets("/shop?q=box&order=CHEAPEST_PER_KILOGRAM"))
                .bodyText()
                .contains(there);
        for (String none : List.of("&family=grape", "&origin=" + Id.next(), "&origin=x", "&q=%25", "&q=gone"))
            assertThat(guestGets(product + none)).hasStatusOk().bodyText().doesNotContain(there);
    }

    @Test
    void aDraftIsForItsSellerAlone() {
        Listing draft = stall.ready(3);
        assertThat(guestGets("/shop/" + draft.id())).hasStatus(404);
        assertThat(mvc.get().uri("/shop/" + draft.id()).with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/shop/" + draft.id()).with(cast.signedInAs(cast.manager())))
                .hasStatusOk();
        assertThat(guestGets("/shop/" + Id.next())).hasStatus(404);
        assertThat(guestGets("/shop/photos/ab/" + Id.next())).hasStatus(404);
        assertThat(guestGets("/shop/photos/..%2f..%2f/passwd").getResponse().getStatus())
                .isBetween(400, 404);
    }

    @Test
    void aGuestFillsACartAndChangesIt() {
        Listing one = stall.open(9, Optional.empty());
        MvcTestResult added = mvc.post()
                .uri("/cart")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("listing", one.id().toString())
                .param("packs", "3")
                .exchange();
        assertThat(added).hasStatus(303);
        Cookie cookie = added.getResponse().getCookie("cart");
        assertThat(cookie).isNotNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(guestGets("/cart", cookie)).bodyText().contains("177.00", "Test county");
        MvcTestResult fewer = mvc.post()
                .uri("/cart/lines")
                .cookie(cookie)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("packs." + one.id(), "2")
                .exchange();
        assertThat(fewer).hasStatus(303);
        assertThat(guestGets("/cart", fewer.getResponse().getCookie("cart")))
                .bodyText()
                .contains("118.00");
        MvcTestResult none = mvc.post()
                .uri("/cart/lines")
                .cookie(cookie)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("remove", one.id().toString())
                .exchange();
        assertThat(none.getResponse().getCookie("cart").getMaxAge()).isZero();
        assertThat(guestGets("/cart")).bodyText().contains("Your cart is empty");
        assertThat(mvc.get().uri("/checkout")).hasStatus(303).redirectedUrl().isEqualTo("/cart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "99999999999999999999", "2.5", "many", ""})
    void aNonsenseNumberOfPacksIsRefusedAtTheListing(String packs) {
        Listing one = stall.open(5, Optional.empty());
        assertThat(mvc.post()
                        .uri("/cart")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .header("Accept-Language", "en")
                        .param("listing", one.id().toString())
                        .param("packs", packs))
                .hasStatus(422)
                .bodyText()
                .contains("Box of melons", "packs-error");
        assertThat(mvc.post()
                        .uri("/cart/lines")
                        .cookie(cart(one, 1))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("packs." + one.id(), packs)
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(packs.equals("0") ? 303 : 422);
    }

    @Test
    void aGuestOrdersAndTheirTicketShowsTheOrder() {
        Listing one = stall.open(5, Optional.empty());
        MvcTestResult form = guestGets("/checkout", cart(one, 2));
        assertThat(form).hasStatusOk().bodyText().contains("118.00", "Test province");
        String key = hidden(form, "key");
        String line = hidden(form, "line0");
        assertThat(line).isEqualTo(line(one, 2, 5_900));
        MvcTestResult ordered = checkout(key, line, cart(one, 2)).exchange();
        assertThat(ordered).hasStatus(303).redirectedUrl().isEqualTo("/carts/" + key);
        assertThat(ordered.getResponse().getCookie("cart").getMaxAge()).isZero();
        Order order = orders.ofKey(OrderKey.of(key)).getFirst();
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        assertThat(order.total()).isEqualTo(new Money(11_800));
        assertThat(order.buyer()).isEmpty();
        assertThat(guestGets("/carts/" + key))
                .hasStatusOk()
                .bodyText()
                .contains(order.id().number(), "Pay now", "118.00")
                .doesNotContain("12 Garden Street");
        // The button was pressed twice.
        assertThat(checkout(key, line, cart(one, 2))).hasStatus(303);
        assertThat(orders.ofKey(OrderKey.of(key))).hasSize(1);
        assertThat(listings.left(List.of(one)).get(one.id())).isEqualTo(3);
    }

    @Test
    void whoeverIsSignedInOrdersForTheirOrganisation() {
        Listing one = stall.open(5, Optional.empty());
        String key = Id.next().toString();
        assertThat(checkout(key, line(one, 1, 5_900), cart(one, 1)).with(cast.signedInAs(cast.buyer())))
                .hasStatus(303);
        Order order = orders.ofKey(OrderKey.of(key)).getFirst();
        assertThat(order.buyer()).contains(cast.buyer().organisation());
        assertThat(mvc.get().uri("/purchases").with(cast.signedInAs(cast.buyer())))
                .bodyText()
                .contains(order.id().number());
        assertThat(mvc.get().uri("/purchases/" + order.id()).with(cast.signedInAs(cast.buyer())))
                .hasStatusOk();
        for (var other : List.of(cast.otherManager(), cast.carrier(), cast.nobody(), cast.manager()))
            assertThat(mvc.get().uri("/purchases/" + order.id()).with(cast.signedInAs(other)))
                    .hasStatus(404);
    }

    @Test
    void whatIsRefusedSaysWhyAndStaysInTheCart() {
        Listing few = stall.open(2, Optional.empty());
        MvcTestResult refused = checkout(Id.next().toString(), line(few, 3, 5_900), cart(few, 3))
                .exchange();
        assertThat(refused).hasStatus(303);
        String where = refused.getResponse().getRedirectedUrl();
        assertThat(guestGets(where)).hasStatusOk().bodyText().contains("Nothing was ordered", "Box of melons", "2");
        assertThat(Cart.read(refused.getResponse().getCookie("cart").getValue()).packs(few.id()))
                .isEqualTo(3);
    }

    @Test
    void aPriceThatWasTamperedWithOrHasChangedIsToldAndTheNewOneOffered() {
        Listing one = stall.open(5, Optional.empty());
        for (long fen : new long[] {1, 5_899, 5_901}) {
            MvcTestResult refused = checkout(Id.next().toString(), line(one, 1, fen), cart(one, 1))
                    .exchange();
            String where = refused.getResponse().getRedirectedUrl();
            assertThat(guestGets(where)).bodyText().contains("See the new price", "59.00");
        }
        listings.change(
                cast.manager(),
                one.id(),
                1,
                new ListingTerms(
                        1,
                        new Money(6_100),
                        List.of(),
                        Optional.empty(),
                        one.terms().split()));
        MvcTestResult old = checkout(Id.next().toString(), line(one, 1, 5_900), cart(one, 1))
                .exchange();
        assertThat(guestGets(old.getResponse().getRedirectedUrl())).bodyText().contains("61.00");
        assertThat(listings.left(List.of(one)).get(one.id())).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a b c", "1 2", "%s 0 5900", "%s -1 5900", "%s 20000 5900", "%s 1 -5"})
    void aLineThatIsNoneIsRefusedBeforeAnythingHappens(String line) {
        Listing one = stall.open(5, Optional.empty());
        assertThat(checkout(Id.next().toString(), line.formatted(one.id()), cart(one, 1)))
                .hasStatus(422);
        assertThat(listings.left(List.of(one)).get(one.id())).isEqualTo(5);
    }

    @Test
    void aCheckoutWithHolesNamesThemAllAndKeepsWhatWasTyped() {
        Listing one = stall.open(5, Optional.empty());
        String key = Id.next().toString();
        assertThat(mvc.post()
                        .uri("/checkout")
                        .cookie(cart(one, 1))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .header("Accept-Language", "en")
                        .param("key", key)
                        .param("name", "Gao <b>Yu")
                        .param("telephone", "call me")
                        .param("region", Id.next().toString())
                        .param("provider", "sandbox")
                        .param("line0", line(one, 1, 5_900)))
                .hasStatus(422)
                .bodyText()
                .contains("telephone-error", "region-error", "address-error", "Gao &lt;b>Yu", key);
    }

    @Test
    void nobodyElsesOrderCanBeReached() {
        Listing one = stall.open(5, Optional.empty());
        String key = Id.next().toString();
        assertThat(checkout(key, line(one, 1, 5_900), cart(one, 1))).hasStatus(303);
        Order order = orders.ofKey(OrderKey.of(key)).getFirst();
        String other = Id.next().toString();
        assertThat(guestGets("/carts/" + other)).hasStatus(404);
        // Whoever is told the order's id does not know the key.
        assertThat(guestGets("/carts/" + order.id())).hasStatus(404);
        for (String path :
                List.of("/carts/" + other + "/payment", "/carts/" + other + "/orders/" + order.id() + "/cancellation"))
            assertThat(mvc.post().uri(path).with(SecurityMockMvcRequestPostProcessors.csrf()))
                    .hasStatus(404);
        assertThat(mvc.get().uri("/orders/" + order.id()).with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
        assertThat(orders.ofKey(OrderKey.of(key)).getFirst().state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void aGuestPaysOrCancelsByTheirTicket() {
        Listing one = stall.open(5, Optional.empty());
        String key = Id.next().toString();
        assertThat(checkout(key, line(one, 1, 5_900), cart(one, 1))).hasStatus(303);
        Order order = orders.ofKey(OrderKey.of(key)).getFirst();
        String ticket = "/carts/" + key;
        String pay = mvc.post()
                .uri(ticket + "/payment")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        assertThat(pay).startsWith("/pay/");
        String cancel = ticket + "/orders/" + order.id() + "/cancellation";
        assertThat(mvc.post()
                        .uri(cancel)
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("reason", "changed my mind"))
                .hasStatus(303);
        assertThat(guestGets(ticket)).bodyText().contains("Cancelled", "changed my mind");
        assertThat(listings.left(List.of(one)).get(one.id())).isEqualTo(5);
        // Paying what is cancelled is told, not done.
        assertThat(mvc.post().uri(ticket + "/payment").with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(409);
    }

    private static String hidden(MvcTestResult page, String name) {
        try {
            Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                    .matcher(page.getResponse().getContentAsString());
            assertThat(found.find()).as(name).isTrue();
            return found.group(1);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
