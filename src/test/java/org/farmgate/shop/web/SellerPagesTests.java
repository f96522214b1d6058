package org.farmgate.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Id;
import org.farmgate.platform.Paging;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingQuery;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Photo;
import org.farmgate.shop.PhotoId;
import org.farmgate.shop.Photos;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A seller's own listings, pictures and orders.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import(Stall.class)
class SellerPagesTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Listings listings;

    @Autowired
    Photos photos;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    private MockMvcTester.MockMvcRequestBuilder post(String path, Actor actor) {
        return mvc.post().uri(path).header("Accept-Language", "en").with(cast.signedInAs(actor));
    }

    private MvcTestResult gets(String path, Actor actor) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", "en")
                .with(cast.signedInAs(actor))
                .exchange();
    }

    /// As the form sends it.
    private MockMvcTester.MockMvcRequestBuilder draft(String id) {
        return post("/listings", cast.manager())
                .param("id", id)
                .param("product", stall.product().toString())
                .param("origin", cast.county().toString())
                .param("grade", "1")
                .param("pack", "10")
                .param("packUnit", "jin")
                .param("packs", "4")
                .param("sites", stall.site().toString())
                .param("title", "Five kilos")
                .param("story", "")
                .param("tierPacks0", "10")
                .param("tierPrice0", "50.00")
                .param("share.grower", "80")
                .param("share.freight", "15.5")
                .param("share.freight.party", cast.carrier().organisation().toString())
                .param("share.platform", "4.5");
    }

    @Test
    void aSellerDraftsOpensChangesAndCloses() {
        stall.melons(org.farmgate.measure.Mass.kilograms(20));
        String id = Id.next().toString();
        assertThat(draft(id).param("price", "59"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/listings/" + id + "?drafted");
        // The button was pressed twice.
        assertThat(draft(id).param("price", "59")).hasStatus(303);
        Listing there = listings.get(ListingId.of(id));
        assertThat(there.pack().grams()).isEqualTo(5_000);
        assertThat(there.terms().split().parts()).hasSize(3);
        assertThat(there.terms().tiers()).hasSize(1);
        assertThat(gets("/listings/" + id, cast.manager()))
                .hasStatusOk()
                .bodyText()
                .contains("Five kilos", "Draft", "4.5 %");
        assertThat(post("/listings/" + id + "/opening", cast.manager())).hasStatus(303);
        assertThat(listings.get(there.id()).state()).isEqualTo(ListingState.OPEN);
        assertThat(gets("/listings/" + id + "/edit", cast.manager())).bodyText().contains("value=\"59.00\"", "15.5");
        assertThat(change(id, "1", "61")).hasStatus(303);
        assertThat(change(id, "1", "62"))
                .hasStatus(409)
                .bodyText()
                .contains("changed this listing meanwhile", "value=\"62\"");
        Listing changed = listings.get(there.id());
        assertThat(changed.terms().price().fen()).isEqualTo(6_100);
        assertThat(changed.title()).isEqualTo("Five kilos, sweeter");
        assertThat(post("/listings/" + id + "/closing", cast.manager())).hasStatus(303);
        assertThat(listings.get(there.id()).state()).isEqualTo(ListingState.CLOSED);
    }

    private MockMvcTester.MockMvcRequestBuilder change(String id, String seen, String price) {
        return post("/listings/" + id, cast.manager())
                .param("version", seen)
                .param("title", "Five kilos, sweeter")
                .param("price", price)
                .param("share.grower", "95")
                .param("share.platform", "5");
    }

    @ParameterizedTest
    @CsvSource({
        "price,0",
        "price,-1",
        "price,1.999",
        "price,1000000000",
        "share.grower,81",
        "share.grower,x",
        "pack,0",
        "packs,0",
        "packs,5000000000",
        "title,''",
        "sites,x",
        "tierPrice0,70.00",
        "origin,x",
        "grade,12"
    })
    void nonsenseInTheFormIsRefusedAndNothingIsMade(String field, String value) {
        String id = Id.next().toString();
        var wrong = draft(id).param("price", "59");
        assertThat(wrong.with(request -> {
                    request.setParameter(field, value);
                    return request;
                }))
                .hasStatus(422);
        assertThat(listings.find(ListingId.of(id))).isEmpty();
    }

    @Test
    void moreThanLiesThereIsRefusedWithWhatThereIs() {
        Listing one = stall.ready(1);
        assertThat(post("/listings/" + one.id() + "/packs", cast.manager())
                        .param("id", Id.next().toString())
                        .param("packs", "100000"))
                .hasStatus(409);
        assertThat(post("/listings/" + one.id() + "/withdrawal", cast.manager()).param("withdrawn", "0"))
                .hasStatus(422);
        assertThat(post("/listings/" + one.id() + "/withdrawal", cast.manager()).param("withdrawn", "50"))
                .hasStatus(303);
        assertThat(listings.left(List.of(one)).get(one.id())).isZero();
        String addition = Id.next().toString();
        for (int twice = 0; twice < 2; twice++)
            assertThat(post("/listings/" + one.id() + "/packs", cast.manager())
                            .param("id", addition)
                            .param("packs", "1"))
                    .hasStatus(303);
        assertThat(listings.left(List.of(one)).get(one.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit"})
    void anothersListingIsNotFound(String part) {
        Listing one = stall.open(2, Optional.empty());
        assertThat(gets("/listings/" + one.id() + part, cast.otherManager())).hasStatus(404);
        assertThat(gets("/listings/" + one.id() + part, cast.buyer())).hasStatus(403);
        for (String deed : List.of("", "/opening", "/closing", "/packs", "/withdrawal", "/photos"))
            assertThat(post("/listings/" + one.id() + deed, cast.otherManager())
                            .param("packs", "1")
                            .param("withdrawn", "1")
                            .param("words", "x")
                            .param("id", Id.next().toString()))
                    .as(deed)
                    .matches(result -> {
                        int status = result.getResponse().getStatus();
                        return status == 404 || status == 422;
                    });
        assertThat(listings.get(one.id()).state()).isEqualTo(ListingState.OPEN);
        assertThat(listings.search(
                                Optional.of(cast.otherManager()),
                                ListingQuery.ofSeller(cast.otherManager().organisation(), Paging.first()))
                        .rows())
                .isEmpty();
    }

    @Test
    void picturesAreTakenByTheirContentAndServedToKeep() throws IOException {
        Listing one = stall.open(2, Optional.empty());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "png", bytes);
        assertThat(photo(one, "holiday.exe", bytes.toByteArray(), "Ripe melons"))
                .hasStatus(303);
        Photo there = photos.of(List.of(one.id())).get(one.id()).getFirst();
        MvcTestResult served = mvc.get().uri(there.smallPath()).exchange();
        assertThat(served).hasStatusOk().hasContentType(MediaType.IMAGE_JPEG);
        assertThat(served.getResponse().getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(mvc.get().uri("/shop/" + one.id())).bodyText().contains(there.path(), "Ripe melons");
        assertThat(photo(one, "melon.png", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "x"))
                .hasStatus(422);
        assertThat(photo(one, "melon.jpg", new byte[Photos.GREATEST_BYTES + 1], "x"))
                .hasStatus(413);
        assertThat(photo(one, "melon.png", new byte[0], "x")).hasStatus(422);
        assertThat(photo(one, "melon.png", bytes.toByteArray(), " ")).hasStatus(422);
        photos.remove(cast.manager(), one.id(), there.id());
        assertThat(photos.of(List.of(one.id()))).isEmpty();
    }

    @Test
    void theSamePictureTwiceIsOneAndThereIsAnEnd() throws IOException {
        Listing one = stall.open(2, Optional.empty());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", bytes);
        PhotoId id = PhotoId.next();
        for (int twice = 0; twice < 2; twice++)
            photos.add(cast.manager(), one.id(), id, "One", new java.io.ByteArrayInputStream(bytes.toByteArray()));
        assertThat(photos.of(List.of(one.id())).get(one.id())).hasSize(1);
        for (int i = 1; i < Photos.MOST; i++)
            assertThat(photo(one, "m.png", bytes.toByteArray(), "More")).hasStatus(303);
        assertThat(photo(one, "m.png", bytes.toByteArray(), "Too many")).hasStatus(409);
    }

    private MvcTestResult photo(Listing listing, String name, byte[] content, String words) {
        return mvc.post()
                .uri("/listings/" + listing.id() + "/photos")
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", content))
                .param("id", Id.next().toString())
                .param("words", words)
                .with(cast.signedInAs(cast.manager()))
                .exchange();
    }

    @Test
    void aSellerSeesTheirOrdersByStateAndNumberAndNobodyElseDoes() {
        Listing one = stall.open(5, Optional.empty());
        Order order = order(one);
        String number = order.id().number();
        for (String path :
                List.of("/orders", "/orders?state=PLACED", "/orders?q=" + number.toLowerCase(java.util.Locale.ROOT)))
            assertThat(gets(path, cast.manager())).hasStatusOk().bodyText().contains(number);
        for (String path : List.of("/orders?state=DELIVERED", "/orders?q=AAAA-AAAA", "/orders?q=%25"))
            assertThat(gets(path, cast.manager())).hasStatusOk().bodyText().doesNotContain(number);
        assertThat(gets("/orders", cast.otherManager())).bodyText().doesNotContain(number);
        assertThat(gets("/orders/" + order.id(), cast.otherManager())).hasStatus(404);
        assertThat(gets("/orders/" + order.id(), cast.carrier())).hasStatus(403);
        // Not paid yet, so the address is not needed yet.
        assertThat(gets("/orders/" + order.id(), cast.manager()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("12 Garden Street");
    }

    @Test
    void aSellerCancelsWithAReasonAndCannotGiveBackWhatWasNeverPaid() {
        Listing one = stall.open(5, Optional.empty());
        Order order = order(one);
        String path = "/orders/" + order.id();
        assertThat(post(path + "/refund", cast.manager())
                        .param("id", Id.next().toString())
                        .param("amount", "1")
                        .param("refundReason", "bruised"))
                .hasStatus(409);
        for (String amount : List.of("0", "-5", "x", ""))
            assertThat(post(path + "/refund", cast.manager())
                            .param("id", Id.next().toString())
                            .param("amount", amount)
                            .param("refundReason", "bruised")
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .isIn(409, 422);
        assertThat(post(path + "/cash", cast.manager())).hasStatus(409);
        assertThat(post(path + "/cancellation", cast.manager())).hasStatus(422);
        for (String deed : List.of("/cancellation", "/refund", "/cash"))
            assertThat(post(path + deed, cast.otherManager())
                            .param("reason", "x")
                            .param("id", Id.next().toString())
                            .param("amount", "1")
                            .param("refundReason", "x"))
                    .hasStatus(404);
        assertThat(post(path + "/cancellation", cast.manager()).param("reason", "hail"))
                .hasStatus(303);
        assertThat(orders.ofKey(order.key()).getFirst().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(gets(path, cast.manager())).bodyText().contains("hail", "Zhao Lin");
        assertThat(listings.left(List.of(one)).get(one.id())).isEqualTo(5);
    }

    private Order order(Listing one) {
        var request = stall.order(one, 1);
        assertThat(intake.place(request)).singleElement().isInstanceOf(OrderAnswer.Taken.class);
        return orders.ofKey(request.key()).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void everyPageOfASellerSpeaksEachLanguage(String language) {
        Listing one = stall.open(5, Optional.empty());
        Order order = order(one);
        for (String path : List.of(
                "/listings",
                "/listings/new",
                "/listings/" + one.id(),
                "/listings/" + one.id() + "/edit",
                "/orders",
                "/orders/" + order.id(),
                "/sales",
                "/purchases"))
            assertThat(mvc.get().uri(path).header("Accept-Language", language).with(cast.signedInAs(cast.manager())))
                    .as(path)
                    .hasStatusOk();
    }
}
