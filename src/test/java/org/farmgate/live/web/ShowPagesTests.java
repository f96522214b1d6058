package org.farmgate.live.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.LineUp;
import org.farmgate.live.PinId;
import org.farmgate.live.Pins;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.ShowState;
import org.farmgate.live.Shows;
import org.farmgate.live.Studio;
import org.farmgate.platform.Actor;
import org.farmgate.shop.Contact;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.Orders;
import org.farmgate.shop.RememberedBuyer;
import org.farmgate.shop.RememberedBuyers;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pages of shows, as guests, buyers, sellers and hosts meet them.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import({Stall.class, Studio.class})
class ShowPagesTests {
    private static final List<String> LANGUAGES = List.of("en", "zh", "ug");

    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    Studio studio;

    @Autowired
    Shows shows;

    @Autowired
    LineUp lineUp;

    @Autowired
    Pins pins;

    @Autowired
    Listings listings;

    @Autowired
    Orders orders;

    @Autowired
    RememberedBuyers buyers;

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult guest(String path, String language) {
        return mvc.get().uri(path).param("lang", language).exchange();
    }

    private MvcTestResult as(Actor actor, String path) {
        return mvc.get()
                .uri(path)
                .with(cast.signedInAs(actor))
                .param("lang", "en")
                .exchange();
    }

    private MvcTestResult sendAs(Actor actor, String path, String... fields) {
        var request = mvc.post().uri(path).with(cast.signedInAs(actor));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private MvcTestResult send(String path, Map<String, String> fields, jakarta.servlet.http.Cookie... cookies) {
        var request = mvc.post().uri(path).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        if (cookies.length > 0) request.cookie(cookies);
        return request.exchange();
    }

    private Map<String, String> order(OrderKey key, Listing listing) {
        Map<String, String> fields = new java.util.HashMap<>();
        fields.put("key", key.toString());
        fields.put("listing", listing.id().toString());
        fields.put("packs", "2");
        fields.put("seen", String.valueOf(listing.terms().price().fen()));
        return fields;
    }

    private void address(Map<String, String> fields) {
        fields.putAll(Map.of(
                "name", "Gao Yu",
                "telephone", "138 0013 8000",
                "address", "12 Garden Street",
                "region", cast.province().toString(),
                "provider", "cash"));
    }

    @Test
    void anAnnouncementIsReadByEverybodyAndGoesIntoTheirCalendar() {
        Show show = studio.planned();
        studio.brings(show, 2, Optional.of(1));
        for (String language : LANGUAGES) {
            assertThat(guest("/shows", language)).hasStatusOk().bodyText().contains(show.title());
            assertThat(guest(show.path(), language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Straight from the field", "reminder.ics", "23 households")
                    .doesNotContain("/desk", show.path() + "/items/");
        }
        assertThat(guest(show.path() + "/reminder.ics", "zh"))
                .hasStatusOk()
                .bodyText()
                .contains("BEGIN:VEVENT\r\n", "TRIGGER:-PT15M", "SUMMARY:Melons before noon", show.path())
                .satisfies(text -> assertThat(text.lines())
                        .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75));
        assertThat(guest("/shows/" + ShowId.next(), "en")).hasStatus(404);
    }

    @Test
    void aShowIsAnnouncedByItsFormAndGetsItsGoodsOnTheLineUp() {
        String id = ShowId.next().toString();
        String[] fields = {
            "id",
            id,
            "title",
            "Evening melons",
            "words",
            "",
            "host",
            studio.host().person().toString(),
            "region",
            cast.county().toString(),
            "day",
            java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                    .plusDays(2)
                    .toString(),
            "time",
            "20:00",
            "times",
            "2",
            "everyDays",
            "2"
        };
        assertThat(sendAs(studio.host(), "/shows", fields))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/shows/" + id + "/line-up?planned");
        Show show = shows.get(ShowId.of(id));
        assertThat(shows.next(show)).hasSize(1);
        fields[13] = "25:00";
        fields[1] = ShowId.next().toString();
        assertThat(sendAs(studio.host(), "/shows", fields))
                .hasStatus(422)
                .bodyText()
                .contains("25:00");
        Listing model = stall.open(5, Optional.empty());
        String hold = org.farmgate.stock.HoldingId.next().toString();
        assertThat(sendAs(
                        studio.host(),
                        show.path() + "/items",
                        "hold",
                        hold,
                        "listing",
                        model.id().toString(),
                        "packs",
                        "3",
                        "price",
                        "39.90",
                        "limit",
                        "2",
                        "hostPercent",
                        "5",
                        "benefits",
                        "12 <b>households"))
                .hasStatus(303);
        assertThat(as(studio.host(), show.path() + "/line-up"))
                .hasStatusOk()
                .bodyText()
                .contains("39.90", "12 &lt;b", "3 set aside");
        assertThat(sendAs(
                        studio.host(),
                        show.path() + "/items",
                        "hold",
                        org.farmgate.stock.HoldingId.next().toString(),
                        "listing",
                        model.id().toString(),
                        "packs",
                        "0",
                        "price",
                        "x"))
                .hasStatus(422);
        assertThat(as(cast.otherManager(), show.path() + "/line-up")).hasStatus(404);
        assertThat(as(cast.buyer(), show.path() + "/desk")).hasStatus(404);
        assertThat(sendAs(cast.otherManager(), show.path() + "/start")).hasStatus(404);
        assertThat(sendAs(studio.host(), show.path() + "/cancellation")).hasStatus(303);
        assertThat(shows.get(show.id()).state()).isEqualTo(ShowState.CANCELLED);
    }

    @Test
    void theDeskPinsAndTheViewerBuysWhatIsPinned() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 9, Optional.empty());
        studio.onAir(show);
        String pin = PinId.next().toString();
        assertThat(sendAs(
                        studio.host(),
                        show.path() + "/pins",
                        "pin",
                        pin,
                        "listing",
                        listing.id().toString()))
                .hasStatus(303);
        for (String language : LANGUAGES)
            assertThat(guest(show.path(), language))
                    .bodyText()
                    .contains(show.path() + "/items/" + listing.id(), "id=\"pin\"");
        for (String language : LANGUAGES)
            assertThat(guest(show.path() + "/items/" + listing.id(), language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("name=\"telephone\"", "name=\"remember\"");
        OrderKey key = OrderKey.next();
        Map<String, String> fields = order(key, listing);
        assertThat(send(show.path() + "/orders", fields)).hasStatus(422);
        address(fields);
        assertThat(send(show.path() + "/orders", fields))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(show.path() + "/bought/" + key);
        assertThat(send(show.path() + "/orders", fields)).hasStatus(303);
        assertThat(orders.ofKey(key)).hasSize(1);
        for (String language : LANGUAGES)
            assertThat(guest(show.path() + "/bought/" + key, language))
                    .hasStatusOk()
                    .bodyText()
                    .contains(orders.ofKey(key).getFirst().id().number());
        assertThat(as(studio.host(), show.path() + "/desk")).bodyText().contains("Box of melons</bdi> × 2");
        assertThat(listings.left(List.of(listing)).get(listing.id())).isEqualTo(7);
        fields.put("key", OrderKey.next().toString());
        fields.put("seen", "1");
        assertThat(send(show.path() + "/orders", fields)).hasStatus(409);
        fields.put("listing", stall.open(1, Optional.empty()).id().toString());
        assertThat(send(show.path() + "/orders", fields)).hasStatus(404);
        assertThat(sendAs(studio.host(), show.path() + "/end")).hasStatus(303);
        for (String language : LANGUAGES)
            assertThat(mvc.get()
                            .uri(show.path() + "/result")
                            .with(cast.signedInAs(studio.host()))
                            .param("lang", language)
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("Box of melons");
        assertThat(as(cast.otherManager(), show.path() + "/result")).hasStatus(404);
        assertThat(guest(show.path(), "en")).bodyText().contains("id=\"moments\"", "Box of melons");
        assertThat(guest(show.path() + "/items/" + listing.id(), "en"))
                .bodyText()
                .contains("not on air")
                .doesNotContain("name=\"key\"");
    }

    @Test
    void whoAskedTheirDeviceToRememberThemOrdersWithTwoTaps() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 9, Optional.empty());
        studio.onAir(show);
        Map<String, String> first = order(OrderKey.next(), listing);
        address(first);
        MockHttpServletResponse forgotten = send(show.path() + "/orders", first).getResponse();
        assertThat(forgotten.getCookie("buyer").getMaxAge()).isZero();
        first.put("remember", "on");
        first.put("key", OrderKey.next().toString());
        var cookie = send(show.path() + "/orders", first).getResponse().getCookie("buyer");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getValue()).doesNotContain("Gao", "138");
        assertThat(mvc.get()
                        .uri(show.path() + "/items/" + listing.id())
                        .cookie(cookie)
                        .exchange())
                .bodyText()
                .contains("Gao Yu", "8000")
                .doesNotContain("Garden", "13800138000", "name=\"telephone\"");
        OrderKey key = OrderKey.next();
        Map<String, String> second = order(key, listing);
        second.put("known", "on");
        assertThat(send(show.path() + "/orders", second, cookie)).hasStatus(303);
        assertThat(orders.contact(orders.ofKey(key).getFirst()).address()).isEqualTo("12 Garden Street");
        second.put("key", OrderKey.next().toString());
        assertThat(send(show.path() + "/orders", second)).hasStatus(422);
        var forged = new jakarta.servlet.http.Cookie("buyer", cookie.getValue().substring(0, 60) + "AAAA");
        assertThat(send(show.path() + "/orders", second, forged)).hasStatus(422);
        assertThat(buyers.read("x.y")).isEmpty();
        assertThat(buyers.read(
                        buyers.write(new RememberedBuyer(new Contact("A", "123456", "B"), cast.province(), "cash"))))
                .isPresent();
    }

    @Test
    void permitsAreGivenByTheCentreAlone() {
        assertThat(as(cast.manager(), "/hosts")).hasStatus(403);
        assertThat(as(cast.officer(), "/hosts")).hasStatusOk();
        studio.planned();
        for (String language : LANGUAGES)
            assertThat(mvc.get()
                            .uri("/hosts")
                            .with(cast.signedInAs(cast.admin()))
                            .param("lang", language)
                            .param("who", studio.host().personName())
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains(
                            "has held shows for two years",
                            studio.host().person().toString());
        assertThat(sendAs(
                        cast.admin(),
                        "/hosts",
                        "person",
                        cast.clerk().person().toString(),
                        "kind",
                        "GROWER",
                        "reason",
                        "grows",
                        "until",
                        "2100-01-01"))
                .hasStatus(422);
    }

    @Test
    void aStrangersListingIsNotFoundInAShow() {
        Show show = studio.planned();
        assertThat(guest(show.path() + "/items/" + ListingId.next(), "en")).hasStatus(404);
        assertThat(sendAs(
                        cast.otherManager(),
                        show.path() + "/items",
                        "hold",
                        org.farmgate.stock.HoldingId.next().toString(),
                        "listing",
                        stall.open(1, Optional.empty()).id().toString(),
                        "packs",
                        "1",
                        "price",
                        "1"))
                .hasStatus(404);
        assertThat(lineUp.of(show.id())).isEmpty();
        assertThat(pins.now(show.id())).isEmpty();
    }
}
